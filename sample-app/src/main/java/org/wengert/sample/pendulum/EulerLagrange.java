package org.wengert.sample.pendulum;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.wengert.ScalarFunction;

/**
 * The motion of any system of n degrees of freedom by its Lagrangian L(q, v) alone. A state is the
 * n coordinates q, and then the n velocities v.
 *
 * <p>The equation of Euler and Lagrange, d/dt dL/dv = dL/dq, is
 *
 * <pre>d²L/dv² a = dL/dq - d²L/dv dq v</pre>
 *
 * for the accelerations a once the time derivative is written out.
 *
 * @param lagrangian a function of states, with second derivatives
 */
record EulerLagrange(ScalarFunction lagrangian, int degrees)
    implements OrdinaryDifferentialEquation {

  @Override
  public int getDimension() {
    return 2 * degrees;
  }

  /** Velocities and accelerations. */
  @Override
  public double[] computeDerivatives(double time, double[] state) {
    RealVector velocity = velocity(state);
    return velocity.append(acceleration(state, velocity)).toArray();
  }

  /** What does not change with time: v · dL/dv - L. */
  double energy(double[] state) {
    double[] gradient = new double[state.length];
    double value = lagrangian.gradient(state, gradient);
    return velocity(state).dotProduct(part(gradient, degrees)) - value;
  }

  /** d²L/dv², n by n. */
  RealMatrix mass(double[] state) {
    return block(hessian(state), degrees, degrees);
  }

  /** -d²L/dq², n by n: at rest, the restoring forces of small displacements. */
  RealMatrix stiffness(double[] state) {
    return block(hessian(state), 0, 0).scalarMultiply(-1);
  }

  private RealVector acceleration(double[] state, RealVector velocity) {
    RealMatrix hessian = hessian(state);
    RealVector force =
        part(lagrangian.gradient(state), 0).subtract(block(hessian, degrees, 0).operate(velocity));
    return new LUDecomposition(block(hessian, degrees, degrees)).getSolver().solve(force);
  }

  private RealMatrix hessian(double[] state) {
    return new Array2DRowRealMatrix(lagrangian.hessian(state), false);
  }

  private RealMatrix block(RealMatrix hessian, int row, int column) {
    return hessian.getSubMatrix(row, row + degrees - 1, column, column + degrees - 1);
  }

  private RealVector velocity(double[] state) {
    return part(state, degrees);
  }

  private RealVector part(double[] vector, int start) {
    return new ArrayRealVector(vector, start, degrees);
  }
}
