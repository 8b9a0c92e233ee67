package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class ExtremesTest {
  @Test
  void whatIsKnownToBeLargerIs() {
    String before =
        """
        f(double[] a, int n) {
          int v1 = constant 0
          int v2 = length a
          int v3 = Math.max v2 v1
          int v4 = constant 1
          int v5 = sub v2 v4
          int v6 = Math.max v1 v5
          int v7 = Math.min v5 v1
          int v8 = add v2 v4
          int v9 = Math.max v8 v1
          int v10 = Math.max n v1
          int v11 = Math.min v10 v1
          yield v3 v6 v7 v9 v10 v11
        }
        """;
    String after =
        """
        f(double[] a, int n) {
          int v1 = constant 0
          int v2 = length a
          int v3 = constant 1
          int v4 = sub v2 v3
          int v5 = Math.max v1 v4
          int v6 = Math.min v4 v1
          int v7 = add v2 v3
          int v8 = Math.max v7 v1
          int v9 = Math.max n v1
          yield v2 v5 v6 v8 v9 v1
        }
        """;

    assertThat(Passes.rewritten(before, new Extremes())).isEqualTo(after);
  }
}
