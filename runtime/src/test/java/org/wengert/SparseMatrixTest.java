package org.wengert;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SparseMatrixTest {
  private static SparseMatrix matrix() {
    return new SparseMatrix(
        3, 4, new int[] {0, 2, 2, 3}, new int[] {0, 3, 1}, new double[] {1.5, -2, 4});
  }

  @Test
  void coordinates() {
    assertThat(matrix().entries()).isEqualTo(3);
    assertThat(matrix().rowIndex()).isEqualTo(new int[] {0, 0, 2});
  }

  @Test
  void elements() {
    assertThat(matrix().get(0, 3)).isEqualTo(-2.0);
    assertThat(matrix().get(0, 1)).isEqualTo(0.0);
    assertThat(matrix().get(1, 1)).isEqualTo(0.0);
    assertThrows(IndexOutOfBoundsException.class, () -> matrix().get(0, 4));
    assertThrows(IndexOutOfBoundsException.class, () -> matrix().get(0, -1));
    assertThrows(IndexOutOfBoundsException.class, () -> matrix().get(3, 0));
    assertThat(matrix().toDense())
        .isEqualTo(new double[][] {{1.5, 0, 0, -2}, {0, 0, 0, 0}, {0, 4, 0, 0}});
  }

  @Test
  void equalNumbersAreEqual() {
    assertThat(matrix()).isEqualTo(matrix());
    assertThat(matrix().hashCode()).isEqualTo(matrix().hashCode());
    SparseMatrix other = matrix();
    other.values()[1] = 2;
    assertThat(other).isNotEqualTo(matrix());
    other = matrix();
    other.columnIndex()[1] = 2;
    assertThat(other).isNotEqualTo(matrix());
    other = matrix();
    other.rowStart()[2] = 3;
    assertThat(other).isNotEqualTo(matrix());
    int[] start = {0, 2, 2, 3};
    assertThat(new SparseMatrix(3, 5, start, matrix().columnIndex(), matrix().values()))
        .isNotEqualTo(matrix());
  }

  @Test
  void text() {
    assertThat(matrix().toString()).isEqualTo("3 x 4 [0: 0=1.5, 3=-2.0] [1:] [2: 1=4.0]");
  }
}
