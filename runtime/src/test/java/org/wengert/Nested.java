package org.wengert;

/**
 * A class as a user would write it, with members that have generated siblings; the siblings are
 * below.
 */
final class Nested {
  static final class Inner {}

  static final class Plain {}

  static final class Later {}

  static final class Earlier {}
}

@Sibling(of = Nested.class, protocol = Sibling.PROTOCOL)
final class NestedDerivatives {
  private NestedDerivatives() {}

  static ScalarFunction cubes(double scale) {
    return new Cubes(scale);
  }

  static ScalarFunction plain() {
    return new Cubes(1);
  }

  static VectorFunction linear(double[][] matrix) {
    return new MatrixFunction(matrix, matrix[0].length);
  }

  static ScalarFunction labelled(String label, long count, char letter) {
    return new Cubes(count);
  }

  static ScalarFunction failing(int n) {
    throw new IllegalStateException("n is " + n);
  }

  static Dual mixedJvp(double x, double xDot, double[] y, double[] yDot) {
    return new Dual(x, xDot);
  }
}

@Sibling(of = Nested.Inner.class, protocol = Sibling.PROTOCOL)
final class Nested_InnerDerivatives {
  private Nested_InnerDerivatives() {}

  static ScalarFunction inner() {
    return new Cubes(5);
  }
}

@Sibling(of = Nested.Later.class, protocol = Sibling.PROTOCOL + 1)
final class Nested_LaterDerivatives {
  private Nested_LaterDerivatives() {}
}

final class Nested_EarlierDerivatives {
  private Nested_EarlierDerivatives() {}
}
