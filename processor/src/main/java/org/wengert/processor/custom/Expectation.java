package org.wengert.processor.custom;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * How a rule for a method has to be declared.
 *
 * @param result what it returns
 * @param parameters the types of its parameters
 * @param names what they may be called
 */
record Expectation(TypeMirror result, List<TypeMirror> parameters, List<String> names) {

  static Expectation of(
      ExecutableElement method, RuleRequest.Mode mode, Elements elements, Types types) {
    return switch (mode) {
      case PARTIAL -> partial(method);
      case TANGENT -> tangent(method, elements);
      case ADJOINT -> adjoint(method, types);
    };
  }

  private static Expectation partial(ExecutableElement method) {
    List<TypeMirror> parameters = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      parameters.add(parameter.asType());
      names.add(parameter.getSimpleName().toString());
    }
    return new Expectation(method.getReturnType(), parameters, names);
  }

  private static Expectation tangent(ExecutableElement method, Elements elements) {
    List<TypeMirror> parameters = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      add(parameter, "", parameters, names);
      if (isFloating(parameter.asType())) {
        add(parameter, "Dot", parameters, names);
      }
    }
    TypeMirror result = method.getReturnType();
    if (result.getKind() != TypeKind.VOID) {
      String dual =
          "org.wengert.Dual"
              + (element(result).getKind() == TypeKind.FLOAT ? "Float" : "")
              + (result.getKind() == TypeKind.ARRAY ? "Array" : "");
      TypeElement record = elements.getTypeElement(dual);
      result = record == null ? result : record.asType();
    }
    return new Expectation(result, parameters, names);
  }

  private static Expectation adjoint(ExecutableElement method, Types types) {
    List<TypeMirror> parameters = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int scalars = 0;
    TypeMirror scalar = null;
    for (VariableElement parameter : method.getParameters()) {
      add(parameter, "", parameters, names);
      if (isFloating(parameter.asType())) {
        if (parameter.asType().getKind() == TypeKind.ARRAY) {
          add(parameter, "Bar", parameters, names);
        } else {
          scalars++;
          scalar = parameter.asType();
        }
      }
    }
    if (method.getReturnType().getKind() != TypeKind.VOID) {
      parameters.add(method.getReturnType());
      names.add("result");
      parameters.add(method.getReturnType());
      names.add("resultBar");
    }
    TypeMirror result =
        scalars == 0
            ? types.getNoType(TypeKind.VOID)
            : scalars == 1 ? scalar : types.getArrayType(types.getPrimitiveType(TypeKind.DOUBLE));
    return new Expectation(result, parameters, names);
  }

  private static void add(
      VariableElement parameter, String suffix, List<TypeMirror> types, List<String> names) {
    types.add(parameter.asType());
    names.add(parameter.getSimpleName() + suffix);
  }

  /** Whether a type is {@code double}, {@code float} or an array of these. */
  static boolean isFloating(TypeMirror type) {
    TypeKind kind = element(type).getKind();
    return kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT;
  }

  private static TypeMirror element(TypeMirror type) {
    TypeMirror element = type;
    while (element instanceof ArrayType array) {
      element = array.getComponentType();
    }
    return element;
  }

  boolean hasParametersOf(ExecutableElement rule, Types types) {
    if (rule.getParameters().size() != parameters.size()) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (!types.isSameType(
          types.erasure(rule.getParameters().get(i).asType()), types.erasure(parameters.get(i)))) {
        return false;
      }
    }
    return true;
  }

  boolean hasResultOf(ExecutableElement rule, Types types) {
    return types.isSameType(rule.getReturnType(), result);
  }

  /** The declaration of a rule of this name. */
  String spelling(String name) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      all.add(spelling(parameters.get(i)) + " " + names.get(i));
    }
    return all.stream()
        .collect(Collectors.joining(", ", "static " + spelling(result) + " " + name + "(", ")"));
  }

  private static String spelling(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return spelling(array.getComponentType()) + "[]";
    }
    return type instanceof DeclaredType declared
        ? declared.asElement().getSimpleName().toString()
        : type.toString();
  }
}
