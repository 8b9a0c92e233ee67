package org.wengert.sample.benchmark.problem;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wengert.sample.benchmark.adjoint.RecurrentNetworkAdjoint;
import org.wengert.sample.benchmark.overloaded.RecurrentNetworkFunction;
import org.wengert.sample.benchmark.peer.OverloadedFunction;
import org.wengert.sample.gradbench.RecurrentNetwork;
import org.wengert.sample.gradbench.RecurrentNetworkDerivatives;

/** GradBench's {@code lstm}: two layers, characters of 14 bits, and a text of some length. */
final class RecurrentNetworkSubject implements Subject {

  private static final int LAYERS = 2;
  private static final int BITS = 14;

  private final double[][] main = Inputs.normal(2 * LAYERS, 4 * BITS, 0.5, 15);
  private final double[][] extra = Inputs.normal(3, BITS, 0.5, 16);
  private final double[][] state = Inputs.normal(2 * LAYERS, BITS, 0.5, 17);
  private final double[][] sequence;
  private final double[][] mainDot = Filled.ones(main);
  private final double[][] extraDot = Filled.ones(extra);
  private final double[][] mainBar = Filled.zeros(main);
  private final double[][] extraBar = Filled.zeros(extra);
  private final List<?> gradient = List.of(mainBar, extraBar);
  private final double[] value = new double[1];

  RecurrentNetworkSubject(int length) {
    sequence = new double[length][BITS];
    int[] bits = Inputs.labels(length * BITS, 2, 18);
    for (int i = 0; i < bits.length; i++) {
      sequence[i / BITS][i % BITS] = bits[i];
    }
  }

  @Override
  public String size() {
    return "l=" + LAYERS + " b=" + BITS + " c=" + sequence.length;
  }

  @Override
  public List<double[]> inputs() {
    return Flat.rows(main, extra);
  }

  @Override
  public double[] primal() {
    value[0] = RecurrentNetwork.loss(main, extra, state, sequence);
    return value;
  }

  @Override
  public double[] jvp() {
    value[0] =
        RecurrentNetworkDerivatives.lossJvp(main, mainDot, extra, extraDot, state, sequence)
            .tangent();
    return value;
  }

  @Override
  public List<?> gradient() {
    Filled.clear(mainBar);
    Filled.clear(extraBar);
    value[0] =
        RecurrentNetworkDerivatives.lossVjp(main, mainBar, extra, extraBar, state, sequence, 1);
    return gradient;
  }

  @Override
  public Optional<Supplier<List<?>>> hvp() {
    return Optional.of(
        () -> {
          RecurrentNetworkDerivatives.LossHvp hvp =
              RecurrentNetworkDerivatives.lossHvp(main, mainDot, extra, extraDot, state, sequence);
          return List.of(hvp.main(), hvp.extra());
        });
  }

  @Override
  public Optional<Supplier<double[][]>> hessian() {
    return Optional.of(() -> RecurrentNetworkDerivatives.lossHessian(main, extra, state, sequence));
  }

  @Override
  public Optional<Supplier<List<?>>> handWritten() {
    RecurrentNetworkAdjoint adjoint = new RecurrentNetworkAdjoint(state, sequence);
    return Optional.of(() -> adjoint.gradient(main, extra));
  }

  @Override
  public OverloadedFunction overloaded() {
    return new RecurrentNetworkFunction(state, sequence);
  }
}
