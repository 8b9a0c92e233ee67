package org.wengert.sample.nist;

import org.hipparchus.analysis.differentiation.FieldGradient;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.util.MathArrays;

/** The Jacobian in decimal arithmetic of fifty digits, rounded once at the end: slow and exact. */
record DecimalJacobian(FieldModel model, double[] x) implements Jacobian {

  private static final int DIGITS = 50;

  @Override
  public double[][] at(double[] b) {
    DfpField decimals = new DfpField(DIGITS);
    FieldGradient<Dfp>[] variables =
        MathArrays.buildArray(
            FieldGradient.constant(b.length, decimals.getZero()).getField(), b.length);
    for (int j = 0; j < b.length; j++) {
      variables[j] = FieldGradient.variable(b.length, j, decimals.newDfp(b[j]));
    }
    double[][] jacobian = new double[x.length][b.length];
    for (int i = 0; i < x.length; i++) {
      Dfp[] row = model.value(variables, x[i]).getGradient();
      for (int j = 0; j < b.length; j++) {
        jacobian[i][j] = row[j].toDouble();
      }
    }
    return jacobian;
  }
}
