package org.wengert.sample.rules;

import org.wengert.DerivativeRule;
import org.wengert.DerivativeRule.Mode;
import org.wengert.DualArray;

/**
 * A solver of linear equations. Differentiating the elimination would work, but store every step of
 * it; the derivative of a solution is the solution of another system with the same matrix (Giles,
 * An extended collection of matrix derivative results, 2008).
 */
public final class LinearSystem {
  private LinearSystem() {}

  /** The {@code x} with {@code a x = b}, by elimination with partial pivoting. */
  public static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[][] lu = new double[n][];
    for (int i = 0; i < n; i++) {
      lu[i] = a[i].clone();
    }
    double[] x = b.clone();
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        pivot = Math.abs(lu[i][k]) > Math.abs(lu[pivot][k]) ? i : pivot;
      }
      double[] row = lu[k];
      lu[k] = lu[pivot];
      lu[pivot] = row;
      double right = x[k];
      x[k] = x[pivot];
      x[pivot] = right;
      for (int i = k + 1; i < n; i++) {
        double factor = lu[i][k] / lu[k][k];
        for (int j = k; j < n; j++) {
          lu[i][j] -= factor * lu[k][j];
        }
        x[i] -= factor * x[k];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        x[i] -= lu[i][j] * x[j];
      }
      x[i] /= lu[i][i];
    }
    return x;
  }

  /** {@code a xDot = bDot - aDot x}. */
  @DerivativeRule(method = "solve", mode = Mode.TANGENT)
  static DualArray solveTangent(double[][] a, double[][] aDot, double[] b, double[] bDot) {
    double[] x = solve(a, b);
    double[] right = bDot.clone();
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        right[i] -= aDot[i][j] * x[j];
      }
    }
    return new DualArray(x, solve(a, right));
  }

  /** With {@code transpose(a) y = resultBar}: {@code bBar += y}, {@code aBar -= y transpose(x)}. */
  @DerivativeRule(method = "solve", mode = Mode.ADJOINT)
  static void solveAdjoint(
      double[][] a,
      double[][] aBar,
      double[] b,
      double[] bBar,
      double[] result,
      double[] resultBar) {
    double[][] transpose = new double[b.length][b.length];
    for (int i = 0; i < b.length; i++) {
      for (int j = 0; j < b.length; j++) {
        transpose[i][j] = a[j][i];
      }
    }
    double[] y = solve(transpose, resultBar);
    for (int i = 0; i < b.length; i++) {
      bBar[i] += y[i];
      for (int j = 0; j < b.length; j++) {
        aBar[i][j] -= y[i] * result[j];
      }
    }
  }
}
