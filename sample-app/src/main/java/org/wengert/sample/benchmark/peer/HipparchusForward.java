package org.wengert.sample.benchmark.peer;

import java.util.Arrays;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.GradientField;

/** Derivatives by Hipparchus, whose numbers carry the derivatives by all inputs along. */
public final class HipparchusForward {

  private HipparchusForward() {}

  /** Returns a row for each output, by {@link Gradient}. */
  public static double[][] byGradient(OverloadedFunction function, double[] x) {
    Gradient[] inputs = new Gradient[x.length];
    for (int j = 0; j < x.length; j++) {
      inputs[j] = Gradient.variable(x.length, j, x[j]);
    }
    Gradient[] outputs =
        function.values(new HipparchusNumbers<>(GradientField.getField(x.length)), inputs);
    return Arrays.stream(outputs).map(Gradient::getGradient).toArray(double[][]::new);
  }

  /** Returns a row for each output, by {@link DerivativeStructure}s of order 1. */
  public static double[][] byStructure(OverloadedFunction function, double[] x) {
    DSFactory factory = new DSFactory(x.length, 1);
    DerivativeStructure[] inputs = new DerivativeStructure[x.length];
    for (int j = 0; j < x.length; j++) {
      inputs[j] = factory.variable(j, x[j]);
    }
    DerivativeStructure[] outputs =
        function.values(new HipparchusNumbers<>(factory.getDerivativeField()), inputs);
    return Arrays.stream(outputs)
        .map(output -> Arrays.copyOfRange(output.getAllDerivatives(), 1, x.length + 1))
        .toArray(double[][]::new);
  }

  /**
   * Returns the Hessian of a function of one output, by {@link DerivativeStructure}s of order 2.
   */
  public static double[][] hessian(OverloadedFunction function, double[] x) {
    DSFactory factory = new DSFactory(x.length, 2);
    DerivativeStructure[] inputs = new DerivativeStructure[x.length];
    for (int j = 0; j < x.length; j++) {
      inputs[j] = factory.variable(j, x[j]);
    }
    DerivativeStructure output =
        function.values(new HipparchusNumbers<>(factory.getDerivativeField()), inputs)[0];
    double[][] hessian = new double[x.length][x.length];
    int[] orders = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      orders[i]++;
      for (int j = 0; j <= i; j++) {
        orders[j]++;
        hessian[i][j] = output.getPartialDerivative(orders);
        hessian[j][i] = hessian[i][j];
        orders[j]--;
      }
      orders[i]--;
    }
    return hessian;
  }
}
