package org.wengert.sample.gradbench;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wengert.Dual;
import org.wengert.DualArray;
import org.wengert.GradientCheck;
import org.wengert.ScalarFunction;
import org.wengert.VectorFunction;
import org.wengert.sample.gradbench.BundleAdjustmentDerivatives.ReprojectionErrorVjp;

/** The modes agree with each other and with differences, where the fixtures have no word. */
final class ModesTest {

  private final Random random = new Random(4);

  @Test
  void leastSquares() {
    GradientCheck.of(LeastSquaresDerivatives.halfSquares(19)).at(uniform(6)).orThrow();
  }

  @Test
  void logSumExp() {
    GradientCheck.of(LogSumExpDerivatives.logSumExp()).at(uniform(12)).orThrow();
  }

  @Test
  void determinant() {
    for (int size = 1; size <= 6; size++) {
      GradientCheck.of(DeterminantDerivatives.determinant(size)).at(uniform(size * size)).orThrow();
    }
  }

  @Test
  void rungeKutta() {
    GradientCheck.of(RungeKuttaDerivatives.solve(3)).at(uniform(7)).orThrow();
  }

  @Test
  void gaussianMixture() {
    int d = 3;
    int k = 2;
    int triangle = d * (d - 1) / 2;
    double[][] x = rows(uniform(5 * d), 0, 5, d);
    GradientCheck.of(new Mixture(x, k)).at(uniform(k * (1 + 2 * d + triangle))).orThrow();
  }

  @Test
  void recurrentNetwork() {
    double[][] state = rows(uniform(4 * 3), 0, 4, 3);
    double[][] sequence = {{1, 0, 1}, {0, 0, 1}, {1, 1, 1}, {1, 0, 0}, {0, 1, 0}};
    GradientCheck.of(new Network(state, sequence)).at(uniform(4 * 12 + 3 * 3)).orThrow();
  }

  @Test
  void bundleAdjustment() {
    GradientCheck.of(new Reprojection(new double[] {0.25, 0.5})).at(uniform(15)).orThrow();
    double[] unturned = uniform(15);
    Arrays.fill(unturned, 0, 3, 0);
    GradientCheck.of(new Reprojection(new double[] {0.25, 0.5})).at(unturned).orThrow();
  }

  @Test
  void clustering() {
    double[][] points = rows(uniform(20), 0, 10, 2);
    double[][] centroids = {points[8].clone(), points[9].clone()};
    double[][] hessian = ClusteringDerivatives.costHessian(points, centroids);
    for (int i = 0; i < 4; i++) {
      int row = i;
      int nearest =
          (int)
              Arrays.stream(points)
                  .filter(
                      point ->
                          Clustering.cost(new double[][] {point}, centroids)
                              == Clustering.cost(
                                  new double[][] {point}, new double[][] {centroids[row / 2]}))
                  .count();
      for (int j = 0; j < 4; j++) {
        assertThat(hessian[i][j]).isEqualTo(i == j ? 2.0 * nearest : 0.0);
      }
    }
  }

  private double[] uniform(int size) {
    return random.doubles(size).toArray();
  }

  private static double[][] rows(double[] flat, int from, int rows, int columns) {
    double[][] result = new double[rows][];
    for (int i = 0; i < rows; i++) {
      result[i] = Arrays.copyOfRange(flat, from + i * columns, from + (i + 1) * columns);
    }
    return result;
  }

  private static int flatten(double[][] rows, double[] flat, int from) {
    int next = from;
    for (double[] row : rows) {
      System.arraycopy(row, 0, flat, next, row.length);
      next += row.length;
    }
    return next;
  }

  /** The posterior of a mixture as a function of alpha, mu, q and l in one row. */
  private record Mixture(double[][] x, int k) implements ScalarFunction {

    private record Parts(double[] alpha, double[][] mu, double[][] q, double[][] l) {}

