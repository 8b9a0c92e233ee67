package org.wengert.processor.rule;

import static com.google.common.truth.Truth.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;

/** The remainders' derivative by the divisor is the integer quotient, exactly. */
final class RemainderTest {
  /** Up to here a quotient is not lost in the rounding of {@code x}. */
  private static final double EXACT = 0x1p51;

  private static final MathCall IEEE = MathCall.of(MathFunction.IEEE_REMAINDER);

  @Property(seed = "2026")
  void remHasTheTruncatedQuotient(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double x,
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double y,
      @ForAll @IntRange(min = -20, max = 45) int scale) {
    Assume.that(y != 0);
    double dividend = Math.scalb(x, scale);
    check(dividend, y, RoundingMode.DOWN, Probe.partial(Arithmetic.REM, 1, dividend, y));
  }

  @Property(seed = "2026")
  void ieeeRemainderHasTheNearestQuotient(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double x,
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double y,
      @ForAll @IntRange(min = -20, max = 45) int scale) {
    Assume.that(y != 0);
    double dividend = Math.scalb(x, scale);
    check(dividend, y, RoundingMode.HALF_EVEN, Probe.partial(IEEE, 1, dividend, y));
  }

  private static void check(double x, double y, RoundingMode mode, double actual) {
    BigDecimal dividend = new BigDecimal(x);
    BigDecimal divisor = new BigDecimal(y);
    double about = Math.abs(x / y);
    Assume.that(about < 1e300);
    // 700 digits tell any two doubles' quotient from a tie.
    BigDecimal quotient = dividend.divide(divisor, new MathContext(700, RoundingMode.DOWN));
    double expected = -quotient.setScale(0, mode).doubleValue();
    assertThat(actual).isWithin(about < EXACT ? 0 : Math.ulp(4 * expected)).of(expected);
  }

  @Test
  void signsAreThoseOfTheQuotient() {
    assertThat(Probe.partial(Arithmetic.REM, 1, 7.5, 2.0)).isEqualTo(-3.0);
    assertThat(Probe.partial(Arithmetic.REM, 1, -7.5, 2.0)).isEqualTo(3.0);
    assertThat(Probe.partial(Arithmetic.REM, 1, 7.5, -2.0)).isEqualTo(3.0);
    assertThat(Probe.partial(Arithmetic.REM, 1, -7.5, -2.0)).isEqualTo(-3.0);
    assertThat(Probe.partial(IEEE, 1, 7.5, 2.0)).isEqualTo(-4.0);
    assertThat(Probe.partial(IEEE, 1, 5.0, 2.0)).isEqualTo(-2.0);
  }

  @Test
  void floatRemaindersAreExactToo() {
    assertThat(Probe.scaled(Arithmetic.REM, 1, 1f, 1.0e5f, 0.1f)).isEqualTo(-999999f);
    assertThat(Probe.scaled(Arithmetic.REM, 0, 3f, 1.0e5f, 0.1f)).isEqualTo(3f);
  }

  @Test
  void dividendsNearTheLargestDoubleDoNotOverflow() {
    assertThat(Probe.partial(IEEE, 1, Double.MAX_VALUE, 1e308)).isEqualTo(-2.0);
    assertThat(Probe.partial(Arithmetic.REM, 1, Double.MAX_VALUE, 1e308)).isEqualTo(-1.0);
  }
}
