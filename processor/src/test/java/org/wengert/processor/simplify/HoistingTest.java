package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class HoistingTest {
  @Test
  void invariantsWithoutExceptionsMoveOutAsFarAsTheyCan() {
    String before =
        """
        f(double x, int n, int m, double[] a, boolean p) {
          int v1 = constant 0
          double r, int s = loop x v1 carries double y, int i {
            int v2 = constant 1
            int v3 = sub n v2
            boolean v4 = lt i v3
            yield v4
          } do {
            int v5 = constant 2
            double t = loop y carries double z {
              double v6 = Math.sin x
              double v7 = Math.cos y
              boolean v8 = lt v6 v7
              yield v8
            } do {
              int v9 = div n v5
              int v10 = div n m
              int v11 = length a
              double v12 = to_double v9
              double v13 = mul z v12
              double v14 = branch p {
                double v15 = neg x
                yield v15
              } else {
                yield v13
              }
              yield v14
            }
            int v16 = add i v5
            yield t v16
          }
          yield r
        }
        """;
    String after =
        """
        f(double x, int n, int m, double[] a, boolean p) {
          int v1 = constant 0
          int v2 = constant 1
          int v3 = sub n v2
          double v4 = Math.sin x
          int v5 = constant 2
          int v6 = div n v5
          double v7 = to_double v6
          double r, int s = loop x v1 carries double y, int i {
            boolean v8 = lt i v3
            yield v8
          } do {
            double v9 = Math.cos y
            boolean v10 = lt v4 v9
            double t = loop y carries double z {
              yield v10
            } do {
              int v11 = div n m
              int v12 = length a
              double v13 = mul z v7
              double v14 = branch p {
                double v15 = neg x
                yield v15
              } else {
                yield v13
              }
              yield v14
            }
            int v16 = add i v5
            yield t v16
          }
          yield r
        }
        """;

    assertThat(Passes.print(Hoisting.of(TapeText.parse(before)))).isEqualTo(after);
  }
}
