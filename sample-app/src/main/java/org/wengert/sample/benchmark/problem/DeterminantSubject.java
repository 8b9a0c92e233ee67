package org.wengert.sample.benchmark.problem;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wengert.ScalarFunction;
import org.wengert.sample.benchmark.overloaded.DeterminantFunction;
import org.wengert.sample.benchmark.peer.OverloadedFunction;
import org.wengert.sample.gradbench.Determinant;
import org.wengert.sample.gradbench.DeterminantDerivatives;

/** GradBench's {@code det}: a determinant by all minors. */
final class DeterminantSubject implements Subject {

  private final int size;
  private final double[] a;
  private final double[] aDot;
  private final double[] aBar;
  private final List<?> gradient;
  private final double[] value = new double[1];

  DeterminantSubject(int size) {
    this.size = size;
    a = Inputs.normal(size * size, 8);
    aDot = Filled.ones(size * size);
    aBar = new double[size * size];
    gradient = List.of(aBar);
  }

  @Override
  public String size() {
    return "l=" + size;
  }

  @Override
  public List<double[]> inputs() {
    return List.of(a);
  }

  @Override
  public double[] primal() {
    value[0] = Determinant.determinant(a, size);
    return value;
  }

  @Override
  public double[] jvp() {
    value[0] = DeterminantDerivatives.determinantJvp(a, aDot, size).tangent();
    return value;
  }

  @Override
  public List<?> gradient() {
    Filled.clear(aBar);
    value[0] = DeterminantDerivatives.determinantVjp(a, aBar, size, 1);
    return gradient;
  }

  @Override
  public Optional<Supplier<List<?>>> hvp() {
    ScalarFunction function = DeterminantDerivatives.determinant(size);
    double[] product = new double[a.length];
    List<?> result = List.of(product);
    return Optional.of(
        () -> {
          function.hvp(a, aDot, product);
          return result;
        });
  }

  @Override
  public Optional<Supplier<double[][]>> hessian() {
    return Optional.of(() -> DeterminantDerivatives.determinantHessian(a, size));
  }

  @Override
  public OverloadedFunction overloaded() {
    return new DeterminantFunction(size);
  }
}
