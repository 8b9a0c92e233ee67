package org.wengert.sample.iris;

import org.wengert.ScalarFunction;

/** Fits a {@link Classifier} by gradient descent from zero. */
final class Training {

  /** Small, but enough for a minimum to exist: setosa can be told from the others without error. */
  static final double PENALTY = 1e-3;

  private static final GradientDescent DESCENT = new GradientDescent(1.0, 5_000);

  private Training() {}

  /** Hears how the training goes, once for each iteration. */
  @FunctionalInterface
  interface Listener {
    void at(int iteration, double loss, double gradientNorm, double accuracy);
  }

  /** Returns the loss over the flowers as a function of the weights. */
  static ScalarFunction loss(Flowers flowers) {
    return SoftmaxRegressionDerivatives.loss(
        flowers.features(), flowers.labels(), flowers.species().size(), PENALTY);
  }

  static Classifier train(Flowers flowers, Listener listener) {
    int classes = flowers.species().size();
    double[] weights =
        DESCENT.minimize(
            loss(flowers),
            new double[classes * (flowers.features()[0].length + 1)],
            (iteration, loss, gradient, point) ->
                listener.at(
                    iteration,
                    loss,
                    norm(gradient),
                    new Classifier(point, classes).accuracy(flowers)));
    return new Classifier(weights, classes);
  }

  private static double norm(double[] vector) {
    double squares = 0;
    for (double element : vector) {
      squares += element * element;
    }
    return Math.sqrt(squares);
  }
}
