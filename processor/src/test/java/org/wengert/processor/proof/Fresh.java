package org.wengert.processor.proof;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A new array: by its length, its lengths. Where these are fewer than dimensions, rows are null.
 */
record Fresh(Type type, List<Expr> lengths) implements Expr {
  @Override
  public List<Node> children() {
    return List.copyOf(lengths);
  }

  @Override
  public Node with(List<Node> children) {
    return new Fresh(type, children.stream().map(Expr.class::cast).toList());
  }

  @Override
  public String text() {
    return "new "
        + type.toString().replace("[]", "")
        + lengths.stream().map(length -> "[" + length.text() + "]").collect(Collectors.joining())
        + "[]".repeat(missing());
  }

  private int missing() {
    int rank = 0;
    for (Type part = type; part.isArray(); part = part.element()) {
      rank++;
    }
    return rank - lengths.size();
  }

  @Override
  public String construct() {
    return "new " + type + (missing() > 0 ? " of nulls" : "");
  }

  @Override
  public Object value(Frame frame) {
    return make(type, lengths.stream().mapToInt(length -> (int) length.value(frame)).toArray());
  }

  private static Object[] make(Type type, int... lengths) {
    Object[] array = new Object[lengths[0]];
    for (int i = 0; i < array.length; i++) {
      array[i] =
          lengths.length > 1
              ? make(type.element(), Arrays.copyOfRange(lengths, 1, lengths.length))
              : type.element().zero();
    }
    return array;
  }
}