    private Parts parts(double[] flat) {
      int d = x[0].length;
      return new Parts(
          Arrays.copyOf(flat, k),
          rows(flat, k, k, d),
          rows(flat, k + k * d, k, d),
          rows(flat, k + 2 * k * d, k, d * (d - 1) / 2));
    }

    @Override
    public double value(double[] point) {
      Parts at = parts(point);
      return GaussianMixture.logPosterior(at.alpha, at.mu, at.q, at.l, x, 1.5, 2);
    }

    @Override
    public double gradient(double[] point, double[] gradient) {
      Parts at = parts(point);
      GaussianMixtureDerivatives.LogPosteriorGradient result =
          GaussianMixtureDerivatives.logPosteriorGradient(at.alpha, at.mu, at.q, at.l, x, 1.5, 2);
      int next = flatten(new double[][] {result.alpha()}, gradient, 0);
      next = flatten(result.mu(), gradient, next);
      next = flatten(result.q(), gradient, next);
      flatten(result.l(), gradient, next);
      return result.value();
    }

    @Override
    public Dual jvp(double[] point, double[] direction) {
      Parts at = parts(point);
      Parts dot = parts(direction);
      return GaussianMixtureDerivatives.logPosteriorJvp(
          at.alpha, dot.alpha, at.mu, dot.mu, at.q, dot.q, at.l, dot.l, x, 1.5, 2);
    }
  }

  /** The loss of a network as a function of its parameters in one row. */
  private record Network(double[][] state, double[][] sequence) implements ScalarFunction {

    private double[][] main(double[] flat) {
      return rows(flat, 0, state.length, 4 * state[0].length);
    }

    private double[][] extra(double[] flat) {
      int width = state[0].length;
      return rows(flat, flat.length - 3 * width, 3, width);
    }

    @Override
    public double value(double[] point) {
      return RecurrentNetwork.loss(main(point), extra(point), state, sequence);
    }

    @Override
    public double gradient(double[] point, double[] gradient) {
      RecurrentNetworkDerivatives.LossGradient result =
          RecurrentNetworkDerivatives.lossGradient(main(point), extra(point), state, sequence);
      flatten(result.extra(), gradient, flatten(result.main(), gradient, 0));
      return result.value();
    }

    @Override
    public Dual jvp(double[] point, double[] direction) {
      return RecurrentNetworkDerivatives.lossJvp(
          main(point), main(direction), extra(point), extra(direction), state, sequence);
    }
  }

  /** An observation's error as a function of camera, point and weight in one row. */
  private record Reprojection(double[] feature) implements VectorFunction {

    private static double[] camera(double[] flat) {
      return Arrays.copyOf(flat, 11);
    }

    private static double[] point(double[] flat) {
      return Arrays.copyOfRange(flat, 11, 14);
    }

    @Override
    public double[] value(double[] x) {
      return BundleAdjustment.reprojectionError(camera(x), point(x), x[14], feature);
    }

    @Override
    public DualArray jvp(double[] x, double[] xDot) {
      return BundleAdjustmentDerivatives.reprojectionErrorJvp(
          camera(x), camera(xDot), point(x), point(xDot), x[14], xDot[14], feature);
    }

    @Override
    public double[] vjp(double[] x, double[] resultBar) {
      double[] cameraBar = new double[11];
      double[] pointBar = new double[3];
      ReprojectionErrorVjp vjp =
          BundleAdjustmentDerivatives.reprojectionErrorVjp(
              camera(x), cameraBar, point(x), pointBar, x[14], feature, resultBar);
      double[] gradient = Arrays.copyOf(cameraBar, 15);
      System.arraycopy(pointBar, 0, gradient, 11, 3);
      gradient[14] = vjp.weight();
      return gradient;
    }

    @Override
    public double[][] jacobian(double[] x) {
      return BundleAdjustmentDerivatives.reprojectionErrorJacobian(
          camera(x), point(x), x[14], feature);
    }
  }
}
