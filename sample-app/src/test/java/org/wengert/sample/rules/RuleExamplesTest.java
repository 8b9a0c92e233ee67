package org.wengert.sample.rules;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.wengert.Dual;

class RuleExamplesTest {

  /** Figures of 20 digits, rounded. */
  @Test
  void functionsAreTheOnesOfTheTables() {
    assertThat(SpecialFunctions.erf(0.5)).isWithin(1e-15).of(0.5204998778130465);
    assertThat(SpecialFunctions.erf(-1)).isWithin(1e-15).of(-0.8427007929497149);
    assertThat(SpecialFunctions.erf(3.5)).isWithin(1e-15).of(0.9999992569016276);
    assertThat(SpecialFunctions.logGamma(0.5)).isWithin(1e-14).of(0.5723649429247001);
    assertThat(SpecialFunctions.logGamma(4)).isWithin(1e-14).of(Math.log(6));
    assertThat(SpecialFunctions.digamma(1)).isWithin(1e-14).of(-0.5772156649015329);
    assertThat(SpecialFunctions.digamma(12.5)).isWithin(1e-14).of(2.4851956512749123);
  }

  @Test
  void derivativeOfADistributionIsItsDensity() {
    for (double x = -6; x <= 6; x += 0.375) {
      double z = (x - 0.5) / 2;
      double density = Math.exp(-z * z / 2) / (2 * Math.sqrt(2 * Math.PI));
      RuleExamplesDerivatives.NormalGradient gradient =
          RuleExamplesDerivatives.normalGradient(x, 0.5, 2);
      assertThat(gradient.value()).isEqualTo(RuleExamples.normal(x, 0.5, 2));
      assertThat(gradient.x()).isWithin(1e-15).of(density);
      assertThat(gradient.mean()).isWithin(1e-15).of(-density);
      assertThat(gradient.deviation()).isWithin(1e-15).of(-density * z);
      Dual dual = RuleExamplesDerivatives.normalJvp(x, 1, 0.5, 2, 2, 3);
      assertThat(dual.tangent()).isWithin(1e-14).of(density * (1 - 2 - 3 * z));
    }
  }

  @Test
  void derivativeOfALikelihood() {
    double[] data = {0.5, 1.25, 3};
    RuleExamplesDerivatives.GammaLikelihoodGradient gradient =
        RuleExamplesDerivatives.gammaLikelihoodGradient(data, 2, 1.5);
    double logs = Math.log(0.5) + Math.log(1.25) + Math.log(3);
    assertThat(gradient.shape())
        .isWithin(1e-13)
        .of(3 * (Math.log(1.5) - (1 - 0.5772156649015329)) + logs);
    assertThat(gradient.rate()).isWithin(1e-13).of(3 * 2 / 1.5 - 4.75);
  }

  @Test
  void derivativeOfASolution() {
    double[][] a = {{2, 1}, {1, 3}};
    double[] b = {3, 5};
    RuleExamplesDerivatives.SquaredSolutionGradient gradient =
        RuleExamplesDerivatives.squaredSolutionGradient(a, b);
    // x = (0.8, 1.4); y = inverse(transpose(a)) 2 x = (0.4, 0.8)
    assertThat(gradient.value()).isWithin(1e-14).of(2.6);
    assertThat(gradient.b()).usingTolerance(1e-14).containsExactly(0.4, 0.8).inOrder();
    assertThat(gradient.a()[0]).usingTolerance(1e-14).containsExactly(-0.32, -0.56).inOrder();
    assertThat(gradient.a()[1]).usingTolerance(1e-14).containsExactly(-0.64, -1.12).inOrder();
    double[][] aDot = {{1, 2}, {-1, 0.5}};
    Dual dual = RuleExamplesDerivatives.squaredSolutionJvp(a, aDot, b, new double[] {1, -1});
    assertThat(dual.tangent()).isWithin(1e-14).of(0.4 - 0.8 - 0.32 - 2 * 0.56 + 0.64 - 0.5 * 1.12);
  }
}
