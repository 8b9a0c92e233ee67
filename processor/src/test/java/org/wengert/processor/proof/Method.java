package org.wengert.processor.proof;

import java.util.List;
import java.util.stream.Collectors;

/**
 * @param annotation with its argument; empty for a helper
 * @param elsewhere whether it stands in the other class
 */
record Method(
    String annotation,
    boolean elsewhere,
    Type type,
    String name,
    List<Variable> parameters,
    Block body) {
  Method with(Block other) {
    return new Method(annotation, elsewhere, type, name, parameters, other);
  }

  /** Annotated with more elements; what is not annotated stays so. */
  Method asking(String elements) {
    if (!isAnnotated() || elements.isEmpty()) {
      return this;
    }
    String more =
        annotation.contains("(")
            ? annotation.replace("(", "(" + elements + ", ")
            : annotation + "(" + elements + ")";
    return annotated(more);
  }

  Method annotated(String other) {
    return new Method(other, elsewhere, type, name, parameters, body);
  }

  boolean isAnnotated() {
    return !annotation.isEmpty();
  }

  /**
   * Whether it can be given a constant array where it may change that: if its derivatives are
   * called, and it can neither return the array nor make it a row of another, and has no others.
   */
  boolean canBorrow() {
    boolean rows =
        parameters.stream().anyMatch(it -> it.type() == Type.MATRIX || it.type() == Type.CUBE);
    boolean more = parameters.stream().anyMatch(it -> it.name().equals(Spread.MORE));
    return elsewhere && !rows && !more && !type.isArray();
  }

  String text() {
    return annotation + "\n" + text("static");
  }

  String text(String modifier) {
    return "%s %s %s(%s) %s\n".formatted(modifier, type, name, list(parameters), body.text());
  }

  private static String type(Variable parameter) {
    String type = parameter.type().toString();
    return parameter.name().equals(Spread.MORE) ? type.replace("[]", "...") : type;
  }

  static String list(List<Variable> parameters) {
    return parameters.stream()
        .map(parameter -> type(parameter) + " " + parameter.name())
        .collect(Collectors.joining(", "));
  }
}
