package org.wengert.sample.nist;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposer;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.GaussNewtonOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;
import org.wengert.VectorFunction;

/**
 * Fits a model to its data with Hipparchus's optimisers.
 *
 * @param jacobian where the optimisers get the model's derivatives from
 */
record LeastSquares(Problem problem, Jacobian jacobian) {

  /** Near the least the optimiser takes: below two rounding units it throws what it has away. */
  private static final double TOLERANCE = 4 * Math.ulp(1.0);

  private static final int MOST_EVALUATIONS = 20_000;
  private static final int POLISHING_STEPS = 10;

  /** Fits by Levenberg-Marquardt. */
  Fit fit(double[] start) {
    return optimize(
        new LevenbergMarquardtOptimizer()
            .withCostRelativeTolerance(TOLERANCE)
            .withParameterRelativeTolerance(TOLERANCE)
            .withOrthoTolerance(TOLERANCE),
        start);
  }

  /**
   * Takes ten Gauss-Newton steps from parameters that are all but fitted. They use nothing but
   * residuals and Jacobian, and so reach the root of the gradient as exactly as those are known;
   * the sums of squares that Levenberg-Marquardt compares are too flat there to tell.
   */
  Fit polish(double[] nearlyFitted) {
    return optimize(new GaussNewtonOptimizer(new QRDecomposer(0), false), nearlyFitted);
  }

  private Fit optimize(LeastSquaresOptimizer optimizer, double[] start) {
    VectorFunction model = problem.model();
    Optimum optimum =
        optimizer.optimize(
            new LeastSquaresBuilder()
                .start(start)
                .target(problem.data().y())
                .model(point -> evaluate(model, point.toArray()))
                .checker(
                    (iteration, before, after) ->
                        optimizer instanceof GaussNewtonOptimizer && iteration >= POLISHING_STEPS)
                .maxEvaluations(MOST_EVALUATIONS)
                .maxIterations(MOST_EVALUATIONS)
                .build());
    return new Fit(optimum.getPoint().toArray(), optimum.getIterations(), optimum.getEvaluations());
  }

  private Pair<RealVector, RealMatrix> evaluate(VectorFunction model, double[] b) {
    return new Pair<>(
        new ArrayRealVector(model.value(b), false),
        new Array2DRowRealMatrix(jacobian.at(b), false));
  }
}
