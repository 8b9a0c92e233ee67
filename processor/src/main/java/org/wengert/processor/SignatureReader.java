package org.wengert.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.wengert.processor.message.Message;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Parameter;
import org.wengert.processor.sibling.Signature;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Type;

/** Reads the declaration of an annotated method, without its body, and says all that is wrong. */
final class SignatureReader {
  /** How many argument slots a method of the JVM can have; a double takes two. */
  private static final int MOST_SLOTS = 255;

  /** With each more, what is generated grows by a factor of two to three. */
  private static final int HIGHEST_ORDER = 6;

  /** See the Java Language Specification, 8.10.1. */
  private static final Set<String> FORBIDDEN_COMPONENTS =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private static final Set<String> UNCHECKED =
      Set.of("java.lang.RuntimeException", "java.lang.Error");

  private final ExecutableElement method;
  private final Request request;
  private final Location declaredResult;
  private final List<DeclarationProblem> problems = new ArrayList<>();

  private SignatureReader(ExecutableElement method, Request request, Location declaredResult) {
    this.method = method;
    this.request = request;
    this.declaredResult = declaredResult;
  }

  /**
   * The signature of a method.
   *
   * @param declaredResult where the type of its result is written
   * @throws DeclarationException if the method cannot be differentiated as it is declared
   */
  static Signature read(ExecutableElement method, Request request, Location declaredResult)
      throws DeclarationException {
    return new SignatureReader(method, request, declaredResult).read();
  }

  private Signature read() throws DeclarationException {
    checkModifiers();
    Optional<Type> result = result();
    checkOrder();
    checkSparse(result);
    String base = base();
    List<Parameter> parameters = parameters();
    if (problems.isEmpty()) {
      checkFlow(parameters, result);
      checkTaylor(result);
      checkSlots(parameters);
      checkComponentNames(new Names(base), parameters, result);
    }
    if (!problems.isEmpty()) {
      throw new DeclarationException(problems);
    }
    return new Signature(
        ClassName.get((TypeElement) method.getEnclosingElement()),
        methodName(),
        base,
        parameters,
        result,
        request.wanted(),
        method.getThrownTypes().stream()
            .filter(SignatureReader::isChecked)
            .map(TypeName::get)
            .toList(),
        method.getModifiers().contains(Modifier.PUBLIC),
        declaredResult.line());
  }

