package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A record that the program declares.
 *
 * @param body of the canonical constructor
 * @param compact whether that is a compact one
 * @param others parameters of another constructor; empty if there is none
 * @param delegated what the other constructor calls this one with
 * @param methods that are not static; one without parameters and with a component's name is its
 *     accessor
 */
record Carrier(
    Type type,
    List<Variable> components,
    Block body,
    boolean compact,
    List<Variable> others,
    List<Expr> delegated,
    List<Method> methods) {
  /** What the names of records begin with, until the class is written. */
  static final String NAME = "Carrier";

  Carrier with(List<Method> others) {
    return new Carrier(type, components, body, compact, this.others, delegated, others);
  }

  /** The record itself in its methods. */
  Variable self() {
    return new Variable(type, "this");
  }

  Method method(String name) {
    return methods.stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  private boolean declares(String accessor) {
    return methods.stream().anyMatch(method -> method.name().equals(accessor));
  }

  /** Whether a component is nothing but what was given for it. */
  boolean isPlain() {
    return body.statements().isEmpty()
        && components.stream().noneMatch(component -> declares(component.name()));
  }

  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>(delegated);
    nodes.add(body);
    methods.forEach(method -> nodes.add(method.body()));
    return nodes;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("record %s(%s) {\n".formatted(type, Method.list(components)));
    if (!compact) {
      String fields =
          components.stream()
              .map(each -> "this.%s = %s;\n".formatted(each.name(), each.name()))
              .collect(Collectors.joining());
      text.append("%s(%s) {\n".formatted(type, Method.list(components)))
          .append(body.inner() + fields + "}\n");
    } else if (!body.statements().isEmpty()) {
      text.append(type + " " + body.text());
    }
    if (!others.isEmpty()) {
      text.append("%s(%s) {\n".formatted(type, Method.list(others)))
          .append("this(" + Call.list(delegated) + ");\n}\n");
    }
    methods.forEach(method -> text.append(method.text("public")));
    return text + "}\n";
  }

  /** A new one, by the constructor with as many parameters. */
  Instance create(Oracle oracle, List<Object> arguments) {
    oracle.step();
    boolean canonical = arguments.size() == components.size();
    Frame frame = new Frame(oracle);
    frame.declare(canonical ? components : others, arguments);
    if (!canonical) {
      return create(oracle, delegated.stream().map(each -> each.value(frame)).toList());
    }
    body.run(frame);
    List<Object> values = new ArrayList<>();
    components.forEach(component -> values.add(frame.get(component.name())));
    return new Instance(type, values);
  }

  Object component(Instance record, Variable component) {
    return record.values().get(components.indexOf(component));
  }

  Object access(Oracle oracle, Instance record, Variable component) {
    return declares(component.name())
        ? call(oracle, record, component.name(), List.of())
        : component(record, component);
  }

  Object call(Oracle oracle, Instance record, String name, List<Object> arguments) {
    oracle.step();
    Frame frame = new Frame(oracle);
    frame.declare(components, record.values());
    frame.set(self().name(), record);
    Method method = method(name);
    frame.declare(method.parameters(), arguments);
    Object result = method.body().run(frame).result();
    return result == null ? null : method.type().convert(result);
  }
}
