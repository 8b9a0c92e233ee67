package org.wengert.sample.benchmark.peer;

import java.util.ArrayList;
import java.util.List;

/** The list of all operations in the order in which they were done, as textbooks have it. */
public final class Tape {

  private final List<Variable> variables = new ArrayList<>();

  /** Returns a variable by which to differentiate. */
  public Variable input(double value) {
    return recorded(new Variable(this, value, null, 0, null, 0));
  }

  /** Returns a number that is not differentiated. */
  public Variable constant(double value) {
    return new Variable(this, value, null, 0, null, 0);
  }

  Variable unary(double value, Variable operand, double partial) {
    return recorded(new Variable(this, value, operand, partial, null, 0));
  }

  Variable binary(
      double value, Variable left, double leftPartial, Variable right, double rightPartial) {
    return recorded(new Variable(this, value, left, leftPartial, right, rightPartial));
  }

  private Variable recorded(Variable variable) {
    variables.add(variable);
    return variable;
  }

  /** Gives every variable its adjoint: the derivative of {@code result} by it. */
  public void reverse(Variable result) {
    for (Variable variable : variables) {
      variable.clearAdjoint();
    }
    result.seed();
    for (int i = variables.size() - 1; i >= 0; i--) {
      variables.get(i).handOn();
    }
  }
}
