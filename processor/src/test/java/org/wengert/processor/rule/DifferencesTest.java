package org.wengert.processor.rule;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.wengert.processor.tape.Arithmetic;

/** Every rule against finite differences, at random points. */
final class DifferencesTest {
  private static final double STEP = 1e-3;

  @Provide
  Arbitrary<Subject> subjects() {
    return Arbitraries.of(Subject.all());
  }

  @Property(tries = 3000, seed = "2026")
  void partialDerivativesAreTheLimitsOfDifferenceQuotients(
      @ForAll("subjects") Subject subject,
      @ForAll @DoubleRange(min = 0, max = 1) double u,
      @ForAll @DoubleRange(min = 0, max = 1) double v,
      @ForAll @DoubleRange(min = 0, max = 1) double w) {
    double[] point = subject.at(u, v, w);
    Assume.that(subject.smoothness().of(point) > 3 * STEP);
    for (int i = 0; i < point.length; i++) {
      double expected = slope(p -> (double) Probe.value(subject.operator(), box(p)), point, i);
      double actual = Probe.partial(subject.operator(), i, box(point));
      assertClose(subject + " by operand " + i, point, actual, expected);
    }
  }

  @Property(tries = 3000, seed = "2026")
  void partialDerivativesOfPartialDerivativesAreTheLimitsOfTheirDifferenceQuotients(
      @ForAll("subjects") Subject subject,
      @ForAll @DoubleRange(min = 0, max = 1) double u,
      @ForAll @DoubleRange(min = 0, max = 1) double v,
      @ForAll @DoubleRange(min = 0, max = 1) double w) {
    double[] point = subject.at(u, v, w);
    Assume.that(subject.smoothness().of(point) > 3 * STEP);
    for (int i = 0; i < point.length; i++) {
      int operand = i;
      for (int j = 0; j < point.length; j++) {
        double expected = slope(p -> Probe.partial(subject.operator(), operand, box(p)), point, j);
        double actual = Probe.second(subject.operator(), i, j, box(point));
        assertClose(subject + " by operands " + i + ", " + j, point, actual, expected);
      }
    }
  }

  @Property(tries = 1000, seed = "2026")
  void rulesAreLinearInTheSeed(
      @ForAll("subjects") Subject subject,
      @ForAll @DoubleRange(min = 0, max = 1) double u,
      @ForAll @DoubleRange(min = 0, max = 1) double v,
      @ForAll @DoubleRange(min = 0, max = 1) double w,
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double seed) {
    Object[] point = box(subject.at(u, v, w));
    for (int i = 0; i < point.length; i++) {
      double scaled = (double) Probe.scaled(subject.operator(), i, seed, point);
      double expected = seed * Probe.partial(subject.operator(), i, point);
      assertThat(scaled).isWithin(1e-15 * Math.abs(expected)).of(expected);
    }
  }

  @Property(tries = 1000, seed = "2026")
  void floatRulesAgreeWithDoubleRules(
      @ForAll("subjects") Subject subject,
      @ForAll @DoubleRange(min = 0, max = 1) double u,
      @ForAll @DoubleRange(min = 0, max = 1) double v,
      @ForAll @DoubleRange(min = 0, max = 1) double w) {
    Assume.that(subject.takesFloats() && subject.operator() != Arithmetic.TO_DOUBLE);
    double[] point = subject.at(u, v, w);
    Object[] narrow = new Object[point.length];
    for (int i = 0; i < point.length; i++) {
      narrow[i] = (float) point[i];
      point[i] = (float) point[i];
    }
    for (int i = 0; i < point.length; i++) {
      double expected = Probe.partial(subject.operator(), i, box(point));
      float actual = (float) Probe.scaled(subject.operator(), i, 1f, narrow);
      assertThat((double) actual).isWithin(3e-7 * Math.abs(expected)).of(expected);
    }
  }

  /** The derivative by five points, whose error is of the fourth order in the step. */
  private static double slope(ToDoubleFunction<double[]> function, double[] point, int operand) {
    double near =
        function.applyAsDouble(moved(point, operand, STEP))
            - function.applyAsDouble(moved(point, operand, -STEP));
    double far =
        function.applyAsDouble(moved(point, operand, 2 * STEP))
            - function.applyAsDouble(moved(point, operand, -2 * STEP));
    return (8 * near - far) / (12 * STEP);
  }

  private static double[] moved(double[] point, int operand, double by) {
    double[] moved = point.clone();
    moved[operand] += by;
    return moved;
  }

  private static Object[] box(double[] point) {
    return Arrays.stream(point).boxed().toArray();
  }

  private static void assertClose(String what, double[] point, double actual, double expected) {
    assertWithMessage(what + " at " + Arrays.toString(point))
        .that(actual)
        .isWithin(1e-7 * (1 + Math.abs(expected)))
        .of(expected);
  }
}
