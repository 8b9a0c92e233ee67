package org.wengert.processor.rule;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;

/**
 * Rules against derivatives computed with sixty digits from their textbook formulas, the points
 * being where a careless formula overflows or cancels.
 */
final class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SIN, 0, 2.5, -0.8011436155469337148335028
          SIN, 0, 1000000.0, 0.9367521275331447869385325
          COS, 0, 2.5, -0.5984721441039564940518547
          TAN, 0, 1.5, 199.8500445264924572055077
          TAN, 0, 0.3, 1.09568891532254712226653
          ASIN, 0, 0.3, 1.04828483672191829193531
          ASIN, 0, 0.9999999999999991, 23726566.40606289349063254
          ACOS, 0, -0.9999999999999991, -23726566.40606289349063254
          ATAN, 0, 0.7, 0.6711409395973154642459751
          ATAN, 0, 1000000000.0, 9.99999999999999999e-19
          ATAN2, 0, 1.25 -0.75, -0.3529411764705882352941176
          ATAN2, 1, 1.25 -0.75, -0.5882352941176470588235294
          ATAN2, 0, 3e+200 -4e+200, -1.600000000000000048427004e-201
          ATAN2, 1, 3e+200 -4e+200, -1.200000000000000036320253e-201
          ATAN2, 0, 3e-200 4e-200, 1.60000000000000002863958e+199
          SINH, 0, 2.5, 6.132289479663686116619852
          COSH, 0, -2.5, -6.050204481039787321450324
          TANH, 0, 0.5, 0.7864477329659274101496989
          TANH, 0, 10, 8.24461445576739737460917842E-9
          TANH, 0, -10, 8.24461445576739737460917842E-9
          EXP, 0, -3.5, 0.03019738342231850073978629
          EXPM1, 0, 1e-10, 1.000000000100000000005
          EXPM1, 0, -40.0, 4.248354255291588995329235e-18
          LOG, 0, 0.1, 9.999999999999999444888488
          LOG10, 0, 7.0, 0.06204206884332168966444699
          LOG1P, 0, -0.9999999999990905, 1099511627776.0
          SQRT, 0, 3.0, 0.2886751345948128822545744
          CBRT, 0, 3.0, 0.1602499522563787091468487
          CBRT, 0, 1e-300, 3.333333333333333277646463e+199
          POW, 0, 1.7 2.3, 4.584705393905638190882132
          POW, 1, 1.7 2.3, 1.798137455724287510101171
          POW, 0, -1.5 3.0, 6.75
          POW, 0, 0.1 -2.5, -7905.694150420946794007591
          POW, 1, 0.1 -2.5, -728.1413400211799733377686
          HYPOT, 0, 3e+200 4e+200, 0.6
          HYPOT, 1, 0.001 700000.0, 0.9999999999999999989795918
          TO_RADIANS, 0, 30.0, 0.01745329251994329576923691
          TO_DEGREES, 0, 30.0, 57.29577951308232087679815
          """)
  void partialDerivativesAreExactToRounding(
      MathFunction function, int operand, String point, double expected) {
    Object[] operands = Arrays.stream(point.split(" ")).map(Double::valueOf).toArray();
    double actual = Probe.partial(MathCall.of(function), operand, operands);
    assertThat(actual).isWithin(4 * Math.ulp(expected)).of(expected);
    double strict = Probe.partial(new MathCall(function, true), operand, operands);
    assertThat(strict).isWithin(4 * Math.ulp(expected)).of(expected);
  }
}
