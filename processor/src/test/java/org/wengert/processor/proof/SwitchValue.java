package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A switch expression.
 *
 * @param labels as many as results; null is the default
 * @param before what is done first, empty where there is only the result
 */
record SwitchValue(Expr selector, List<Integer> labels, List<Block> before, List<Expr> results)
    implements Expr {
  @Override
  public Type type() {
    return results.stream()
        .map(Expr::type)
        .reduce((a, b) -> a == b ? a : Type.promoted(a, b))
        .orElseThrow();
  }

  @Override
  public List<Node> children() {
    List<Node> children = new ArrayList<>(List.of(selector));
    children.addAll(before);
    children.addAll(results);
    return children;
  }

  @Override
  public Node with(List<Node> children) {
    int n = results.size();
    return new SwitchValue(
        (Expr) children.get(0),
        labels,
        children.subList(1, n + 1).stream().map(Block.class::cast).toList(),
        children.subList(n + 1, 2 * n + 1).stream().map(Expr.class::cast).toList());
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder("switch (" + selector.text() + ") {\n");
    for (int i = 0; i < results.size(); i++) {
      String result = results.get(i).text() + ";";
      String first = before.get(i).inner();
      text.append(Switch.label(selector.type(), labels.get(i)))
          .append(" -> ")
          .append(first.isEmpty() ? result + "\n" : "{\n" + first + "yield " + result + "\n}\n");
    }
    return text + "}";
  }

  @Override
  public String construct() {
    return (selector.type() == Type.MODE ? "enum switch of " : "switch of ") + type();
  }

  @Override
  public Object value(Frame frame) {
    int i = Switch.find(labels, Switch.number(selector.value(frame)));
    before.get(i).run(frame);
    return type().convert(results.get(i).value(frame));
  }
}
