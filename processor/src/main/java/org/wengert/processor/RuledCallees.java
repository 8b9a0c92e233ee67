package org.wengert.processor;

import com.palantir.javapoet.ClassName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.wengert.processor.custom.RuleBook;
import org.wengert.processor.custom.RuleRequest;
import org.wengert.processor.message.Message;
import org.wengert.processor.read.CalleeException;
import org.wengert.processor.sibling.Reliance;
import org.wengert.processor.sibling.Rules;
import org.wengert.processor.sibling.Sibling;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Value;

/** Methods that are called and have derivative rules of the user's own. */
final class RuledCallees {
  private final TypeElement owner;
  private final Elements elements;
  private final Signatures signatures;
  private final Predicate<ExecutableElement> isHere;
  private final RuleBook book;
  private final Map<ExecutableElement, Optional<RuleBook.Rules>> rules = new HashMap<>();
  private final Map<ExecutableElement, Ruled> ruled = new LinkedHashMap<>();
  private final Set<Reliance> reliances = new LinkedHashSet<>();

  /** Gives a rule that is to be differentiated itself; empty where it has no derivatives. */
  interface Differentiable {
    Optional<Callee> of(ExecutableElement rule) throws CalleeException;
  }

  /**
   * A method with rules that is called.
   *
   * @param base what the names of the sweeps that have to be made of the rules start with
   */
  record Ruled(
      ExecutableElement method,
      List<Value> parameters,
      RuleBook.Rules rules,
      String base,
      Callee.Sweeps sweeps) {}

  /**
   * @param owner the class whose sibling is being made
   * @param isHere whether a method stands in the same file
   */
  RuledCallees(
      TypeElement owner,
      Elements elements,
      Types types,
      Signatures signatures,
      Predicate<ExecutableElement> isHere) {
    this.owner = owner;
    this.elements = elements;
    this.signatures = signatures;
    this.isHere = isHere;
    this.book = RuleBook.of(owner, elements, types);
  }

  /** A method with rules is what its rules say, annotated or not. */
  Optional<RuleBook.Rules> rules(ExecutableElement method) {
    return rules.computeIfAbsent(method, book::rulesFor);
  }

  /** The methods with rules that have been asked for. */
  List<Ruled> all() {
    return List.copyOf(ruled.values());
  }

  /** What has been assumed of rules in other files. */
  List<Reliance> reliances() {
    return List.copyOf(reliances);
  }

  /**
   * The derivatives by rules.
   *
   * @param base what the names of what is made of them start with
   * @param again empty where derivatives of derivatives are not needed
   */
  Callee.Sweeps derivatives(
      ExecutableElement method, RuleBook.Rules its, String base, Optional<Differentiable> again)
      throws CalleeException {
    boolean byPartials = its.tangent().isEmpty() && its.adjoint().isEmpty();
    if (!byPartials && (its.tangent().isEmpty() || its.adjoint().isEmpty())) {
      throw new CalleeException(
          Message.RULE_INCOMPLETE, new CalledMethod(method).spelling(), book.missing(method, its));
    }
    Ruled known = ruled.get(method);
    if (known != null) {
      return known.sweeps();
    }
    for (ExecutableElement rule : its.all()) {
      if (!isVisible(rule)) {
        throw new CalleeException(Message.CALL_NOT_VISIBLE, new CalledMethod(rule).spelling());
      }
      relyOn(rule);
    }
    List<Integer> active =
        byPartials
            ? List.copyOf(its.partials().keySet())
            : new CalledMethod(method).active(Set.of());
    String home = Sibling.nameFor(ClassName.get(owner)).canonicalName();
    Callee.Sweeps generated = Callee.Sweeps.generated(home, base, active, 1);
    Optional<Map<Integer, Callee>> partials =
        byPartials && again.isPresent()
            ? differentiable(its.partials(), again.get())
            : Optional.empty();
    Callee.Sweeps sweeps =
        new Callee.Sweeps(
            its.tangent().map(rule -> new CalledMethod(rule).target()).orElse(generated.tangent()),
            generated.forward(),
            generated.reverse(),
            Optional.empty(),
            active,
            Callee.Origin.RULES,
            partials.orElse(Map.of()),
            partials.isPresent() ? 2 : 1,
            0,
            Optional.empty());
    List<Value> parameters = CalledParameters.of(method, isHere.test(method));
    ruled.put(method, new Ruled(method, parameters, its, base, sweeps));
    return sweeps;
  }

  /** Rules from a build without the processor are taken as they are. */
  private void relyOn(ExecutableElement rule) {
    ClassName type = ClassName.get((TypeElement) rule.getEnclosingElement());
    boolean isKnown =
        !signatures.isCompiled(rule)
            || elements.getTypeElement(Rules.nameFor(type).canonicalName()) != null;
    if (isKnown && !isHere.test(rule)) {
      Rules.Entry entry = RuleEntries.of(RuleRequest.on(rule).orElseThrow());
      reliances.add(Reliance.onRule(type, rule.getSimpleName().toString(), entry));
    }
  }

  /** The rules with derivatives of their own; empty where not all of them have any. */
  private static Optional<Map<Integer, Callee>> differentiable(
      Map<Integer, ExecutableElement> partials, Differentiable again) throws CalleeException {
    Map<Integer, Callee> callees = new TreeMap<>();
    for (Map.Entry<Integer, ExecutableElement> partial : partials.entrySet()) {
      Optional<Callee> its = again.of(partial.getValue());
      if (its.isEmpty()) {
        return Optional.empty();
      }
      callees.put(partial.getKey(), its.get());
    }
    return Optional.of(callees);
  }

  private boolean isVisible(ExecutableElement rule) {
    return rule.getModifiers().contains(Modifier.PUBLIC)
        || elements.getPackageOf(rule).equals(elements.getPackageOf(owner));
  }
}
