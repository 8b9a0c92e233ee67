package org.wengert.sample.pendulum;

import java.util.Arrays;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/** Small oscillations about a stable equilibrium: w² M a = K a, M the mass, K the stiffness. */
final class NormalModes {

  private NormalModes() {}

  /** The angular frequencies w, in radians per second, the slowest first. */
  static double[] frequencies(EulerLagrange system, double[] equilibrium) {
    RealMatrix restoring =
        new LUDecomposition(system.mass(equilibrium))
            .getSolver()
            .solve(system.stiffness(equilibrium));
    return Arrays.stream(new EigenDecompositionNonSymmetric(restoring).getEigenvalues())
        .mapToDouble(Complex::getRealPart)
        .map(Math::sqrt)
        .sorted()
        .toArray();
  }
}
