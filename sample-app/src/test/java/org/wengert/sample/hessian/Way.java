package org.wengert.sample.hessian;

import java.util.stream.IntStream;
import org.wengert.ScalarFunction;

/** The ways to a Hessian: a second derivative of a first one, each forwards or backwards. */
enum Way {
  GENERATED {
    @Override
    double[][] hessian(Twice function, double[] x) {
      return function.hessian().apply(x);
    }
  },
  REVERSE_OVER_FORWARD {
    @Override
    double[][] hessian(Twice function, double[] x) {
      return rows(x.length, row -> function.slope().apply(row).gradient(x));
    }
  },
  FORWARD_OVER_REVERSE {
    @Override
    double[][] hessian(Twice function, double[] x) {
      return transposed(rows(x.length, column -> function.gradient().jvp(x, column).tangent()));
    }
  },
  FORWARD_OVER_FORWARD {
    @Override
    double[][] hessian(Twice function, double[] x) {
      return rows(
          x.length,
          row -> {
            ScalarFunction slope = function.slope().apply(row);
            return IntStream.range(0, x.length)
                .mapToDouble(j -> slope.jvp(x, unit(x.length, j)).tangent())
                .toArray();
          });
    }
  },
  REVERSE_OVER_REVERSE {
    @Override
    double[][] hessian(Twice function, double[] x) {
      return rows(x.length, row -> function.gradient().vjp(x, row));
    }
  };

  @FunctionalInterface
  private interface Product {
    double[] with(double[] unit);
  }

  abstract double[][] hessian(Twice function, double[] x);

  private static double[][] rows(int n, Product product) {
    return IntStream.range(0, n).mapToObj(i -> product.with(unit(n, i))).toArray(double[][]::new);
  }

  /** For products that are columns. */
  private static double[][] transposed(double[][] matrix) {
    double[][] transposed = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        transposed[j][i] = matrix[i][j];
      }
    }
    return transposed;
  }

  private static double[] unit(int n, int i) {
    double[] unit = new double[n];
    unit[i] = 1;
    return unit;
  }
}
