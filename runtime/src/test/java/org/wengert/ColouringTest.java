package org.wengert;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.Range;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** Colourings are valid, and small where the least number is known. */
class ColouringTest {
  private static Pattern pattern(int rows, int columns, BiPredicate<Integer, Integer> holds) {
    int[] start = new int[rows + 1];
    int[] index = new int[rows * columns];
    int count = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        if (holds.test(i, j)) {
          index[count++] = j;
        }
      }
      start[i + 1] = count;
    }
    return new Pattern(rows, columns, start, Arrays.copyOf(index, count));
  }

  private static Colouring columns(Pattern pattern) {
    Colouring colouring = Colouring.ofColumns(pattern, pattern.transposed());
    for (int i = 0; i < pattern.rows(); i++) {
      Map<Integer, Integer> seen = new HashMap<>();
      for (int k = pattern.rowStart()[i]; k < pattern.rowStart()[i + 1]; k++) {
        int column = pattern.columnIndex()[k];
        int colour = colouring.of()[column];
        assertThat(colour).isIn(Range.closedOpen(0, colouring.count()));
        assertWithMessage("row %s", i).that(seen.put(colour, column)).isNull();
      }
    }
    return colouring;
  }

  private static Colouring symmetric(Pattern pattern) {
    Colouring colouring = Colouring.ofSymmetric(pattern);
    int n = pattern.rows();
    int[] of = colouring.of();
    boolean[][] edge = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = pattern.rowStart()[i]; k < pattern.rowStart()[i + 1]; k++) {
        edge[i][pattern.columnIndex()[k]] = pattern.columnIndex()[k] != i;
      }
    }
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        if (edge[a][b]) {
          assertThat(of[a]).isNotEqualTo(of[b]);
          for (int c = 0; c < n; c++) {
            for (int d = 0; c != a && edge[b][c] && d < n; d++) {
              if (d != b && d != a && edge[c][d]) {
                assertWithMessage("path %s %s %s %s", a, b, c, d)
                    .that(of[a] == of[c] && of[b] == of[d])
                    .isFalse();
              }
            }
          }
        }
      }
    }
    return colouring;
  }

  private static Pattern random(int n, double density, Random random) {
    boolean[][] edge = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        edge[i][j] = random.nextDouble() < density;
        edge[j][i] = edge[i][j];
      }
    }
    return pattern(n, n, (i, j) -> edge[i][j]);
  }

  @Test
  void bands() {
    Pattern five = pattern(50, 50, (i, j) -> Math.abs(i - j) <= 2);
    assertThat(columns(five).count()).isEqualTo(5);
    Pattern three = pattern(50, 50, (i, j) -> Math.abs(i - j) <= 1);
    assertThat(symmetric(three).count()).isEqualTo(3);
  }

  @Test
  void theOrderMatters() {
    int[][] edges = {{0, 2}, {2, 3}, {1, 3}};
    Pattern path = pattern(3, 4, (i, j) -> edges[i][0] == j || edges[i][1] == j);
    assertThat(columns(path).count()).isEqualTo(2); // 3 in the order of the columns
    Random random = new Random(5);
    for (int round = 0; round < 50; round++) {
      Pattern some = random(30, 0.1, random);
      assertThat(columns(some).count()).isAtLeast(some.longestRow());
    }
  }

  @Test
  void arrows() {
    for (int hub : new int[] {0, 7, 19}) {
      Pattern arrow = pattern(20, 20, (i, j) -> i.equals(j) || i == hub || j == hub);
      assertThat(symmetric(arrow).count()).isEqualTo(2);
      assertThat(columns(arrow).count()).isEqualTo(20);
    }
  }

  @Test
  void emptyColumnsHaveNone() {
    Pattern some = pattern(3, 4, (i, j) -> j % 2 == 1);
    assertThat(columns(some).of()).isEqualTo(new int[] {-1, 0, -1, 1});
    Pattern one = pattern(3, 3, (i, j) -> i == 1 && j == 1);
    assertThat(symmetric(one).of()).isEqualTo(new int[] {-1, 0, -1});
  }

  @Test
  void randomGraphs() {
    Random random = new Random(2);
    for (int round = 0; round < 150; round++) {
      Pattern some = random(3 + random.nextInt(18), random.nextDouble() * 0.5, random);
      symmetric(some);
      columns(some);
    }
  }

  @Test
  void manyColours() {
    Pattern full = pattern(150, 150, (i, j) -> true);
    assertThat(columns(full).count()).isEqualTo(150);
    assertThat(Colouring.ofSymmetric(full).count()).isEqualTo(150);
  }

  @Test
  void rowsWhereTheyTakeFewerSweeps() {
    Pattern row = pattern(30, 30, (i, j) -> i.equals(j) || i == 3);
    assertThat(SweepPlan.ofJacobian(row, 4).byRows()).isTrue();
    assertThat(SweepPlan.ofJacobian(row.transposed(), 4).byRows()).isFalse();
    // Two sweeps of rows, or two of columns in four directions each.
    Pattern both = pattern(8, 8, (i, j) -> i.equals(j) || i == 0);
    assertThat(SweepPlan.ofJacobian(both, 4).byRows()).isFalse();
    assertThat(SweepPlan.ofJacobian(both, 1).byRows()).isTrue();
    assertThat(SweepPlan.ofJacobian(both, 4).sweeps()).isEqualTo(2);
  }

  @Test
  void containedPatterns() {
    Pattern three = pattern(5, 5, (i, j) -> Math.abs(i - j) <= 1);
    Pattern one = pattern(5, 5, Integer::equals);
    assertThat(three.contains(one)).isTrue();
    assertThat(one.contains(three)).isFalse();
    assertThat(one.contains(pattern(5, 5, (i, j) -> i == 4 && j == 3))).isFalse();
    assertThat(one.contains(pattern(5, 6, Integer::equals))).isFalse();
    assertThat(one.contains(pattern(4, 5, Integer::equals))).isFalse();
  }
}
