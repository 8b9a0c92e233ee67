package org.wengert.sample.nist;

import org.hipparchus.analysis.differentiation.Gradient;

/** The Jacobian by Hipparchus's own forward mode, one {@link Gradient} for each observation. */
record GradientJacobian(FieldModel model, double[] x) implements Jacobian {

  @Override
  public double[][] at(double[] b) {
    Gradient[] variables = new Gradient[b.length];
    for (int j = 0; j < b.length; j++) {
      variables[j] = Gradient.variable(b.length, j, b[j]);
    }
    double[][] jacobian = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      jacobian[i] = model.value(variables, x[i]).getGradient();
    }
    return jacobian;
  }
}
