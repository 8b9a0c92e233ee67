package org.wengert.sample.gradbench;

import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;

/** The module {@code saddle}: the lowest of the highest points, and the highest one beside it. */
final class SaddleModule {

  private static final double[] FIRST = {1, 0};
  private static final double[] SECOND = {0, 1};

  private SaddleModule() {}

  static Module create() {
    Slope forward =
        (a, b) ->
            new double[] {
              SaddleDerivatives.heightJvp(a, b, FIRST).tangent(),
              SaddleDerivatives.heightJvp(a, b, SECOND).tangent()
            };
    Slope reverse = (a, b) -> SaddleDerivatives.heightGradient(a, b).b();
    return new Module(
        "saddle",
        Map.of(
            "ff",
            of(
                Saddle::highestForward,
                (a, start) ->
                    new double[] {
                      SaddleDerivatives.highestForwardJvp(a, FIRST, start).tangent(),
                      SaddleDerivatives.highestForwardJvp(a, SECOND, start).tangent()
                    },
                forward),
            "rf",
            of(
                Saddle::highestForward,
                (a, start) -> SaddleDerivatives.highestForwardGradient(a, start).a(),
                forward),
            "fr",
            of(
                Saddle::highestReverse,
                (a, start) ->
                    new double[] {
                      SaddleDerivatives.highestReverseJvp(a, FIRST, start).tangent(),
                      SaddleDerivatives.highestReverseJvp(a, SECOND, start).tangent()
                    },
                reverse),
            "rr",
            of(
                Saddle::highestReverse,
                (a, start) -> SaddleDerivatives.highestReverseGradient(a, start).a(),
                reverse)));
  }

  /** A gradient with respect to one of two points. */
  private interface Slope {
    double[] at(double[] some, double[] other);
  }

  /**
   * One of the four.
   *
   * @param highest the height of the best answer to a point, sought from another one on
   * @param outer its gradient with respect to the point
   * @param inner that of the height with respect to the answer
   */
  private static Evaluation<?, ?> of(
      ToDoubleBiFunction<double[], double[]> highest, Slope outer, Slope inner) {
    return new Evaluation<double[], double[]>(
        json -> Input.of("input", json).vector("start", 2),
        start -> {
          double[] a =
              Descent.argmin(x -> highest.applyAsDouble(x, start), x -> outer.at(x, start), start);
          UnaryOperator<double[]> down =
              b -> {
                double[] slope = inner.at(a, b);
                return new double[] {-slope[0], -slope[1]};
              };
          double[] b = Descent.argmin(x -> -Saddle.height(a, x), down, start);
          return new double[] {a[0], a[1], b[0], b[1]};
        },
        Json.Reals::new);
  }
}
