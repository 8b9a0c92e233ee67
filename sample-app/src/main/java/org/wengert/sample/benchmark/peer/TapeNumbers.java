package org.wengert.sample.benchmark.peer;

/** The numbers of one {@link Tape}. */
final class TapeNumbers implements Numbers<Variable> {

  private final Tape tape;

  TapeNumbers(Tape tape) {
    this.tape = tape;
  }

  @Override
  public Variable constant(double value) {
    return tape.constant(value);
  }

  @Override
  public double value(Variable a) {
    return a.value();
  }

  @Override
  public Variable[] array(int length) {
    return new Variable[length];
  }

  @Override
  public Variable add(Variable a, Variable b) {
    return a.plus(b);
  }

  @Override
  public Variable add(Variable a, double b) {
    return a.plus(b);
  }

  @Override
  public Variable subtract(Variable a, Variable b) {
    return a.minus(b);
  }

  @Override
  public Variable subtract(double a, Variable b) {
    return b.subtractedFrom(a);
  }

  @Override
  public Variable multiply(Variable a, Variable b) {
    return a.times(b);
  }

  @Override
  public Variable multiply(Variable a, double b) {
    return a.times(b);
  }

  @Override
  public Variable divide(Variable a, Variable b) {
    return a.over(b);
  }

  @Override
  public Variable exp(Variable a) {
    return a.exp();
  }

  @Override
  public Variable log(Variable a) {
    return a.log();
  }

  @Override
  public Variable sqrt(Variable a) {
    return a.sqrt();
  }

  @Override
  public Variable sin(Variable a) {
    return a.sin();
  }

  @Override
  public Variable cos(Variable a) {
    return a.cos();
  }

  @Override
  public Variable tanh(Variable a) {
    return a.tanh();
  }
}
