package org.wengert.sample.benchmark;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The loss of a network of 64 inputs, 128 hidden units and 10 classes on a batch of 32. */
@State(Scope.Thread)
public class NetworkBenchmark {

  private static final int INPUTS = 64;
  private static final int HIDDEN = 128;
  private static final int CLASSES = 10;
  private static final int BATCH = 32;

  private final double[][] w1 = Inputs.normal(HIDDEN, INPUTS, 0.1, 3);
  private final double[] b1 = new double[HIDDEN];
  private final double[][] w2 = Inputs.normal(CLASSES, HIDDEN, 0.1, 4);
  private final double[] b2 = new double[CLASSES];
  private final double[][] inputs = Inputs.normal(BATCH, INPUTS, 1, 5);
  private final int[] labels = Inputs.labels(BATCH, CLASSES, 6);
  private final double[][] w1Bar = new double[HIDDEN][INPUTS];
  private final double[] b1Bar = new double[HIDDEN];
  private final double[][] w2Bar = new double[CLASSES][HIDDEN];
  private final double[] b2Bar = new double[CLASSES];

  @Benchmark
  public double primal() {
    return Network.loss(w1, b1, w2, b2, inputs, labels);
  }

  @Benchmark
  public double gradient() {
    for (double[] row : w1Bar) {
      Arrays.fill(row, 0);
    }
    Arrays.fill(b1Bar, 0);
    for (double[] row : w2Bar) {
      Arrays.fill(row, 0);
    }
    Arrays.fill(b2Bar, 0);
    return NetworkDerivatives.lossVjp(
        w1, w1Bar, b1, b1Bar, w2, w2Bar, b2, b2Bar, inputs, labels, 1);
  }
}
