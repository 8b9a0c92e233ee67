package org.wengert.sample.benchmark;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The log-sum-exp of 10,000 numbers. */
@State(Scope.Thread)
public class LogSumExpBenchmark {

  private final double[] x = Inputs.normal(10_000, 2);
  private final double[] xBar = new double[x.length];

  @Benchmark
  public double primal() {
    return LogSumExp.logSumExp(x);
  }

  @Benchmark
  public double gradient() {
    Arrays.fill(xBar, 0);
    return LogSumExpDerivatives.logSumExpVjp(x, xBar, 1);
  }
}
