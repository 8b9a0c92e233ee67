package org.wengert.sample.benchmark;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Rosenbrock's function in 1,000 dimensions. */
@State(Scope.Thread)
public class RosenbrockBenchmark {

  private final double[] x = Inputs.normal(1_000, 1);
  private final double[] xBar = new double[x.length];

  @Benchmark
  public double primal() {
    return Rosenbrock.rosenbrock(x);
  }

  @Benchmark
  public double gradient() {
    Arrays.fill(xBar, 0);
    return RosenbrockDerivatives.rosenbrockVjp(x, xBar, 1);
  }
}
