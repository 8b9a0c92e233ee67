package org.wengert.sample.textbook;

import static com.google.common.truth.Truth.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wengert.Dual;

final class TraceTest {

  private static final double TOLERANCE = 1e-14;

  /** Tables 2 and 3 of Baydin and others, Automatic Differentiation in Machine Learning (2018). */
  @Test
  void isTheOneInTheSurvey() {
    Trace trace = Example.LOGARITHM_PRODUCT_SINE.at(new double[] {2, 5});
    double sin = Math.sin(5);
    double cos = Math.cos(5);
    assertEntries(
        trace.primal(), 2, 5, Math.log(2), 10, sin, Math.log(2) + 10, Math.log(2) + 10 - sin);
    assertEntries(trace.tangents()[0], 1, 0, 0.5, 5, 0, 5.5, 5.5);
    assertEntries(trace.tangents()[1], 0, 1, 0, 2, cos, 2, 2 - cos);
    assertEntries(trace.adjoints(), 5.5, 2 - cos, 1, 1, -1, 1, 1);
    // The numbers as printed there.
    assertThat(trace.primal()[6]).isWithin(5e-4).of(11.652);
    assertThat(trace.adjoints()[1]).isWithin(5e-4).of(1.716);
  }

  @Test
  void ofProductPlusSineIsItsClosedForm() {
    for (double[] x : Example.PRODUCT_PLUS_SINE.points()) {
      Trace trace = Example.PRODUCT_PLUS_SINE.at(x);
      double sin = Math.sin(x[0]);
      double cos = Math.cos(x[0]);
      assertEntries(trace.primal(), x[0], x[1], x[0] * x[1], sin, x[0] * x[1] + sin);
      assertEntries(trace.tangents()[0], 1, 0, x[1], cos, x[1] + cos);
      assertEntries(trace.tangents()[1], 0, 1, x[0], 0, x[0]);
      assertEntries(trace.adjoints(), x[1] + cos, x[0], 1, 1, 1);
    }
  }

  /** With {@code v} in and out: the tangents of all that comes out against the adjoints of all. */
  @Test
  void modesAgreeOnEveryEntry() {
    agree(
        5,
        TracedFunctionsDerivatives::productPlusSineJvp,
        TracedFunctionsDerivatives::productPlusSineVjp);
    agree(
        7,
        TracedFunctionsDerivatives::logarithmProductSineJvp,
        TracedFunctionsDerivatives::logarithmProductSineVjp);
  }

  private interface Jvp {
    Dual apply(double[] x, double[] xDot, double[] e, double[] eDot, double[] v, double[] vDot);
  }

  private static void agree(int steps, Jvp jvp, Trace.Reverse vjp) {
    Random random = new Random(1);
    double[] x = {1.3, -0.7};
    double[] xDot = random.doubles(2, -1, 1).toArray();
    double[] e = random.doubles(steps, 0, 0.1).toArray();
    double[] eDot = random.doubles(steps, -1, 1).toArray();
    double[] vDot = random.doubles(steps, -1, 1).toArray();
    double[] vDotOut = vDot.clone();
    double resultDot = jvp.apply(x, xDot, e, eDot, new double[steps], vDotOut).tangent();

    double[] vBar = random.doubles(steps, -1, 1).toArray();
    double resultBar = random.nextDouble();
    double forward = resultBar * resultDot + dot(vBar, vDotOut);
    double[] xBar = new double[2];
    double[] eBar = new double[steps];
    vjp.vjp(x, xBar, e, eBar, new double[steps], vBar, resultBar);
    // v is overwritten before it is read: what it held has no effect.
    assertThat(vBar).isEqualTo(new double[steps]);
    double reverse = dot(xBar, xDot) + dot(eBar, eDot);
    assertThat(reverse).isWithin(1e-13 * Math.abs(forward)).of(forward);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void assertEntries(double[] actual, double... expected) {
    assertThat(actual).usingTolerance(TOLERANCE).containsExactly(expected).inOrder();
  }
}
