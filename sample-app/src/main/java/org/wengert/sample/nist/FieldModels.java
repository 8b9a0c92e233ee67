package org.wengert.sample.nist;

import org.hipparchus.CalculusFieldElement;

/** The fourteen models once more, as Hipparchus wants them; see {@link FieldModel}. */
final class FieldModels {

  private FieldModels() {}

  static <T extends CalculusFieldElement<T>> T misra1a(T[] b, double x) {
    return b[0].multiply(b[1].multiply(-x).exp().negate().add(1));
  }

  static <T extends CalculusFieldElement<T>> T chwirut2(T[] b, double x) {
    return b[0].multiply(-x).exp().divide(b[1].add(b[2].multiply(x)));
  }

  static <T extends CalculusFieldElement<T>> T lanczos3(T[] b, double x) {
    return decay(b[0], b[1], x).add(decay(b[2], b[3], x)).add(decay(b[4], b[5], x));
  }

  static <T extends CalculusFieldElement<T>> T gauss1(T[] b, double x) {
    return decay(b[0], b[1], x).add(peak(b[2], b[3], b[4], x)).add(peak(b[5], b[6], b[7], x));
  }

  static <T extends CalculusFieldElement<T>> T mgh17(T[] b, double x) {
    return b[0].add(decay(b[1], b[3], x)).add(decay(b[2], b[4], x));
  }

  static <T extends CalculusFieldElement<T>> T eckerle4(T[] b, double x) {
    T distance = b[2].negate().add(x).divide(b[1]);
    return b[0].divide(b[1]).multiply(distance.square().multiply(-0.5).exp());
  }

  static <T extends CalculusFieldElement<T>> T rat43(T[] b, double x) {
    return b[0].divide(b[1].subtract(b[2].multiply(x)).exp().add(1).pow(b[3].reciprocal()));
  }

  static <T extends CalculusFieldElement<T>> T kirby2(T[] b, double x) {
    T numerator = b[2].multiply(x).add(b[1]).multiply(x).add(b[0]);
    T denominator = b[4].multiply(x).add(b[3]).multiply(x).add(1);
    return numerator.divide(denominator);
  }

  static <T extends CalculusFieldElement<T>> T cubicOverCubic(T[] b, double x) {
    T numerator = b[3].multiply(x).add(b[2]).multiply(x).add(b[1]).multiply(x).add(b[0]);
    T denominator = b[6].multiply(x).add(b[5]).multiply(x).add(b[4]).multiply(x).add(1);
    return numerator.divide(denominator);
  }

  static <T extends CalculusFieldElement<T>> T mgh09(T[] b, double x) {
    T numerator = b[1].add(x).multiply(x).multiply(b[0]);
    return numerator.divide(b[2].add(x).multiply(x).add(b[3]));
  }

  static <T extends CalculusFieldElement<T>> T misra1b(T[] b, double x) {
    return b[0].multiply(b[1].multiply(x).divide(2).add(1).pow(-2).negate().add(1));
  }

  static <T extends CalculusFieldElement<T>> T danWood(T[] b, double x) {
    return b[0].multiply(b[1].multiply(b[1].newInstance(x).log()).exp());
  }

  static <T extends CalculusFieldElement<T>> T bennett5(T[] b, double x) {
    return b[0].multiply(b[1].add(x).pow(b[2].reciprocal().negate()));
  }

  private static <T extends CalculusFieldElement<T>> T decay(T height, T rate, double x) {
    return height.multiply(rate.multiply(-x).exp());
  }

  private static <T extends CalculusFieldElement<T>> T peak(T height, T centre, T width, double x) {
    return height.multiply(centre.subtract(x).divide(width).square().negate().exp());
  }
}
