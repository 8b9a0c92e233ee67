package org.wengert.sample.benchmark.problem;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wengert.ScalarFunction;
import org.wengert.sample.benchmark.adjoint.LogSumExpAdjoint;
import org.wengert.sample.benchmark.overloaded.LogSumExpFunction;
import org.wengert.sample.benchmark.peer.OverloadedFunction;
import org.wengert.sample.gradbench.LogSumExp;
import org.wengert.sample.gradbench.LogSumExpDerivatives;

/** GradBench's {@code lse}: the logarithm of the sum of many exponentials. */
final class LogSumExpSubject implements Subject {

  private final double[] x;
  private final double[] xDot;
  private final double[] xBar;
  private final List<?> gradient;
  private final double[] value = new double[1];

  LogSumExpSubject(int n) {
    x = Inputs.normal(n, 2);
    xDot = Filled.ones(n);
    xBar = new double[n];
    gradient = List.of(xBar);
  }

  @Override
  public String size() {
    return "n=" + x.length;
  }

  @Override
  public List<double[]> inputs() {
    return List.of(x);
  }

  @Override
  public double[] primal() {
    value[0] = LogSumExp.logSumExp(x);
    return value;
  }

  @Override
  public double[] jvp() {
    value[0] = LogSumExpDerivatives.logSumExpJvp(x, xDot).tangent();
    return value;
  }

  @Override
  public List<?> gradient() {
    Filled.clear(xBar);
    value[0] = LogSumExpDerivatives.logSumExpVjp(x, xBar, 1);
    return gradient;
  }

  @Override
  public Optional<Supplier<List<?>>> hvp() {
    ScalarFunction function = LogSumExpDerivatives.logSumExp();
    double[] product = new double[x.length];
    List<?> result = List.of(product);
    return Optional.of(
        () -> {
          function.hvp(x, xDot, product);
          return result;
        });
  }

  @Override
  public Optional<Supplier<double[][]>> hessian() {
    return Optional.of(() -> LogSumExpDerivatives.logSumExpHessian(x));
  }

  @Override
  public Optional<Supplier<List<?>>> handWritten() {
    return Optional.of(
        () -> {
          value[0] = LogSumExpAdjoint.gradient(x, xBar);
          return gradient;
        });
  }

  @Override
  public OverloadedFunction overloaded() {
    return new LogSumExpFunction();
  }
}
