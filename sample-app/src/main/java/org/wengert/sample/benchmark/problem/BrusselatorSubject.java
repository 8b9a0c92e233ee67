package org.wengert.sample.benchmark.problem;

import java.util.List;
import org.wengert.sample.benchmark.overloaded.BrusselatorFunction;
import org.wengert.sample.benchmark.peer.OverloadedFunction;

/** Runge-Kutta steps of the Brusselator on four cells. */
final class BrusselatorSubject implements Subject {

  private static final double DT = 0.01;

  private final int steps;
  private final double[] start = {1.2, 0.9, 1.1, 0.8, 2.9, 3.1, 3.0, 2.8};
  private final double[] parameters = {1, 3, 0.5};
  private final double[] startDot = Filled.ones(start.length);
  private final double[] parametersDot = Filled.ones(parameters.length);
  private final double[] startBar = new double[start.length];
  private final double[] parametersBar = new double[parameters.length];
  private final List<?> gradient = List.of(startBar, parametersBar);
  private final double[] value = new double[1];

  BrusselatorSubject(int steps) {
    this.steps = steps;
  }

  @Override
  public String size() {
    return "cells=" + start.length / 2 + " steps=" + steps;
  }

  @Override
  public List<double[]> inputs() {
    return List.of(start, parameters);
  }

  @Override
  public double[] primal() {
    value[0] = Brusselator.energy(start, parameters, steps, DT);
    return value;
  }

  @Override
  public double[] jvp() {
    value[0] =
        BrusselatorDerivatives.energyJvp(start, startDot, parameters, parametersDot, steps, DT)
            .tangent();
    return value;
  }

  @Override
  public List<?> gradient() {
    Filled.clear(startBar);
    Filled.clear(parametersBar);
    value[0] =
        BrusselatorDerivatives.energyVjp(start, startBar, parameters, parametersBar, steps, DT, 1);
    return gradient;
  }

  @Override
  public OverloadedFunction overloaded() {
    return new BrusselatorFunction(steps, DT);
  }
}
