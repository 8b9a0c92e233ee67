package org.wengert.sample.sparse;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;
import org.wengert.Sparsity;
import org.wengert.VectorFunction;

/**
 * Newton's method for as many equations as unknowns, most of which have nothing to do with each
 * other. The pattern of the Jacobian is found once, and so is its colouring.
 */
public final class Newton {
  private static final int MOST_STEPS = 50;

  private Newton() {}

  /**
   * A zero of a function.
   *
   * @param start where to begin
   * @param tolerance the largest element that is left
   * @throws ArithmeticException if there is none, as far as can be seen from there
   */
  public static double[] zero(VectorFunction function, double[] start, double tolerance) {
    double[] x = start.clone();
    Sparsity sparsity = function.sparsity(x);
    LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver =
        LinearSolverFactory_DSCC.lu(FillReducing.NONE);
    DMatrixRMaj step = new DMatrixRMaj(x.length, 1);
    for (int i = 0; i < MOST_STEPS; i++) {
      double[] value = function.value(x);
      if (largest(value) <= tolerance) {
        return x;
      }
      if (!solver.setA(EjmlMatrices.of(function.sparseJacobian(x, sparsity)))) {
        throw new ArithmeticException("the Jacobian is singular");
      }
      solver.solve(DMatrixRMaj.wrap(value.length, 1, value), step);
      for (int k = 0; k < x.length; k++) {
        x[k] -= step.data[k];
      }
    }
    throw new ArithmeticException("no zero after " + MOST_STEPS + " steps");
  }

  private static double largest(double[] value) {
    double largest = 0;
    for (double element : value) {
      largest = Math.max(largest, Math.abs(element)); // NaN stays
    }
    return largest;
  }
}
