package org.wengert.processor.proof;

import java.util.HashMap;
import java.util.Map;

/**
 * Executes a program as Java does, and carries along the derivatives of every number by all inputs:
 * plain forward mode, without anything of the processor.
 */
final class Oracle {
  private static final int STEPS = 20_000;
  private static final int DEPTH = 50;

  private final Program program;
  private final Map<String, Object> fields = new HashMap<>();
  private int steps;
  private int depth;
  private boolean singular;

  Oracle(Program program) {
    this.program = program;
    Frame frame = new Frame(this);
    for (Field field : program.fields()) {
      Variable variable = field.variable();
      fields.put(variable.name(), variable.type().convert(field.first().value(frame)));
    }
  }

  /** A program that takes too long. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** What the method returns, null for {@code void}; arrays are changed as it changes them. */
  Object run(Object... arguments) {
    return call(program.main(), arguments);
  }

  Object call(Method method, Object... arguments) {
    step();
    if (++depth > DEPTH) {
      throw new Exhausted();
    }
    Frame frame = new Frame(this);
    for (int i = 0; i < arguments.length; i++) {
      Variable parameter = method.parameters().get(i);
      frame.set(parameter.name(), parameter.type().convert(arguments[i]));
    }
    Object result = method.body().run(frame).result();
    depth--;
    return result == null ? null : method.type().convert(result);
  }

  Method method(String name) {
    return program.method(name);
  }

  Carrier carrier(Type type) {
    return program.carriers().stream()
        .filter(carrier -> carrier.type() == type)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(type.toString()));
  }

  Object field(String name) {
    return fields.get(name);
  }

  /** Whether there was a number somewhere that is not finite or has such a derivative. */
  boolean isSingular() {
    return singular;
  }

  void step() {
    if (++steps > STEPS) {
      throw new Exhausted();
    }
  }

  Num chain(double value, Num a, double byA) {
    singular |= !Double.isFinite(byA);
    return seen(a.then(value, byA));
  }

  Num chain(double value, Num a, double byA, Num b, double byB) {
    singular |= !Double.isFinite(byA) || !Double.isFinite(byB);
    return seen(a.then(value, byA).plus(b.then(value, byB)));
  }

  Num seen(Num number) {
    singular |= !Double.isFinite(number.value());
    if (!number.isConstant()) {
      for (double dot : number.size()) {
        singular |= !Double.isFinite(dot);
      }
    }
    return number;
  }
}
