package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A switch with arrows, or one that falls through.
 *
 * @param labels as many as bodies; null is the default
 */
record Switch(boolean arrows, Expr selector, List<Integer> labels, List<Block> bodies)
    implements Stmt {
  @Override
  public List<Node> children() {
    List<Node> children = new ArrayList<>(List.of(selector));
    children.addAll(bodies);
    return children;
  }

  @Override
  public Node with(List<Node> children) {
    return new Switch(
        arrows,
        (Expr) children.get(0),
        labels,
        children.stream().skip(1).map(Block.class::cast).toList());
  }

  static String label(Type type, Integer label) {
    return label == null
        ? "default"
        : "case " + (type == Type.MODE ? Mode.values()[label].toString() : label.toString());
  }

  /** The label that a value has, of which those of an enum are counted. */
  static int number(Object value) {
    return value instanceof Integer number ? number : ((Mode) value).ordinal();
  }

  /** The number of the body to begin with, or that of all bodies. */
  static int find(List<Integer> labels, int value) {
    int exact = labels.indexOf(value);
    int otherwise = labels.indexOf(null);
    return exact >= 0 ? exact : otherwise >= 0 ? otherwise : labels.size();
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder("switch (" + selector.text() + ") {\n");
    for (int i = 0; i < bodies.size(); i++) {
      text.append(label(selector.type(), labels.get(i)))
          .append(arrows ? " -> " : ": ")
          .append(bodies.get(i).text());
    }
    return text + "}\n";
  }

  @Override
  public String construct() {
    return (selector.type() == Type.MODE ? "enum switch" : "switch")
        + (arrows ? " with arrows" : "");
  }

  @Override
  public Completion run(Frame frame) {
    int i = find(labels, number(selector.value(frame)));
    int end = arrows ? Math.min(i + 1, bodies.size()) : bodies.size();
    for (; i < end; i++) {
      Completion completion = bodies.get(i).run(frame);
      if (completion.kind() == Completion.Kind.BREAK && completion.label() == null) {
        break;
      }
      if (!completion.isNormal()) {
        return completion;
      }
    }
    return Completion.NORMAL;
  }
}
