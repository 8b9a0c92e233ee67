package org.wengert.sample.benchmark.peer;

/** The result of one operation, which remembers its operands and its derivatives by them. */
public final class Variable {

  private final Tape tape;
  private final double value;
  private final Variable left;
  private final double leftPartial;
  private final Variable right;
  private final double rightPartial;
  private double adjoint;

  Variable(
      Tape tape,
      double value,
      Variable left,
      double leftPartial,
      Variable right,
      double rightPartial) {
    this.tape = tape;
    this.value = value;
    this.left = left;
    this.leftPartial = leftPartial;
    this.right = right;
    this.rightPartial = rightPartial;
  }

  public double value() {
    return value;
  }

  /** The derivative of what was last differentiated by this variable. */
  public double adjoint() {
    return adjoint;
  }

  void clearAdjoint() {
    adjoint = 0;
  }

  void seed() {
    adjoint = 1;
  }

  void handOn() {
    if (left != null) {
      left.adjoint += adjoint * leftPartial;
    }
    if (right != null) {
      right.adjoint += adjoint * rightPartial;
    }
  }

  public Variable plus(Variable other) {
    return tape.binary(value + other.value, this, 1, other, 1);
  }

  public Variable plus(double other) {
    return tape.unary(value + other, this, 1);
  }

  public Variable minus(Variable other) {
    return tape.binary(value - other.value, this, 1, other, -1);
  }

  /** Returns this, subtracted from the other. */
  public Variable subtractedFrom(double other) {
    return tape.unary(other - value, this, -1);
  }

  public Variable times(Variable other) {
    return tape.binary(value * other.value, this, other.value, other, value);
  }

  public Variable times(double other) {
    return tape.unary(value * other, this, other);
  }

  public Variable over(Variable other) {
    double quotient = value / other.value;
    return tape.binary(quotient, this, 1 / other.value, other, -quotient / other.value);
  }

  public Variable exp() {
    double exp = Math.exp(value);
    return tape.unary(exp, this, exp);
  }

  public Variable log() {
    return tape.unary(Math.log(value), this, 1 / value);
  }

  public Variable sqrt() {
    double sqrt = Math.sqrt(value);
    return tape.unary(sqrt, this, 0.5 / sqrt);
  }

  public Variable sin() {
    return tape.unary(Math.sin(value), this, Math.cos(value));
  }

  public Variable cos() {
    return tape.unary(Math.cos(value), this, -Math.sin(value));
  }

  public Variable tanh() {
    double tanh = Math.tanh(value);
    return tape.unary(tanh, this, 1 - tanh * tanh);
  }
}
