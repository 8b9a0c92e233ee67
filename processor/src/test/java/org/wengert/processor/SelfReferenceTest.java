package org.wengert.processor;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

/** A class may call the derivatives that are generated for it while it is compiled. */
final class SelfReferenceTest {

  @Test
  void classUsesItsOwnSibling() throws Exception {
    Program program =
        Program.compile(
            """
            import static p.ModelDerivatives.fGradient;
            import static p.ModelDerivatives.*;
            import java.util.function.DoubleUnaryOperator;

            final class Model {
              private static final ModelDerivatives.FVjp CONSTANT = ModelDerivatives.fVjp(3, 1);

              @Differentiable
              static double f(double x) {
                double y = x * x;
                return y;
              }

              static double direct() {
                return ModelDerivatives.fGradient(3).x();
              }

              static double throughVar() {
                var gradient = ModelDerivatives.fGradient(3);
                var x = gradient.x();
                return x;
              }

              static double throughStaticImport() {
                return fGradient(3).x() + fJvp(3, 1).tangent();
              }

              static double throughLambdaParameter() {
                return apply(x -> fGradient(x).x()) + apply2(g -> g.x());
              }

              static double throughField() {
                return CONSTANT.x();
              }

              private static double apply(DoubleUnaryOperator operator) {
                return operator.applyAsDouble(3);
              }

              private static double apply2(
                  java.util.function.Function<ModelDerivatives.FGradient, Double> function) {
                return function.apply(ModelDerivatives.fGradient(3));
              }

              static double f(ModelDerivatives.FGradient gradient) {
                return gradient.value();
              }
            }
            """);
    assertThat(program.call("Model", "direct")).isEqualTo(6.0);
    assertThat(program.call("Model", "throughVar")).isEqualTo(6.0);
    assertThat(program.call("Model", "throughStaticImport")).isEqualTo(12.0);
    assertThat(program.call("Model", "throughLambdaParameter")).isEqualTo(12.0);
    assertThat(program.call("Model", "throughField")).isEqualTo(6.0);
  }
}
