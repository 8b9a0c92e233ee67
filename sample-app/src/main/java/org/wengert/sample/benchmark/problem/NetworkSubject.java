package org.wengert.sample.benchmark.problem;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wengert.sample.benchmark.overloaded.NetworkFunction;
import org.wengert.sample.benchmark.peer.OverloadedFunction;

/** The loss of a network with twice as many hidden units as inputs, on a batch of 32 items. */
final class NetworkSubject implements Subject {

  private static final int CLASSES = 10;
  private static final int BATCH = 32;

  private final int hidden;
  private final double[][] w1;
  private final double[] b1;
  private final double[][] w2;
  private final double[] b2 = new double[CLASSES];
  private final double[][] inputs;
  private final int[] labels = Inputs.labels(BATCH, CLASSES, 6);
  private final double[][] w1Dot;
  private final double[] b1Dot;
  private final double[][] w2Dot;
  private final double[] b2Dot = Filled.ones(CLASSES);
  private final double[][] w1Bar;
  private final double[] b1Bar;
  private final double[][] w2Bar;
  private final double[] b2Bar = new double[CLASSES];
  private final List<?> gradient;
  private final double[] value = new double[1];

  NetworkSubject(int hidden) {
    this.hidden = hidden;
    w1 = Inputs.normal(hidden, hidden / 2, 0.1, 3);
    b1 = new double[hidden];
    w2 = Inputs.normal(CLASSES, hidden, 0.1, 4);
    inputs = Inputs.normal(BATCH, hidden / 2, 1, 5);
    w1Dot = Filled.ones(w1);
    b1Dot = Filled.ones(hidden);
    w2Dot = Filled.ones(w2);
    w1Bar = Filled.zeros(w1);
    b1Bar = new double[hidden];
    w2Bar = Filled.zeros(w2);
    gradient = List.of(w1Bar, b1Bar, w2Bar, b2Bar);
  }

  @Override
  public String size() {
    return "in=" + hidden / 2 + " hidden=" + hidden;
  }

  @Override
  public List<double[]> inputs() {
    return Flat.rows(w1, b1, w2, b2);
  }

  @Override
  public double[] primal() {
    value[0] = Network.loss(w1, b1, w2, b2, inputs, labels);
    return value;
  }

  @Override
  public double[] jvp() {
    value[0] =
        NetworkDerivatives.lossJvp(w1, w1Dot, b1, b1Dot, w2, w2Dot, b2, b2Dot, inputs, labels)
            .tangent();
    return value;
  }

  @Override
  public List<?> gradient() {
    Filled.clear(w1Bar);
    Filled.clear(b1Bar);
    Filled.clear(w2Bar);
    Filled.clear(b2Bar);
    value[0] =
        NetworkDerivatives.lossVjp(w1, w1Bar, b1, b1Bar, w2, w2Bar, b2, b2Bar, inputs, labels, 1);
    return gradient;
  }

  @Override
  public Optional<Supplier<List<?>>> hvp() {
    return Optional.of(
        () -> {
          NetworkDerivatives.LossHvp hvp =
              NetworkDerivatives.lossHvp(
                  w1, w1Dot, b1, b1Dot, w2, w2Dot, b2, b2Dot, inputs, labels);
          return List.of(hvp.w1(), hvp.b1(), hvp.w2(), hvp.b2());
        });
  }

  @Override
  public Optional<Supplier<double[][]>> hessian() {
    return Optional.of(() -> NetworkDerivatives.lossHessian(w1, b1, w2, b2, inputs, labels));
  }

  @Override
  public OverloadedFunction overloaded() {
    return new NetworkFunction(hidden, CLASSES, inputs, labels);
  }
}
