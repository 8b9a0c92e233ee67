package org.wengert.sample.benchmark;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One thousand Runge-Kutta steps of the Brusselator on four cells. */
@State(Scope.Thread)
public class BrusselatorBenchmark {

  private static final int STEPS = 1_000;
  private static final double DT = 0.01;

  private final double[] start = {1.2, 0.9, 1.1, 0.8, 2.9, 3.1, 3.0, 2.8};
  private final double[] parameters = {1, 3, 0.5};
  private final double[] startBar = new double[start.length];
  private final double[] parametersBar = new double[parameters.length];

  @Benchmark
  public double primal() {
    return Brusselator.energy(start, parameters, STEPS, DT);
  }

  @Benchmark
  public double gradient() {
    Arrays.fill(startBar, 0);
    Arrays.fill(parametersBar, 0);
    return BrusselatorDerivatives.energyVjp(
        start, startBar, parameters, parametersBar, STEPS, DT, 1);
  }
}
