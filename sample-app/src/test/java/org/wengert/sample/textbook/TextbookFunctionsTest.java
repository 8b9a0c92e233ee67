package org.wengert.sample.textbook;

import static com.google.common.truth.Truth.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.wengert.GradientCheck;

final class TextbookFunctionsTest {

  @Property(tries = 200, seed = "2026")
  void productPlusSine(
      @ForAll @DoubleRange(min = -10, max = 10) double x1,
      @ForAll @DoubleRange(min = -10, max = 10) double x2) {
    var gradient = TextbookFunctionsDerivatives.productPlusSineGradient(x1, x2);
    assertThat(gradient.value()).isEqualTo(TextbookFunctions.productPlusSine(x1, x2));
    assertThat(gradient.x1()).isWithin(1e-14).of(x2 + Math.cos(x1));
    assertThat(gradient.x2()).isWithin(1e-14).of(x1);
    GradientCheck.of(TextbookFunctionsDerivatives.productPlusSine()).at(x1, x2).orThrow();
  }

  @Property(tries = 200, seed = "2026")
  void logarithmProductSine(
      @ForAll @DoubleRange(min = 0.01, max = 10) double x1,
      @ForAll @DoubleRange(min = -10, max = 10) double x2) {
    var gradient = TextbookFunctionsDerivatives.logarithmProductSineGradient(x1, x2);
    assertThat(gradient.value()).isEqualTo(TextbookFunctions.logarithmProductSine(x1, x2));
    assertThat(gradient.x1()).isWithin(1e-13).of(1 / x1 + x2);
    assertThat(gradient.x2()).isWithin(1e-14).of(x1 - Math.cos(x2));
    GradientCheck.of(TextbookFunctionsDerivatives.logarithmProductSine()).at(x1, x2).orThrow();
  }
}
