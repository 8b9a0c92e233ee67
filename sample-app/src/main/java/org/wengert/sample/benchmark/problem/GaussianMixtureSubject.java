package org.wengert.sample.benchmark.problem;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wengert.sample.benchmark.adjoint.GaussianMixtureAdjoint;
import org.wengert.sample.benchmark.overloaded.GaussianMixtureFunction;
import org.wengert.sample.benchmark.peer.OverloadedFunction;
import org.wengert.sample.gradbench.GaussianMixture;
import org.wengert.sample.gradbench.GaussianMixtureDerivatives;

/** GradBench's {@code gmm}: d dimensions, 5 d / 2 components and 100 d observations. */
final class GaussianMixtureSubject implements Subject {

  private static final double GAMMA = 1;
  private static final int M = 0;

  private final int components;
  private final double[] alpha;
  private final double[][] mu;
  private final double[][] q;
  private final double[][] l;
  private final double[][] x;
  private final double[] alphaDot;
  private final double[][] muDot;
  private final double[][] qDot;
  private final double[][] lDot;
  private final double[] alphaBar;
  private final double[][] muBar;
  private final double[][] qBar;
  private final double[][] lBar;
  private final List<?> gradient;
  private final double[] value = new double[1];

  GaussianMixtureSubject(int d) {
    components = 5 * d / 2;
    alpha = Inputs.normal(components, 10);
    mu = Inputs.normal(components, d, 1, 11);
    q = Inputs.normal(components, d, 0.5, 12);
    l = Inputs.normal(components, d * (d - 1) / 2, 0.5, 13);
    x = Inputs.normal(100 * d, d, 1, 14);
    alphaDot = Filled.ones(components);
    muDot = Filled.ones(mu);
    qDot = Filled.ones(q);
    lDot = Filled.ones(l);
    alphaBar = new double[components];
    muBar = Filled.zeros(mu);
    qBar = Filled.zeros(q);
    lBar = Filled.zeros(l);
    gradient = List.of(alphaBar, muBar, qBar, lBar);
  }

  @Override
  public String size() {
    return "d=" + mu[0].length + " k=" + components + " n=" + x.length;
  }

  @Override
  public List<double[]> inputs() {
    return Flat.rows(alpha, mu, q, l);
  }

  @Override
  public double[] primal() {
    value[0] = GaussianMixture.logPosterior(alpha, mu, q, l, x, GAMMA, M);
    return value;
  }

  @Override
  public double[] jvp() {
    value[0] =
        GaussianMixtureDerivatives.logPosteriorJvp(
                alpha, alphaDot, mu, muDot, q, qDot, l, lDot, x, GAMMA, M)
            .tangent();
    return value;
  }

  @Override
  public List<?> gradient() {
    Filled.clear(alphaBar);
    Filled.clear(muBar);
    Filled.clear(qBar);
    Filled.clear(lBar);
    value[0] =
        GaussianMixtureDerivatives.logPosteriorVjp(
            alpha, alphaBar, mu, muBar, q, qBar, l, lBar, x, GAMMA, M, 1);
    return gradient;
  }

  @Override
  public Optional<Supplier<List<?>>> hvp() {
    return Optional.of(
        () -> {
          GaussianMixtureDerivatives.LogPosteriorHvp hvp =
              GaussianMixtureDerivatives.logPosteriorHvp(
                  alpha, alphaDot, mu, muDot, q, qDot, l, lDot, x, GAMMA, M);
          return List.of(hvp.alpha(), hvp.mu(), hvp.q(), hvp.l());
        });
  }

  @Override
  public Optional<Supplier<double[][]>> hessian() {
    return Optional.of(
        () -> GaussianMixtureDerivatives.logPosteriorHessian(alpha, mu, q, l, x, GAMMA, M));
  }

  @Override
  public Optional<Supplier<List<?>>> handWritten() {
    GaussianMixtureAdjoint adjoint = new GaussianMixtureAdjoint(components, x, GAMMA, M);
    return Optional.of(() -> adjoint.gradient(alpha, mu, q, l));
  }

  @Override
  public OverloadedFunction overloaded() {
    return new GaussianMixtureFunction(components, x, GAMMA, M);
  }
}
