package org.wengert.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.wengert.processor.custom.RuleBook;
import org.wengert.processor.message.Message;
import org.wengert.processor.model.DeclaredMembers;
import org.wengert.processor.read.CalleeException;
import org.wengert.processor.read.Callees;
import org.wengert.processor.sibling.Demand;
import org.wengert.processor.sibling.HiddenField;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Reliance;
import org.wengert.processor.sibling.Sibling;
import org.wengert.processor.tape.Callee;

/** The methods that those of one class call. */
final class SiblingCallees implements Callees {
  private final TypeElement owner;
  private final Elements elements;
  private final Predicate<ExecutableElement> isHere;
  private final ClassName sibling;
  private final int orderOfCopies;
  private final AnnotatedCallees annotated;
  private final RuledCallees ruled;
  private final Map<ExecutableElement, Callee> copies = new LinkedHashMap<>();
  private final Deque<Copy> toMake = new ArrayDeque<>();
  private final NestingOrder order = new NestingOrder();
  private final Map<ExecutableElement, NestedCopy> nested = new LinkedHashMap<>();
  private final Map<VariableElement, HiddenField> hidden = new LinkedHashMap<>();

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
    this.elements = elements;
    this.isHere = isHere;
    this.orderOfCopies = orderOfCopies;
    this.sibling = Sibling.nameFor(ClassName.get(owner));
    this.annotated = new AnnotatedCallees(signatures, isHere);
    this.ruled = new RuledCallees(owner, elements, types, signatures, isHere);
  }

  @Override
  public Optional<Callee.Sweeps> derivatives(ExecutableElement method) throws CalleeException {
    Optional<RuleBook.Rules> rules = ruled.rules(method);
    if (rules.isPresent()) {
      String base = copyName(method, new Names(method.getSimpleName().toString()).rule());
      return Optional.of(
          ruled.derivatives(
              method,
              rules.get(),
              base,
              orderOfCopies > 1 ? Optional.of(this::differentiable) : Optional.empty()));
    }
    CalledMethod called = new CalledMethod(method);
    AnnotatedCallees.refuseLeftover(called.owner());
    Optional<Request> request = Request.on(method);
    boolean hasCopy = orderOfCopies == Callee.Sweeps.ANY && isHere.test(method);
    return request.isEmpty() || !called.isVisibleToSibling() || hasCopy
        ? Optional.empty()
        : Optional.of(annotated.derivatives(method, request.get()));
  }

  private Optional<Callee> differentiable(ExecutableElement rule) throws CalleeException {
    Optional<Callee.Sweeps> its = derivatives(rule);
    if (its.isPresent()) {
      Callee.Target target = new CalledMethod(rule).target();
      return Optional.of(Callee.of(target.owner(), target.name(), its));
    }
    return isHere.test(rule) ? Optional.of(copy(rule, false)) : Optional.empty();
  }

  @Override
  public boolean hasRules(ExecutableElement method) {
    return ruled.rules(method).isPresent();
  }

  /** The methods with rules that have been asked for. */
  List<RuledCallees.Ruled> ruled() {
    return ruled.all();
  }

  /** What siblings of other files have to hold. */
  List<Demand> demands() {
    return annotated.demands();
  }

  /** What has been assumed of other files, which may be compiled again alone. */
  List<Reliance> reliances() {
    List<Reliance> all = new ArrayList<>(annotated.reliances());
    all.addAll(ruled.reliances());
    return all;
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
                  sibling.canonicalName(),
                  name,
                  new CalledMethod(key).active(Set.of()),
                  orderOfCopies);
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
        here
            ? NestedCopy.primal(home, base, new CalledMethod(method).active(Set.of()))
            : annotated.nested(method, derivatives(method));
    NestedCopy copy = NestedCopy.of(method, annotated.signature(method), base, home, primal);
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
              .map(method -> new CalledMethod(method).spelling())
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
    annotated.demandOnlyReading(receivers);
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
    TypeElement type = (TypeElement) method.getEnclosingElement();
    List<ExecutableElement> overloads =
        ElementFilter.methodsIn(DeclaredMembers.of(type, elements)).stream()
            .filter(other -> other.getSimpleName().equals(method.getSimpleName()))
            .collect(Collectors.toList());
    int number = overloads.indexOf(method) + 1;
    String prefix =
        type.equals(owner) ? "" : String.join("_", ClassName.get(type).simpleNames()) + "_";
    return prefix + base + (number == 1 ? "" : Integer.toString(number));
  }
}
