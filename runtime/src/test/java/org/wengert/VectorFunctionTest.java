package org.wengert;

import static com.google.common.truth.Truth.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class VectorFunctionTest {

  @Property(seed = "2026")
  void jacobianIsTheMatrixByTheFewestSweeps(
      @ForAll @IntRange(min = 0, max = 9) int m, @ForAll @IntRange(min = 0, max = 9) int n) {
    double[][] matrix = MatrixFunction.matrix(m, n);
    MatrixFunction function = new MatrixFunction(matrix, n);

    double[][] jacobian = function.jacobian(new double[n]);

    assertThat(jacobian).isEqualTo(matrix);
    if (n == 0) {
      assertThat(function.forwardSweeps + function.reverseSweeps).isEqualTo(0);
    } else if (m < n - 1) {
      assertThat(function.forwardSweeps).isEqualTo(1);
      assertThat(function.reverseSweeps).isEqualTo(m);
    } else {
      assertThat(function.forwardSweeps).isEqualTo(n);
      assertThat(function.reverseSweeps).isEqualTo(0);
    }
  }
}
