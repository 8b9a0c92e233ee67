package org.wengert.sample.benchmark.problem;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.differentiation.FieldGradient;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.util.MathArrays;
import org.junit.jupiter.api.Test;
import org.wengert.Dual;
import org.wengert.GradientCheck;
import org.wengert.ScalarFunction;

final class BrusselatorTest {

  private static final int STEPS = 25;
  private static final double DT = 0.0625;

  /** Start and parameters in one row: two cells, then a, b, d. */
  private static final double[] X = {1.2, 0.9, 2.9, 3.1, 1, 3, 0.5};

  private static final int STATE = 4;

  /** The energy as a function of the start and the parameters in one row. */
  private enum Energy implements ScalarFunction {
    ENERGY;

    @Override
    public double value(double[] x) {
      return Brusselator.energy(start(x), parameters(x), STEPS, DT);
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
      double[] startBar = new double[STATE];
      double[] parametersBar = new double[x.length - STATE];
      double value =
          BrusselatorDerivatives.energyVjp(
              start(x), startBar, parameters(x), parametersBar, STEPS, DT, 1);
      System.arraycopy(startBar, 0, gradient, 0, STATE);
      System.arraycopy(parametersBar, 0, gradient, STATE, parametersBar.length);
      return value;
    }

    @Override
    public Dual jvp(double[] x, double[] xDot) {
      return BrusselatorDerivatives.energyJvp(
          start(x), start(xDot), parameters(x), parameters(xDot), STEPS, DT);
    }

    private static double[] start(double[] x) {
      return Arrays.copyOf(x, STATE);
    }

    private static double[] parameters(double[] x) {
      return Arrays.copyOfRange(x, STATE, x.length);
    }
  }

  @Test
  void modesAgreeWithEachOtherAndWithDifferences() {
    GradientCheck.of(Energy.ENERGY).at(X).orThrow();
  }

  @Test
  void theGradientAgreesWithThirtyDigits() {
    DfpField decimals = new DfpField(30);
    int n = X.length;
    List<FieldGradient<Dfp>> x = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      x.add(FieldGradient.variable(n, i, decimals.newDfp(X[i])));
    }
    FieldGradient<Dfp>[] start = MathArrays.buildArray(x.get(0).getField(), STATE);
    x.subList(0, STATE).toArray(start);
    Dfp[] exact =
        new FieldBrusselator<>(x.get(STATE), x.get(STATE + 1), x.get(STATE + 2))
            .energy(start, STEPS, DT)
            .getGradient();
    double[] gradient = Energy.ENERGY.gradient(X);
    for (int i = 0; i < n; i++) {
      double expected = exact[i].toDouble();
      assertThat(gradient[i]).isWithin(1e-12 * Math.abs(expected)).of(expected);
    }
  }
}
