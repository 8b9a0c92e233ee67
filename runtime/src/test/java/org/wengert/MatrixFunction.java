package org.wengert;

/** {@code A x}, with a count of how often each sweep was run. */
final class MatrixFunction implements VectorFunction {

  private final double[][] matrix;
  private final int columns;
  int forwardSweeps;
  int reverseSweeps;

  MatrixFunction(double[][] matrix, int columns) {
    this.matrix = matrix;
    this.columns = columns;
  }

  /** Entry i, j is 10 i + j + 1. */
  static double[][] matrix(int rows, int columns) {
    double[][] matrix = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        matrix[i][j] = 10 * i + j + 1;
      }
    }
    return matrix;
  }

  @Override
  public double[] value(double[] x) {
    double[] value = new double[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < columns; j++) {
        value[i] += matrix[i][j] * x[j];
      }
    }
    return value;
  }

  @Override
  public DualArray jvp(double[] x, double[] xDot) {
    forwardSweeps++;
    return new DualArray(value(x), value(xDot));
  }

  @Override
  public double[] vjp(double[] x, double[] resultBar) {
    reverseSweeps++;
    double[] xBar = new double[columns];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < columns; j++) {
        xBar[j] += matrix[i][j] * resultBar[i];
      }
    }
    return xBar;
  }
}
