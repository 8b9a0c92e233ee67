package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.wengert.processor.tape.Tape;

final class UnrollingTest {
  @Test
  void fewIterationsFollowOneAnotherSoThatAnArrayGoes() {
    String before =
        """
        f(double x, double[] p) {
          int three = constant 3
          double[] a = new three
          int v1 = constant 0
          int n = loop v1 carries int i {
            boolean v2 = lt i three
            yield v2
          } do {
            double v3 = load p i
            double v4 = mul v3 x
            store a i v4
            int v5 = constant 1
            int v6 = add i v5
            yield v6
          }
          double v7 = constant 0.0
          int m, double r = loop v1 v7 carries int i, double s {
            boolean v8 = lt i three
            yield v8
          } do {
            double v9 = load a i
            double v10 = add s v9
            int v11 = constant 1
            int v12 = add i v11
            yield v12 v10
          }
          yield r m
        }
        """;
    String after =
        """
        f(double x, double[] p) {
          double v1 = constant 0.0
          int v2 = constant 0
          double v3 = load p v2
          double v4 = mul v3 x
          int v5 = constant 1
          double v6 = load p v5
          double v7 = mul v6 x
          int v8 = constant 2
          double v9 = load p v8
          double v10 = mul v9 x
          int v11 = constant 3
          double v12 = add v1 v4
          double v13 = add v12 v7
          double r = add v13 v10
          yield r v11
        }
        """;

    assertThat(Passes.simplified(before)).isEqualTo(after);
  }

  /** What is asked before each iteration is asked once more after the last. */
  @Test
  void conditionsAreEvaluatedAsOften() {
    String before =
        """
        f(int[] k) {
          int v1 = constant 2
          double[] a = new v1
          int n = loop v1 carries int i {
            int v2 = constant 0
            int v3 = load k i
            store k v2 v3
            boolean v4 = gt i v2
            yield v4
          } do {
            int v5 = constant 1
            int v6 = sub i v5
            double v7 = load a v6
            yield v6
          }
          yield n
        }
        """;
    String after =
        """
        f(int[] k) {
          int v1 = constant 2
          int v2 = constant 0
          int v3 = load k v1
          store k v2 v3
          int v4 = constant 1
          int v5 = load k v4
          store k v2 v5
          int v6 = load k v2
          store k v2 v6
          yield v2
        }
        """;

    assertThat(Passes.simplified(before)).isEqualTo(after);
  }

  /** Were it unrolled, the array would be no less needed. */
  @Test
  void aLoopStaysWhereTheArrayDoes() {
    String text =
        """
        f(double x, int k) {
          int three = constant 3
          double[] a = new three
          int v1 = constant 0
          int n = loop v1 carries int i {
            boolean v2 = lt i three
            yield v2
          } do {
            store a i x
            int v3 = constant 1
            int v4 = add i v3
            yield v4
          }
          double v5 = load a k
          yield v5 n
        }
        """;

    assertThat(Passes.simplified(text)).isEqualTo(text);
  }

  @Test
  void manyIterationsStay() {
    assertStays("int n = constant 5", "double v1 = load a i");
  }

  @Test
  void anUnknownNumberOfIterationsStays() {
    assertStays("int n = add m m", "double v1 = load a i");
  }

  @Test
  void loopsWithoutIndicesStay() {
    assertStays("int n = constant 2", "double v1 = load a m");
    assertStays("int n = constant 2", "double v1 = load p i");
  }

  @Test
  void longBodiesStay() {
    assertStays("int n = constant 4", "double v1 = load a i\n" + "store a m v1\n".repeat(23));
  }

  @Test
  void loopsAroundLoopsStay() {
    assertStays(
        "int n = constant 2",
        """
        double v1 = load a i
        int k = loop m carries int j {
          boolean v7 = lt j i
          yield v7
        } do {
          int v8 = add j n
          yield v8
        }
        """);
  }

  private static void assertStays(String bound, String body) {
    String text =
        """
        f(double[] p, int m) {
          int zero = constant 0
          int four = constant 4
          double[] a = new four
          %s
          int r = loop zero carries int i {
            boolean v2 = lt i n
            yield v2
          } do {
            %s
            int v3 = constant 1
            int v4 = add i v3
            yield v4
          }
          yield r
        }
        """
            .formatted(bound, body);
    Tape tape = TapeText.parse(text);
    Unrolling unrolling = new Unrolling(Removable.in(tape, operation -> false), array -> true);

    assertThat(Rewriter.rewrite(tape, new Names(), unrolling)).isSameInstanceAs(tape);
  }
}
