package org.wengert.processor.proof;

import java.util.List;

/**
 * A component of a record.
 *
 * @param called whether by its accessor, else as the field that it is
 */
record Access(Expr record, Variable component, boolean called) implements Expr {
  @Override
  public Type type() {
    return component.type();
  }

  @Override
  public List<Node> children() {
    return List.of(record);
  }

  @Override
  public Node with(List<Node> children) {
    return new Access((Expr) children.get(0), component, called);
  }

  @Override
  public String text() {
    return Invocation.before(record) + "." + component.name() + (called ? "()" : "");
  }

  @Override
  public String construct() {
    return (called ? "accessor of " : "component of ") + type();
  }

  @Override
  public Object value(Frame frame) {
    Carrier carrier = frame.oracle().carrier(record.type());
    Instance instance = (Instance) record.value(frame);
    return called
        ? carrier.access(frame.oracle(), instance, component)
        : carrier.component(instance, component);
  }
}
