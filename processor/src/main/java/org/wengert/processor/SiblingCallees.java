package org.wengert.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.wengert.processor.custom.RuleBook;
import org.wengert.processor.custom.RuleRequest;
import org.wengert.processor.message.Message;
import org.wengert.processor.read.CalleeException;
import org.wengert.processor.read.Callees;
import org.wengert.processor.sibling.Conventions;
import org.wengert.processor.sibling.Demand;
import org.wengert.processor.sibling.HiddenField;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Reliance;
import org.wengert.processor.sibling.Rules;
import org.wengert.processor.sibling.Sibling;
import org.wengert.processor.sibling.Signature;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The methods that those of one class call. The derivatives of an annotated method that is compiled
 * now are known by their names alone: its sibling may not exist yet, or be an old one.
 */
final class SiblingCallees implements Callees {
  private final TypeElement owner;
  private final Elements elements;
  private final Signatures signatures;
  private final Predicate<ExecutableElement> isHere;
  private final ClassName sibling;
  private final int orderOfCopies;
  private final Map<ExecutableElement, Callee> copies = new LinkedHashMap<>();
  private final Deque<Copy> toMake = new ArrayDeque<>();
  private final NestingOrder order = new NestingOrder();
  private final Map<ExecutableElement, NestedCopy> nested = new LinkedHashMap<>();
  private final Map<VariableElement, HiddenField> hidden = new LinkedHashMap<>();
  private Set<Callee.Target> mustOnlyRead = Set.of();
  private final Set<Demand> demands = new LinkedHashSet<>();
  private final Set<Reliance> reliances = new LinkedHashSet<>();
  private final RuleBook book;
  private final Map<ExecutableElement, Optional<RuleBook.Rules>> rules = new HashMap<>();
  private final Map<ExecutableElement, Ruled> ruled = new LinkedHashMap<>();

  /**
   * @param owner the class whose sibling is being made
   * @param isHere whether a method stands in the same file
   * @param orderOfCopies up to which order copies have derivatives
   */
  SiblingCallees(
      TypeElement owner,
      Elements elements,
      Types types,
      Signatures signatures,
      Predicate<ExecutableElement> isHere,
      int orderOfCopies) {
    this.owner = owner;
    this.book = RuleBook.of(owner, elements, types);
    this.elements = elements;
    this.signatures = signatures;
    this.isHere = isHere;
    this.orderOfCopies = orderOfCopies;
    this.sibling = Sibling.nameFor(ClassName.get(owner));
  }

  @Override
  public Optional<Callee.Sweeps> derivatives(ExecutableElement method) throws CalleeException {
    Optional<RuleBook.Rules> its = rules(method);
    if (its.isPresent()) {
      return Optional.of(ruled(method, its.get()));
    }
    refuseLeftover((TypeElement) method.getEnclosingElement());
    Optional<Request> request = Request.on(method);
    if (request.isEmpty() || !isDifferentiated(method)) {
      return Optional.empty();
    }
    if (orderOfCopies == Callee.Sweeps.ANY && isHere.test(method)) {
      return Optional.empty(); // its copy has derivatives of any order
    }
    TypeElement type = (TypeElement) method.getEnclosingElement();
    ClassName name = Sibling.nameFor(ClassName.get(type));
    String base = request.get().base(method);
    List<Integer> active =
        signatures.isCompiled(method)
            ? signature(method).activePositions()
            : active(method, request.get().names());
    int upTo = Callee.Sweeps.upTo(request.get().highestOrder());
    Callee.Sweeps sweeps = Callee.Sweeps.generated(name.canonicalName(), base, active, upTo);
    if (!isHere.test(method)) {
      reliances.add(Reliance.onDerivatives(name, base, method.getSimpleName().toString(), active));
    }
    return Optional.of(
        mustOnlyRead.contains(target(method)) && !isHere.test(method)
            ? onlyReading(sweeps, method)
            : sweeps);
  }

  /** What has been assumed of siblings of other files, which may be compiled again alone. */
  List<Reliance> reliances() {
    return List.copyOf(reliances);
  }

  /** The same where it leaves its arrays alone, which is counted on if it can be. */
  private Callee.Sweeps onlyReading(Callee.Sweeps sweeps, ExecutableElement method)
      throws CalleeException {
    if (sweeps.order() < Callee.Sweeps.upTo(2)) {
      return sweeps;
    }
    Signature signature = signature(method);
    if (signature.parameters().stream().anyMatch(parameter -> parameter.type().isArray())) {
      demandReadsOnly(method, signature);
    }
    return sweeps.writing(Set.of());
  }

  private Signature signature(ExecutableElement method) throws CalleeException {
    ClassName type = ClassName.get((TypeElement) method.getEnclosingElement());
    String sibling = Sibling.nameFor(type).simpleName();
    if (signatures.isCompiled(method) && signatures.sibling(method).isPresent()) {
      refuseOtherVersion(SiblingMark.on(signatures.sibling(method).get().type()), sibling);
    }
    return signatures
        .of(method, Request.on(method).orElseThrow())
        .orElseThrow(() -> new CalleeException(Message.SIBLING_MISSING, nameOf(method), sibling));
  }

