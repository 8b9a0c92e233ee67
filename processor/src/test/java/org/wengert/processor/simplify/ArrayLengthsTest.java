package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class ArrayLengthsTest {
  @Test
  void theLengthIsTheOneAskedFor() {
    String before =
        """
        f(int n, int m, double[] a) {
          double[][] v1 = new n m
          double[] v2 = acquire n
          int v3 = length v1
          int v4 = length v2
          int v5 = length a
          yield v3 v4 v5
        }
        """;
    String after =
        """
        f(int n, int m, double[] a) {
          double[][] v1 = new n m
          double[] v2 = acquire n
          int v3 = length v2
          int v4 = length a
          yield n v3 v4
        }
        """;

    assertThat(Passes.rewritten(before, new ArrayLengths())).isEqualTo(after);
  }
}
