package org.wengert.processor.rule;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.wengert.processor.tape.Arithmetic.ABSORB;
import static org.wengert.processor.tape.Arithmetic.SELECT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;

/** What the derivatives are where there are none, or several. */
final class ConventionsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @ParameterizedTest
  @CsvSource({"-2.5, -1", "-0.0, 0", "0.0, 0", "4, 1", "NaN, NaN"})
  void absHasTheSignOfItsOperandAndZeroAtZero(double x, double expected) {
    assertNumbers(Probe.partial(call(MathFunction.ABS), 0, x), expected);
    float narrow = (float) Probe.scaled(call(MathFunction.ABS), 0, 1f, (float) x);
    assertNumbers(narrow, expected);
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 0, 1", "2, 1, 1, 0", "3, 3, 0.5, 0.5", "0.0, -0.0, 0.5, 0.5"})
  void maxGivesToTheLargerAndHalfToEachOfEquals(double x, double y, double byX, double byY) {
    assertPartials(MathFunction.MAX, x, y, byX, byY);
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 1, 0", "2, 1, 0, 1", "3, 3, 0.5, 0.5", "0.0, -0.0, 0.5, 0.5"})
  void minGivesToTheSmallerAndHalfToEachOfEquals(double x, double y, double byX, double byY) {
    assertPartials(MathFunction.MIN, x, y, byX, byY);
  }

  @ParameterizedTest
  @CsvSource({
    "-3, 0, 1, 0",
    "-2, 1, 0, 0",
    "0.5, 1, 0, 0",
    "4, 1, 0, 0",
    "5, 0, 0, 1",
  })
  void clampGivesToTheValueOnAndWithinItsBounds(
      double x, double byValue, double byLow, double byHigh) {
    assumeTrue(Runtime.version().feature() >= 21, "clamp is of JDK 21");
    MathCall clamp = call(MathFunction.CLAMP);
    assertNumbers(Probe.partial(clamp, 0, x, -2.0, 4.0), byValue);
    assertNumbers(Probe.partial(clamp, 1, x, -2.0, 4.0), byLow);
    assertNumbers(Probe.partial(clamp, 2, x, -2.0, 4.0), byHigh);
  }

  @Test
  void rootsHaveInfiniteSlopeAtZero() {
    assertNumbers(Probe.partial(call(MathFunction.SQRT), 0, 0.0), INFINITY);
    assertNumbers(Probe.partial(call(MathFunction.CBRT), 0, 0.0), INFINITY);
    assertNumbers(Probe.partial(call(MathFunction.CBRT), 0, -0.0), INFINITY);
    assertNumbers(Probe.partial(call(MathFunction.POW), 0, 0.0, 0.5), INFINITY);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -0.0, 2, -2, 1e-320, -1e-320, INFINITY, -INFINITY, Double.NaN})
  void theZerothPowerIsConstant(double x) {
    assertNumbers(Probe.partial(call(MathFunction.POW), 0, x, 0.0), 0);
    assertNumbers(Probe.partial(call(MathFunction.POW), 0, x, -0.0), 0);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "2, 0", "3, 0"})
  void wholePowersHaveTheirSlopeAtZero(double exponent, double expected) {
    assertNumbers(Probe.partial(call(MathFunction.POW), 0, 0.0, exponent), expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "2, 2", "3, 0"})
  void wholePowersHaveTheirCurvatureAtZero(double exponent, double expected) {
    assertNumbers(Probe.second(call(MathFunction.POW), 0, 0, 0.0, exponent), expected);
  }

  @Test
  void theMixedSecondDerivativeOfAPowerIsRightAtExponentZero() {
    assertNumbers(Probe.second(call(MathFunction.POW), 0, 1, 4.0, 0.0), 0.25);
    assertNumbers(Probe.second(call(MathFunction.POW), 1, 0, 4.0, 0.0), 0.25);
    assertNumbers(Probe.second(call(MathFunction.POW), 0, 0, 4.0, 0.0), 0);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0, 2.5, 0", "-0.0, 2, 0", "0, -1, NaN", "-2, 3, NaN", "-2, 0.5, NaN"})
  void powersOfZeroDoNotDependOnTheExponentAndThoseOfNegativesHaveNoSlopeByIt(
      double x, double y, double expected) {
    assertNumbers(Probe.partial(call(MathFunction.POW), 1, x, y), expected);
  }

  @Test
  void hypotHasSlopeZeroAtTheOrigin() {
    assertPartials(MathFunction.HYPOT, 0, 0, 0, 0);
  }

  @Test
  void atan2HasNoSlopeAtTheOrigin() {
    assertPartials(MathFunction.ATAN2, 0, 0, Double.NaN, Double.NaN);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 3, 1",
    "2, -3, -1",
    "-2, 3, -1",
    "-2, -3, 1",
    "2, -0.0, -1",
    "0.0, 3, 1",
    "0.0, -3, -1",
    "-0.0, 3, -1",
    "-0.0, -0.0, 1"
  })
  void copySignNegatesWhereItChangesTheSign(double x, double sign, double expected) {
    assertNumbers(Probe.partial(call(MathFunction.COPY_SIGN), 0, x, sign), expected);
    assertNumbers(Probe.partial(call(MathFunction.COPY_SIGN), 1, x, sign), 0);
  }

  /** A structural zero has derivatives by itself, and none by its factor. */
  @Test
  void absorption() {
    assertNumbers((double) Probe.scaled(ABSORB, 0, 5.0, 0.0, 3.0), 15);
    assertNumbers((double) Probe.scaled(ABSORB, 1, 5.0, 0.0, Double.POSITIVE_INFINITY), 0);
    assertNumbers((double) Probe.scaled(ABSORB, 0, 0.0, 2.0, Double.POSITIVE_INFINITY), 0);
    assertNumbers((double) Probe.scaled(ABSORB, 1, 5.0, 2.0, 3.0), 10);
  }

  @Test
  void selectGivesTheSeedToTheAlternativeTaken() {
    assertNumbers((double) Probe.scaled(SELECT, 1, 5.0, true, 2.0, 3.0), 5);
    assertNumbers((double) Probe.scaled(SELECT, 2, 5.0, true, 2.0, 3.0), 0);
    assertNumbers((double) Probe.scaled(SELECT, 1, 5.0, false, 2.0, 3.0), 0);
    assertNumbers((double) Probe.scaled(SELECT, 2, 5.0, false, 2.0, 3.0), 5);
  }

  @Test
  void scalbScalesTheSeedExactly() {
    MathCall scalb = call(MathFunction.SCALB);
    assertNumbers((double) Probe.scaled(scalb, 0, 0.1, 7.0, -3), 0.0125);
    assertThat(Probe.scaled(scalb, 0, 0.1f, 7.0f, 130)).isEqualTo(Math.scalb(0.1f, 130));
  }

  @Test
  void nextAfterTakesAFloatAndADouble() {
    MathCall nextAfter = call(MathFunction.NEXT_AFTER);
    assertThat(Probe.scaled(nextAfter, 0, 5f, 1f, 2.0)).isEqualTo(5f);
    assertThat(Rules.flows(Probe.operation(nextAfter, Probe.types(1f, 2.0)), 1)).isFalse();
  }

  private static void assertPartials(
      MathFunction function, double x, double y, double byX, double byY) {
    assertNumbers(Probe.partial(call(function), 0, x, y), byX);
    assertNumbers(Probe.partial(call(function), 1, x, y), byY);
  }

  /** Equal as numbers: the sign of a zero does not matter. */
  private static void assertNumbers(double actual, double expected) {
    boolean same = actual == expected || Double.isNaN(actual) && Double.isNaN(expected);
    assertWithMessage("%s should be %s", actual, expected).that(same).isTrue();
  }

  private static MathCall call(MathFunction function) {
    return MathCall.of(function);
  }
}