  private static void refuseOtherVersion(Optional<SiblingMark> mark, String sibling)
      throws CalleeException {
    int protocol = mark.map(SiblingMark::protocol).orElse(0);
    if (protocol != Conventions.PROTOCOL) {
      throw new CalleeException(
          Message.SIBLING_OF_ANOTHER_VERSION, sibling, protocol, Conventions.PROTOCOL);
    }
  }

  /** Derivatives themselves are called here as methods without derivatives. */
  private static void refuseLeftover(TypeElement type) throws CalleeException {
    Optional<SiblingMark> mark = SiblingMark.on(type).filter(SiblingMark::isLeftover);
    if (mark.isPresent()) {
      String owner = mark.get().owner().map(Object::toString).orElse("its class");
      throw new CalleeException(
          Message.SIBLING_LEFT_OVER, type.getSimpleName(), owner, "@Differentiable");
    }
  }

  private static boolean isDifferentiated(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    return modifiers.contains(Modifier.STATIC) && !modifiers.contains(Modifier.PRIVATE);
  }

  /** The positions of the parameters with these names, of all if there are none. */
  private static List<Integer> active(ExecutableElement method, Set<String> wrt) {
    List<Integer> active = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      boolean wanted = wrt.isEmpty() || wrt.contains(parameter.getSimpleName().toString());
      if (wanted && SourceTypes.of(parameter.asType()).map(Type::isDifferentiable).orElse(false)) {
        active.add(i);
      }
    }
    return active;
  }

  @Override
  public boolean hasRules(ExecutableElement method) {
    return rules(method).isPresent();
  }

  /** A method with rules is what its rules say, annotated or not. */
  private Optional<RuleBook.Rules> rules(ExecutableElement method) {
    return rules.computeIfAbsent(method, book::rulesFor);
  }

  private Callee.Sweeps ruled(ExecutableElement method, RuleBook.Rules its) throws CalleeException {
    boolean byPartials = its.tangent().isEmpty() && its.adjoint().isEmpty();
    if (!byPartials && (its.tangent().isEmpty() || its.adjoint().isEmpty())) {
      throw new CalleeException(Message.RULE_INCOMPLETE, nameOf(method), book.missing(method, its));
    }
    Ruled known = ruled.get(method);
    if (known != null) {
      return known.sweeps();
    }
    for (ExecutableElement rule : its.all()) {
      if (!isVisible(rule)) {
        throw new CalleeException(Message.CALL_NOT_VISIBLE, nameOf(rule));
      }
      relyOn(rule);
    }
    String base = copyName(method, new Names(method.getSimpleName().toString()).rule());
    List<Integer> active =
        byPartials ? List.copyOf(its.partials().keySet()) : active(method, Set.of());
    Callee.Sweeps generated = Callee.Sweeps.generated(sibling.canonicalName(), base, active, 1);
    Optional<Map<Integer, Callee>> partials =
        byPartials && orderOfCopies > 1 ? differentiable(its.partials()) : Optional.empty();
    Callee.Target tangent = its.tangent().map(SiblingCallees::target).orElse(generated.tangent());
    Callee.Sweeps sweeps =
        new Callee.Sweeps(
            tangent,
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
  private Optional<Map<Integer, Callee>> differentiable(Map<Integer, ExecutableElement> partials)
      throws CalleeException {
    Map<Integer, Callee> callees = new TreeMap<>();
    for (Map.Entry<Integer, ExecutableElement> partial : partials.entrySet()) {
      ExecutableElement rule = partial.getValue();
      Optional<Callee.Sweeps> its = derivatives(rule);
      if (its.isPresent()) {
        Callee.Target target = target(rule);
        callees.put(partial.getKey(), Callee.of(target.owner(), target.name(), its));
      } else if (isHere.test(rule)) {
        callees.put(partial.getKey(), copy(rule, false));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(callees);
  }

  private boolean isVisible(ExecutableElement rule) {
    return rule.getModifiers().contains(Modifier.PUBLIC)
        || elements.getPackageOf(rule).equals(elements.getPackageOf(owner));
  }

  private static Callee.Target target(ExecutableElement method) {
    return new Callee.Target(
        ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString(),
        method.getSimpleName().toString());
  }

  private static String nameOf(ExecutableElement method) {
    return method.getEnclosingElement().getSimpleName() + "." + method.getSimpleName();
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

  /** The methods with rules that have been asked for. */
  List<Ruled> ruled() {
    return List.copyOf(ruled.values());
  }

  @Override
  public Callee.Target reader(VariableElement field) {
    HiddenField reader =
        hidden.computeIfAbsent(
            field,
            key ->
                new HiddenField(
                    ClassName.get((TypeElement) key.getEnclosingElement()),
                    key.getSimpleName().toString(),
                    TypeName.get(key.asType())));
    return new Callee.Target(sibling.canonicalName(), reader.accessor() + "()");
  }

  /** The private fields that have been asked for. */
  List<HiddenField> hidden() {
    return List.copyOf(hidden.values());
  }

  @Override
  public Callee copy(ExecutableElement method, boolean readsOnly) throws CalleeException {
    refuse(order.use(method));
    return copies.computeIfAbsent(
        method,
        key -> {
          String name = copyName(key, new Names(key.getSimpleName().toString()).copy());
          Callee.Sweeps sweeps =
              Callee.Sweeps.generated(
                  sibling.canonicalName(), name, active(key, Set.of()), orderOfCopies);
          if (readsOnly && key.getReturnType().getKind() == TypeKind.DOUBLE) {
            sweeps =
                sweeps.with(new Callee.Target(sibling.canonicalName(), new Names(name).whole()));
          }
          Callee callee =
              Callee.of(
                  sibling.canonicalName(),
                  name,
                  sweeps.active().isEmpty() ? Optional.empty() : Optional.of(sweeps));
          toMake.add(new Copy(key, callee, false));
          return callee;
        });
  }

  /**
   * A copy of a method of this file that is to be made.
   *
   * @param nested whether derivatives of it are called
   */
  record Copy(ExecutableElement method, Callee callee, boolean nested) {}

  @Override
  public Nested nested(ExecutableElement method) throws CalleeException {
    refuse(order.call(method));
    NestedCopy known = nested.get(method);
    if (known != null) {
      return known.callees();
    }
    boolean here = isHere.test(method);
    String base = unused(copyName(method, new Names(method.getSimpleName().toString()).nested()));
    String home = sibling.canonicalName();
    Callee primal =
        here ? NestedCopy.primal(home, base, active(method, Set.of())) : elsewhere(method);
    NestedCopy copy = NestedCopy.of(method, signature(method), base, home, primal);
    nested.put(method, copy);
    if (here) {
      toMake.add(new Copy(method, primal, true));
    }
    return copy.callees();
  }

  private static void refuse(List<ExecutableElement> cycle) throws CalleeException {
    if (!cycle.isEmpty()) {
      throw new CalleeException(
          Message.NESTED_CYCLE,
          cycle.stream()
              .map(SiblingCallees::nameOf)
              .collect(Collectors.joining(" needs that of ")));
    }
  }

  /** Classes of different packages may have one name. */
  private String unused(String base) {
    String name = base;
    for (NestedCopy copy : nested.values()) {
      name = copy.base().equals(name) ? name + "_" : name;
    }
    return name;
  }

  /**
   * What is read next.
   *
   * @param receivers methods of other files that have to leave the arrays alone that it hands them
   */
  void reading(ExecutableElement method, Set<Callee.Target> receivers) {
    order.enter(method);
    mustOnlyRead = receivers;
  }

  /** A method of another file: its own sibling has to hold what is needed. */
  private Callee elsewhere(ExecutableElement method) throws CalleeException {
    Optional<Callee.Sweeps> its = derivatives(method);
    if (its.isEmpty() || its.get().order() < Callee.Sweeps.upTo(2)) {
      throw new CalleeException(Message.NESTED_ELSEWHERE, nameOf(method));
    }
    Callee.Target target = target(method);
    return Callee.of(target.owner(), target.name(), Optional.of(onlyReading(its.get(), method)));
  }

  /** Only the body of a method tells, which is not read here. */
  private void demandReadsOnly(ExecutableElement method, Signature signature)
      throws CalleeException {
    String marker = new Names(signature.base()).onlyReads();
    if (signatures.isCompiled(method)
        && !signatures.sibling(method).map(sibling -> sibling.promises(marker)).orElse(false)) {
      throw new CalleeException(Message.NESTED_ARRAYS_ELSEWHERE, nameOf(method));
    }
    demands.add(new Demand(Sibling.nameFor(signature.owner()), signature.base()));
  }

  /** What has been counted on. */
  List<Demand> demands() {
    return List.copyOf(demands);
  }

  /** The methods of which derivatives have been asked for. */
  List<NestedCopy> nested() {
    return List.copyOf(nested.values());
  }

  /** The next copy that has been asked for and not been made, if there is one. */
  Optional<Copy> nextCopy() {
    return Optional.ofNullable(toMake.poll());
  }

  /** {@code Inner_fCopy2} for the second overload of {@code f} in another class of the file. */
  private String copyName(ExecutableElement method, String base) {
    Element type = method.getEnclosingElement();
    List<ExecutableElement> overloads =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(other -> other.getSimpleName().equals(method.getSimpleName()))
            .collect(Collectors.toList());
    int number = overloads.indexOf(method) + 1;
    String prefix =
        type.equals(owner)
            ? ""
            : String.join("_", ClassName.get((TypeElement) type).simpleNames()) + "_";
    return prefix + base + (number == 1 ? "" : Integer.toString(number));
  }
}
