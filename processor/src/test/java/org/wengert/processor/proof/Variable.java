package org.wengert.processor.proof;

import java.util.List;

record Variable(Type type, String name) implements Place {
  @Override
  public List<Node> children() {
    return List.of();
  }

  @Override
  public Node with(List<Node> children) {
    return this;
  }

  @Override
  public String text() {
    return name;
  }

  @Override
  public String construct() {
    return (name.contains(Field.MARK) ? "static " : "variable of ") + type;
  }

  @Override
  public Object value(Frame frame) {
    return frame.get(name);
  }

  @Override
  public Reference reference(Frame frame) {
    return new Reference(() -> frame.get(name), value -> frame.set(name, value));
  }
}
