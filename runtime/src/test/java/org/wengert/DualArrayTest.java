package org.wengert;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class DualArrayTest {

  @Test
  void resultsWithEqualElementsAreEqual() {
    DualArray dual = new DualArray(new double[] {1, 2}, new double[] {3, 4});

    assertThat(dual).isEqualTo(new DualArray(new double[] {1, 2}, new double[] {3, 4}));
    assertThat(dual.hashCode())
        .isEqualTo(new DualArray(new double[] {1, 2}, new double[] {3, 4}).hashCode());
    assertThat(dual).isNotEqualTo(new DualArray(new double[] {1, 5}, new double[] {3, 4}));
    assertThat(dual).isNotEqualTo(new DualArray(new double[] {1, 2}, new double[] {3, 5}));
    assertThat(dual.toString()).isEqualTo("DualArray[value=[1.0, 2.0], tangent=[3.0, 4.0]]");
  }

  @Test
  void floatResultsWithEqualElementsAreEqual() {
    DualFloatArray dual = new DualFloatArray(new float[] {1, 2}, new float[] {3, 4});

    assertThat(dual).isEqualTo(new DualFloatArray(new float[] {1, 2}, new float[] {3, 4}));
    assertThat(dual.hashCode())
        .isEqualTo(new DualFloatArray(new float[] {1, 2}, new float[] {3, 4}).hashCode());
    assertThat(dual).isNotEqualTo(new DualFloatArray(new float[] {1, 5}, new float[] {3, 4}));
    assertThat(dual).isNotEqualTo(new DualFloatArray(new float[] {1, 2}, new float[] {3, 5}));
    assertThat(dual.toString()).isEqualTo("DualFloatArray[value=[1.0, 2.0], tangent=[3.0, 4.0]]");
  }

  @Test
  void arraysAreHeldNotCopied() {
    double[] value = {1};
    assertThat(new DualArray(value, value).value()).isSameInstanceAs(value);
  }
}
