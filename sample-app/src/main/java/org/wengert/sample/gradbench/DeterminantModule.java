package org.wengert.sample.gradbench;

import java.util.Map;

/** The module {@code det}. */
final class DeterminantModule {

  private record Matrix(double[] a, int size) {

    static Matrix decode(Json json) {
      Input input = Input.of("input", json);
      int size = input.integer("ell");
      return new Matrix(input.vector("A", size * size), size);
    }

    double primal() {
      return Determinant.determinant(a, size);
    }

    double[] gradient() {
      return DeterminantDerivatives.determinantGradient(a, size).a();
    }
  }

  private DeterminantModule() {}

  static Module create() {
    return new Module(
        "det",
        Map.of(
            "primal", new Evaluation<>(Matrix::decode, Matrix::primal, Json.Real::new),
            "gradient", new Evaluation<>(Matrix::decode, Matrix::gradient, Json.Reals::new)));
  }
}
