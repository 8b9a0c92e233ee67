package org.wengert.sample.benchmark.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wengert.sample.benchmark.overloaded.GaussianMixtureFunction;
import org.wengert.sample.benchmark.overloaded.LogSumExpFunction;
import org.wengert.sample.benchmark.overloaded.RecurrentNetworkFunction;
import org.wengert.sample.benchmark.peer.OverloadedFunction;
import org.wengert.sample.benchmark.peer.TensorLibrary;

/** The Deep Java Library with the engine of PyTorch. */
public final class Djl implements TensorLibrary {

  static {
    // It looks for nothing on the network.
    System.setProperty("ai.djl.offline", "true");
  }

  @Override
  public Optional<Supplier<double[]>> gradient(OverloadedFunction function, double[] x) {
    if (function instanceof LogSumExpFunction) {
      return Optional.of(of(new LogSumExpTensors(x.length), x));
    }
    if (function instanceof GaussianMixtureFunction mixture) {
      return Optional.of(of(new GaussianMixtureTensors(mixture), x));
    }
    if (function instanceof RecurrentNetworkFunction network) {
      return Optional.of(of(new RecurrentNetworkTensors(network), x));
    }
    return Optional.empty();
  }

  /** The engine is loaded by the first call. */
  private static Supplier<double[]> of(TensorFunction function, double[] x) {
    return () -> gradient(function, x);
  }

  private static double[] gradient(TensorFunction function, double[] x) {
    try (NDManager manager = NDManager.newBaseManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDList parameters = parameters(manager, function.parameters(), x);
      collector.backward(function.value(manager, parameters));
      double[] gradient = new double[x.length];
      int next = 0;
      for (NDArray parameter : parameters) {
        double[] part = parameter.getGradient().toDoubleArray();
        System.arraycopy(part, 0, gradient, next, part.length);
        next += part.length;
      }
      return gradient;
    }
  }

  private static NDList parameters(NDManager manager, List<Shape> shapes, double[] x) {
    NDList parameters = new NDList();
    int next = 0;
    for (Shape shape : shapes) {
      int end = next + Math.toIntExact(shape.size());
      NDArray parameter = manager.create(Arrays.copyOfRange(x, next, end), shape);
      parameter.setRequiresGradient(true);
      parameters.add(parameter);
      next = end;
    }
    return parameters;
  }
}
