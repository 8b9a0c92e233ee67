package org.wengert.sample.benchmark.problem;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wengert.ScalarFunction;
import org.wengert.sample.benchmark.adjoint.LeastSquaresAdjoint;
import org.wengert.sample.benchmark.overloaded.LeastSquaresFunction;
import org.wengert.sample.benchmark.peer.OverloadedFunction;
import org.wengert.sample.gradbench.LeastSquares;
import org.wengert.sample.gradbench.LeastSquaresDerivatives;

/** GradBench's {@code llsq}: the fit of a polynomial of 16 coefficients to many points. */
final class LeastSquaresSubject implements Subject {

  private static final int COEFFICIENTS = 16;

  private final int n;
  private final double[] x = Inputs.normal(COEFFICIENTS, 7);
  private final double[] xDot = Filled.ones(COEFFICIENTS);
  private final double[] xBar = new double[COEFFICIENTS];
  private final List<?> gradient = List.of(xBar);
  private final double[] value = new double[1];

  LeastSquaresSubject(int n) {
    this.n = n;
  }

  @Override
  public String size() {
    return "m=" + COEFFICIENTS + " n=" + n;
  }

  @Override
  public List<double[]> inputs() {
    return List.of(x);
  }

  @Override
  public double[] primal() {
    value[0] = LeastSquares.halfSquares(x, n);
    return value;
  }

  @Override
  public double[] jvp() {
    value[0] = LeastSquaresDerivatives.halfSquaresJvp(x, xDot, n).tangent();
    return value;
  }

  @Override
  public List<?> gradient() {
    Filled.clear(xBar);
    value[0] = LeastSquaresDerivatives.halfSquaresVjp(x, xBar, n, 1);
    return gradient;
  }

  @Override
  public Optional<Supplier<List<?>>> hvp() {
    ScalarFunction function = LeastSquaresDerivatives.halfSquares(n);
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
    return Optional.of(() -> LeastSquaresDerivatives.halfSquaresHessian(x, n));
  }

  @Override
  public Optional<Supplier<List<?>>> handWritten() {
    return Optional.of(
        () -> {
          value[0] = LeastSquaresAdjoint.gradient(x, xBar, n);
          return gradient;
        });
  }

  @Override
  public OverloadedFunction overloaded() {
    return new LeastSquaresFunction(n);
  }
}
