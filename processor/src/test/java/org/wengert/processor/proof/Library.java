package org.wengert.processor.proof;

import java.util.Arrays;
import java.util.List;

/** A method of arrays. */
record Library(Function function, List<Expr> arguments) implements Expr {
  enum Function {
    CLONE,
    COPY_OF,
    COPY_OF_RANGE,
    FILL,
    FILL_RANGE,
    ARRAYCOPY
  }

  static Library of(Function function, Expr... arguments) {
    return new Library(function, List.of(arguments));
  }

  @Override
  public Type type() {
    return switch (function) {
      case CLONE, COPY_OF, COPY_OF_RANGE -> arguments.get(0).type();
      default -> Type.VOID;
    };
  }

  @Override
  public List<Node> children() {
    return List.copyOf(arguments);
  }

  @Override
  public Node with(List<Node> children) {
    return new Library(function, children.stream().map(Expr.class::cast).toList());
  }

  @Override
  public String text() {
    return switch (function) {
      case CLONE -> arguments.get(0).text() + ".clone()";
      case COPY_OF -> "java.util.Arrays.copyOf(" + Call.list(arguments) + ")";
      case COPY_OF_RANGE -> "java.util.Arrays.copyOfRange(" + Call.list(arguments) + ")";
      case FILL, FILL_RANGE -> "java.util.Arrays.fill(" + Call.list(arguments) + ")";
      case ARRAYCOPY -> "System.arraycopy(" + Call.list(arguments) + ")";
    };
  }

  @Override
  public String construct() {
    return function + " " + arguments.get(0).type();
  }

  @Override
  public Object value(Frame frame) {
    List<Object> values = arguments.stream().map(argument -> argument.value(frame)).toList();
    Object[] array = (Object[]) values.get(0);
    Type element = arguments.get(0).type().element();
    switch (function) {
      case CLONE:
        return array.clone();
      case COPY_OF:
        Object[] copy = Arrays.copyOf(array, (int) values.get(1));
        Arrays.fill(copy, Math.min(array.length, copy.length), copy.length, element.zero());
        return copy;
      case COPY_OF_RANGE:
        int from = (int) values.get(1);
        Object[] part = Arrays.copyOfRange(array, from, (int) values.get(2));
        int last = Math.min(array.length - from, part.length);
        Arrays.fill(part, last, part.length, element.zero());
        return part;
      case FILL_RANGE:
        Arrays.fill(
            array, (int) values.get(1), (int) values.get(2), element.convert(values.get(3)));
        return Completion.NORMAL;
      case FILL:
        Arrays.fill(array, element.convert(values.get(1)));
        return Completion.NORMAL;
      default:
        System.arraycopy(
            array,
            (int) values.get(1),
            (Object[]) values.get(2),
            (int) values.get(3),
            (int) values.get(4));
        return Completion.NORMAL;
    }
  }
}
