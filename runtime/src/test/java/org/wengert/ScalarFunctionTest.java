package org.wengert;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ScalarFunctionTest {

  @Test
  void gradientIsFresh() {
    ScalarFunction cubes = new Cubes(1);
    double[] x = {1, 2};

    assertThat(cubes.gradient(x)).isEqualTo(new double[] {3, 12});
    assertThat(cubes.gradient(x)).isNotSameInstanceAs(cubes.gradient(x));
  }

  @Test
  void secondOrderSaysHowToGetIt() {
    ScalarFunction cubes = new Cubes(1);
    String expected =
        "this function has first derivatives only;"
            + " for Hessians write @Differentiable(order = 2) on the method it was made from";

    assertThat(
            assertThrows(
                UnsupportedOperationException.class,
                () -> cubes.hvp(new double[1], new double[1], new double[1])))
        .hasMessageThat()
        .isEqualTo(expected);
    assertThat(
            assertThrows(
                UnsupportedOperationException.class, () -> cubes.hessian(new double[] {1})))
        .hasMessageThat()
        .isEqualTo(expected);
  }

  @Test
  void taylorSeriesSayHowToGetThem() {
    ScalarFunction cubes = new Cubes(1);
    VectorFunction matrix = new MatrixFunction(new double[1][1], 1);
    String expected =
        "this function has no Taylor series;"
            + " write @Differentiable(taylor = true) on the method it was made from";

    assertThat(
            assertThrows(
                UnsupportedOperationException.class,
                () -> cubes.taylor(new double[1], new double[1], 2)))
        .hasMessageThat()
        .isEqualTo(expected);
    assertThat(
            assertThrows(
                UnsupportedOperationException.class,
                () -> matrix.taylor(new double[1], new double[1], 2)))
        .hasMessageThat()
        .isEqualTo(expected);
  }

  @Test
  void hessianIsMadeOfProducts() {
    ScalarFunction cubes =
        new Cubes(1) {
          @Override
          public void hvp(double[] x, double[] v, double[] hv) {
            for (int i = 0; i < x.length; i++) {
              hv[i] = 6 * x[i] * v[i];
            }
          }
        };

    assertThat(cubes.hessian(new double[] {1, 2})).isEqualTo(new double[][] {{6, 0}, {0, 12}});
  }
}
