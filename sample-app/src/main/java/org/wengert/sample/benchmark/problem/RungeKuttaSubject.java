package org.wengert.sample.benchmark.problem;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wengert.sample.benchmark.adjoint.RungeKuttaAdjoint;
import org.wengert.sample.benchmark.overloaded.RungeKuttaFunction;
import org.wengert.sample.benchmark.peer.OverloadedFunction;
import org.wengert.sample.gradbench.RungeKutta;
import org.wengert.sample.gradbench.RungeKuttaDerivatives;

/**
 * GradBench's {@code ode}: the last element of the solution of a chain of equations, after many
 * steps. The Jacobian is that of all elements.
 */
final class RungeKuttaSubject implements Subject {

  private static final int EQUATIONS = 20;

  /** When the primal ends. */
  private static final double END = 2;

  private final int steps;
  private final double[] x = Inputs.normal(EQUATIONS, 9);
  private final double[] xDot = Filled.ones(EQUATIONS);
  private final double[] xBar = new double[EQUATIONS];
  private final double[] resultBar = new double[EQUATIONS];
  private final List<?> gradient = List.of(xBar);
  private final double[] value = new double[1];

  RungeKuttaSubject(int steps) {
    this.steps = steps;
    resultBar[EQUATIONS - 1] = 1;
  }

  @Override
  public String size() {
    return "n=" + EQUATIONS + " s=" + steps;
  }

  @Override
  public List<double[]> inputs() {
    return List.of(x);
  }

  @Override
  public double[] primal() {
    value[0] = RungeKutta.solve(x, steps)[EQUATIONS - 1];
    return value;
  }

  @Override
  public double[] jvp() {
    value[0] = RungeKuttaDerivatives.solveJvp(x, xDot, steps).tangent()[EQUATIONS - 1];
    return value;
  }

  @Override
  public List<?> gradient() {
    Filled.clear(xBar);
    value[0] = RungeKuttaDerivatives.solveVjp(x, xBar, steps, resultBar)[EQUATIONS - 1];
    return gradient;
  }

  @Override
  public Optional<Supplier<double[][]>> jacobian() {
    return Optional.of(() -> RungeKuttaDerivatives.solveJacobian(x, steps));
  }

  @Override
  public Optional<Supplier<List<?>>> handWritten() {
    RungeKuttaAdjoint adjoint = new RungeKuttaAdjoint(x, END, steps);
    List<?> result = List.of(adjoint.gradient());
    return Optional.of(
        () -> {
          adjoint.gradient();
          return result;
        });
  }

  @Override
  public OverloadedFunction overloaded() {
    return new RungeKuttaFunction(END, steps);
  }
}