  private void checkModifiers() {
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.ABSTRACT)) {
      problem(Message.ABSTRACT_METHOD, methodName());
    } else if (!modifiers.contains(Modifier.STATIC)) {
      problem(Message.NOT_STATIC, methodName());
    }
    if (modifiers.contains(Modifier.PRIVATE)) {
      problem(Message.PRIVATE_METHOD, methodName());
    }
    if (modifiers.contains(Modifier.NATIVE)) {
      problem(Message.NATIVE_METHOD, methodName());
    }
    if (!method.getTypeParameters().isEmpty()) {
      problem(Message.GENERIC_METHOD, methodName());
    }
  }

  private Optional<Type> result() {
    TypeMirror returned = method.getReturnType();
    if (returned.getKind() == TypeKind.VOID) {
      return Optional.empty();
    }
    Optional<Type> type = SourceTypes.of(returned);
    if (type.isPresent() && type.get().isDifferentiable() && type.get().rank() <= 1) {
      return type;
    }
    boolean integral =
        returned.getKind().isPrimitive() && !type.map(Type::isDifferentiable).orElse(false);
    problems.add(
        DeclarationProblem.at(
            declaredResult,
            method,
            integral ? Message.RESULT_INTEGRAL : Message.RESULT_UNSUPPORTED,
            methodName(),
            SourceTypes.spelling(returned)));
    return Optional.empty();
  }

  private void checkOrder() {
    request
        .order()
        .filter(order -> order.getValue() instanceof Integer)
        .ifPresent(
            order -> {
              int value = (Integer) order.getValue();
              if (value < 1 || value > HIGHEST_ORDER) {
                problemAt(order, Message.ORDER_OUT_OF_RANGE, value, HIGHEST_ORDER);
              }
            });
  }

  private void checkSparse(Optional<Type> result) {
    if (!request.wanted().sparse()) {
      return;
    }
    AnnotationValue sparse = request.sparse().orElseThrow();
    if (method.getReturnType().getKind() == TypeKind.VOID) {
      problemAt(sparse, Message.SPARSE_VOID, methodName());
    } else if (result.isPresent() && !result.get().isArray() && request.highestOrder() < 2) {
      problemAt(sparse, Message.SPARSE_FIRST_ORDER, methodName());
    }
  }

  private String base() {
    if (request.name().isEmpty()) {
      return methodName();
    }
    String name = request.name().get().getValue().toString();
    if (name.isEmpty()) {
      return methodName();
    }
    if (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name)) {
      problemAt(request.name().get(), Message.NAME_NOT_IDENTIFIER, name);
    }
    return name;
  }

  private List<Parameter> parameters() {
    Set<String> wrt = wrt();
    List<Parameter> parameters = new ArrayList<>();
    for (VariableElement declared : method.getParameters()) {
      String name = declared.getSimpleName().toString();
      TypeMirror mirror = declared.asType();
      Optional<Type> type = SourceTypes.of(mirror);
      if (type.isEmpty()) {
        continue; // the compiler says that there is no such class
      }
      boolean active = wrt.isEmpty() ? type.get().isDifferentiable() : wrt.contains(name);
      parameters.add(new Parameter(name, type.get(), TypeName.get(mirror), active));
    }
    return parameters;
  }

  /** The names that the annotation lists. */
  private Set<String> wrt() {
    Set<String> names = new LinkedHashSet<>();
    for (AnnotationValue value : request.wrt()) {
      String name = value.getValue().toString();
      names.add(name);
      Optional<? extends VariableElement> parameter =
          method.getParameters().stream()
              .filter(declared -> declared.getSimpleName().contentEquals(name))
              .findFirst();
      if (parameter.isEmpty()) {
        problemAt(value, Message.WRT_UNKNOWN, methodName(), name, list(method.getParameters()));
      } else if (!isDifferentiable(parameter.get())) {
        problemAt(
            value,
            Message.WRT_NOT_DIFFERENTIABLE,
            name,
            SourceTypes.spelling(parameter.get().asType()),
            methodName(),
            list(
                method.getParameters().stream()
                    .filter(SignatureReader::isDifferentiable)
                    .toList()));
      }
    }
    return names;
  }

  private static boolean isDifferentiable(VariableElement parameter) {
    return SourceTypes.of(parameter.asType()).map(Type::isDifferentiable).orElse(false);
  }

  private static String list(List<? extends VariableElement> parameters) {
    return parameters.isEmpty()
        ? "none"
        : parameters.stream()
            .map(parameter -> parameter.getSimpleName().toString())
            .collect(Collectors.joining(", "));
  }

  /** Of the derivative with the most parameters, the tangent or its adjoint, as the JVM counts. */
  private void checkSlots(List<Parameter> parameters) {
    int slots = 0;
    int tangent = 1; // the storage
    int order = request.highestOrder();
    for (Parameter parameter : parameters) {
      Type type = parameter.type();
      int own = type.equals(Type.DOUBLE) || type.equals(Type.LONG) ? 2 : 1;
      slots += parameter.active() ? 2 * own : own;
      tangent += parameter.active() ? own << Math.min(order, HIGHEST_ORDER) : own;
      if (order >= 2 && parameter.active() && type.isArray()) {
        slots++; // its part of a product with the Hessian
      }
    }
    // The adjoint has a seed, of two slots at most, for the tangents of scalars.
    if (slots + 2 > MOST_SLOTS || order >= 2 && tangent > MOST_SLOTS) {
      problem(Message.TOO_MANY_PARAMETERS, methodName());
    }
  }

  /** A derivative needs a way in and a way out. */
  private void checkFlow(List<Parameter> parameters, Optional<Type> result) {
    if (parameters.stream().noneMatch(Parameter::active)) {
      problem(Message.NO_ACTIVE_PARAMETER, methodName());
    } else if (result.isEmpty()
        && parameters.stream()
            .noneMatch(parameter -> parameter.active() && parameter.type().isArray())) {
      problem(Message.VOID_WITHOUT_ARRAY, methodName());
    }
  }

  private void checkTaylor(Optional<Type> result) {
    if (request.wanted().taylor() && result.isEmpty()) {
      problemAt(request.taylor().orElseThrow(), Message.TAYLOR_OF_NOTHING, methodName());
    }
  }

  private void checkComponentNames(Names names, List<Parameter> parameters, Optional<Type> result) {
    boolean scalarValued = result.isPresent() && !result.get().isArray();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      boolean inVjpRecord = parameter.active() && !parameter.type().isArray();
      boolean inGradientRecord = parameter.active() && scalarValued;
      if (!inVjpRecord && !inGradientRecord) {
        continue;
      }
      String record = inVjpRecord ? names.vjpRecord() : names.gradientRecord();
      if (FORBIDDEN_COMPONENTS.contains(parameter.name())) {
        problems.add(
            DeclarationProblem.on(
                method.getParameters().get(i),
                Message.COMPONENT_NAME_RESERVED,
                parameter.name(),
                record));
      } else if (parameter.name().equals("value") && result.isPresent()) {
        problems.add(
            DeclarationProblem.on(
                method.getParameters().get(i), Message.COMPONENT_NAMED_VALUE, record));
      }
    }
  }

  private static boolean isChecked(TypeMirror exception) {
    for (TypeMirror type = exception; type instanceof DeclaredType declared; ) {
      TypeElement element = (TypeElement) declared.asElement();
      if (UNCHECKED.contains(element.getQualifiedName().toString())) {
        return false;
      }
      type = element.getSuperclass();
    }
    return true;
  }

  private String methodName() {
    return method.getSimpleName().toString();
  }

  private void problem(Message message, Object... arguments) {
    problems.add(DeclarationProblem.on(method, message, arguments));
  }

  private void problemAt(AnnotationValue value, Message message, Object... arguments) {
    problems.add(DeclarationProblem.on(method, request.annotation(), value, message, arguments));
  }
}
