package org.wengert.processor;

import com.palantir.javapoet.ClassName;
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
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.wengert.processor.read.Callees;
import org.wengert.processor.read.MissingSiblingException;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Sibling;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Type;

/**
 * The methods that those of one class call. The derivatives of an annotated method that is compiled
 * now are known by their names alone: its sibling may not exist yet, or be an old one.
 */
final class SiblingCallees implements Callees {
  private final TypeElement owner;
  private final Elements elements;
  private final Predicate<ExecutableElement> isCompiled;
  private final ClassName sibling;
  private final Map<ExecutableElement, Callee> copies = new LinkedHashMap<>();
  private final Deque<ExecutableElement> toMake = new ArrayDeque<>();

  /**
   * @param owner the class whose sibling is being made
   * @param isCompiled whether a method comes from a class file
   */
  SiblingCallees(TypeElement owner, Elements elements, Predicate<ExecutableElement> isCompiled) {
    this.owner = owner;
    this.elements = elements;
    this.isCompiled = isCompiled;
    this.sibling = Sibling.nameFor(ClassName.get(owner));
  }

  @Override
  public Optional<Callee.Sweeps> derivatives(ExecutableElement method)
      throws MissingSiblingException {
    Optional<Request> request = Request.on(method);
    if (request.isEmpty() || !isDifferentiated(method)) {
      return Optional.empty();
    }
    TypeElement type = (TypeElement) method.getEnclosingElement();
    ClassName name = Sibling.nameFor(ClassName.get(type));
    String base = request.get().base(method);
    List<Integer> active =
        isCompiled.test(method)
            ? activeInClassFile(method, name, base)
            : active(method, request.get().names());
    return Optional.of(new Callee.Sweeps(name.canonicalName(), base, active));
  }

  /** A method in a class file has its sibling beside it, and no parameter names. */
  private List<Integer> activeInClassFile(ExecutableElement method, ClassName name, String base)
      throws MissingSiblingException {
    TypeElement type = elements.getTypeElement(name.canonicalName());
    return Optional.ofNullable(type)
        .map(CompiledSibling::new)
        .flatMap(
            compiled -> compiled.active(new Names(base).forward(), method.getParameters().size()))
        .orElseThrow(() -> new MissingSiblingException(name.simpleName()));
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
  public Callee copy(ExecutableElement method) {
    return copies.computeIfAbsent(
        method,
        key -> {
          toMake.add(key);
          String name = copyName(key);
          Callee.Sweeps sweeps =
              new Callee.Sweeps(sibling.canonicalName(), name, active(key, Set.of()));
          return new Callee(
              sibling.canonicalName(),
              name,
              sweeps.active().isEmpty() ? Optional.empty() : Optional.of(sweeps));
        });
  }

  /** The next method whose copy has been asked for and not been made, if there is one. */
  Optional<ExecutableElement> nextCopy() {
    return Optional.ofNullable(toMake.poll());
  }

  /** {@code Inner_fCopy2} for the second overload of {@code f} in another class of the file. */
  private String copyName(ExecutableElement method) {
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
    return prefix
        + new Names(method.getSimpleName().toString()).copy()
        + (number == 1 ? "" : Integer.toString(number));
  }
}
