package org.wengert.sample.nist;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class CorrectDigitsTest {

  @Test
  void theWorstComponentCounts() {
    double[] certified = {1000, -2};
    assertThat(CorrectDigits.of(new double[] {1000.001, -2}, certified)).isWithin(1e-6).of(6);
    assertThat(CorrectDigits.of(new double[] {1000.001, -2.002}, certified)).isWithin(1e-6).of(3);
  }

  @Test
  void noMoreDigitsThanAreCertified() {
    assertThat(CorrectDigits.of(new double[] {1}, new double[] {1})).isEqualTo(11.0);
  }

  @Test
  void wrongIsZero() {
    assertThat(CorrectDigits.of(new double[] {3}, new double[] {1})).isEqualTo(0.0);
    assertThat(CorrectDigits.of(new double[] {Double.NaN}, new double[] {1})).isEqualTo(0.0);
    assertThat(CorrectDigits.of(new double[] {1, Double.NaN}, new double[] {1, 1})).isEqualTo(0.0);
  }
}
