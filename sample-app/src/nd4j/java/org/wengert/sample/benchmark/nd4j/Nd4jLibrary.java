package org.wengert.sample.benchmark.nd4j;

import java.util.Optional;
import java.util.function.Supplier;
import org.wengert.sample.benchmark.overloaded.GaussianMixtureFunction;
import org.wengert.sample.benchmark.overloaded.LogSumExpFunction;
import org.wengert.sample.benchmark.overloaded.RecurrentNetworkFunction;
import org.wengert.sample.benchmark.peer.OverloadedFunction;
import org.wengert.sample.benchmark.peer.TensorLibrary;

/** SameDiff, the graphs of ND4J. */
public final class Nd4jLibrary implements TensorLibrary {

  /** A graph has operations for each step of the network. */
  private static final int MOST_STEPS = 100;

  @Override
  public Optional<Supplier<double[]>> gradient(OverloadedFunction function, double[] x) {
    if (function instanceof LogSumExpFunction) {
      return Optional.of(new GraphGradient(new LogSumExpGraph(x.length), x));
    }
    if (function instanceof GaussianMixtureFunction mixture) {
      return Optional.of(new GraphGradient(new GaussianMixtureGraph(mixture), x));
    }
    if (function instanceof RecurrentNetworkFunction network
        && network.sequence().length <= MOST_STEPS) {
      return Optional.of(new GraphGradient(new RecurrentNetworkGraph(network), x));
    }
    return Optional.empty();
  }
}
