package org.wengert.sample.benchmark.peer;

/** Derivatives by a tape of operations: one sweep forwards, and one backwards for each output. */
public final class OperatorTape {

  private OperatorTape() {}

  /** Returns a row for each output. */
  public static double[][] jacobian(OverloadedFunction function, double[] x) {
    Tape tape = new Tape();
    Variable[] inputs = new Variable[x.length];
    for (int j = 0; j < x.length; j++) {
      inputs[j] = tape.input(x[j]);
    }
    Variable[] outputs = function.values(new TapeNumbers(tape), inputs);
    double[][] jacobian = new double[outputs.length][x.length];
    for (int i = 0; i < outputs.length; i++) {
      tape.reverse(outputs[i]);
      for (int j = 0; j < x.length; j++) {
        jacobian[i][j] = inputs[j].adjoint();
      }
    }
    return jacobian;
  }
}
