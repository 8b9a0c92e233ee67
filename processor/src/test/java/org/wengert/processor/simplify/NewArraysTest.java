package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class NewArraysTest {
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

    assertThat(Passes.rewritten(before, new NewArrays())).isEqualTo(after);
  }

  @Test
  void theyAreNotNull() {
    String before =
        """
        f(int n, double[] a) {
          double[] none = constant null
          double[] b = new n
          boolean v1 = eq b none
          boolean v2 = ne none b
          boolean v3 = eq a none
          boolean v4 = eq a b
          yield v1 v2 v3 v4
        }
        """;
    String after =
        """
        f(int n, double[] a) {
          double[] none = constant null
          double[] b = new n
          boolean v1 = constant false
          boolean v2 = constant true
          boolean v3 = eq a none
          boolean v4 = eq a b
          yield v1 v2 v3 v4
        }
        """;

    assertThat(Passes.rewritten(before, new NewArrays())).isEqualTo(after);
  }
}
