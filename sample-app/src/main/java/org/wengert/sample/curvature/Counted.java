package org.wengert.sample.curvature;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.wengert.ScalarFunction;

/** A function of Hipparchus's vectors that counts what is asked of its curvature. */
final class Counted {

  private final ScalarFunction function;
  private int hessians;
  private int products;

  Counted(ScalarFunction function) {
    this.function = function;
  }

  double value(RealVector x) {
    return function.value(x.toArray());
  }

  RealVector gradient(RealVector x) {
    return new ArrayRealVector(function.gradient(x.toArray()), false);
  }

  /** The Hessian, symmetric to the last bit. */
  RealMatrix hessian(RealVector x) {
    hessians++;
    RealMatrix hessian = new Array2DRowRealMatrix(function.hessian(x.toArray()), false);
    return hessian.add(hessian.transpose()).scalarMultiply(0.5);
  }

  /** The Hessian times v. */
  RealVector product(RealVector x, RealVector v) {
    products++;
    double[] product = new double[v.getDimension()];
    function.hvp(x.toArray(), v.toArray(), product);
    return new ArrayRealVector(product, false);
  }

  int hessians() {
    return hessians;
  }

  int products() {
    return products;
  }
}
