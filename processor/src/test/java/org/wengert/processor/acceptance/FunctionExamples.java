package org.wengert.processor.acceptance;

import java.util.ArrayList;
import java.util.List;

/** Every function of {@code Math} that a derivative follows, and {@code StrictMath}. */
@SuppressWarnings("FloatingPointLiteralPrecision") // figures as published, to more digits
final class FunctionExamples {
  private FunctionExamples() {}

  /** The derivative of a function of one argument. */
  private interface Slope {
    double at(double x);
  }

  /** The derivatives of a function of two arguments. */
  private interface Slopes {
    double[] at(double x, double y);
  }

  static List<Example> all() {
    List<Example> all = new ArrayList<>();
    for (String library : List.of("Math", "StrictMath")) {
      all.add(one(library, "sin", StrictMath::cos));
      all.add(one(library, "cos", x -> -StrictMath.sin(x)));
      all.add(one(library, "tan", x -> 1 / square(StrictMath.cos(x))).between(-1, 1));
      all.add(one(library, "asin", x -> 1 / Math.sqrt((1 - x) * (1 + x))).between(-0.9, 0.9));
      all.add(one(library, "acos", x -> -1 / Math.sqrt((1 - x) * (1 + x))).between(-0.9, 0.9));
      all.add(one(library, "atan", x -> 1 / (1 + x * x)));
      all.add(one(library, "sinh", StrictMath::cosh));
      all.add(one(library, "cosh", StrictMath::sinh));
      all.add(one(library, "tanh", x -> 1 / square(StrictMath.cosh(x))).between(-1, 1));
      all.add(one(library, "exp", StrictMath::exp));
      all.add(one(library, "expm1", StrictMath::exp));
      all.add(one(library, "log", x -> 1 / x));
      all.add(one(library, "log10", x -> 1 / (x * 2.302585092994045684)));
      all.add(one(library, "log1p", x -> 1 / (1 + x)));
      all.add(one(library, "sqrt", x -> 0.5 / Math.sqrt(x)));
      all.add(one(library, "cbrt", x -> StrictMath.cbrt(x) / (3 * x)));
      all.add(one(library, "toRadians", x -> 0.017453292519943295769));
      all.add(one(library, "toDegrees", x -> 57.295779513082320877));
      all.add(one(library, "abs", Math::signum).between(-3, -1));
      all.add(one(library, "signum", x -> 0));
      all.add(one(library, "floor", x -> 0).between(0.1, 0.9));
      all.add(one(library, "ceil", x -> 0).between(0.1, 0.9));
      all.add(one(library, "rint", x -> 0).between(0.6, 1.4));
      all.add(one(library, "round", x -> 0).between(0.6, 1.4));
      all.add(one(library, "nextUp", x -> 1));
      all.add(one(library, "nextDown", x -> 1));
      all.add(one(library, "getExponent", x -> 0).between(1.1, 1.9));
      all.add(one(library, "ulp", x -> 0).between(1.1, 1.9));
      all.add(
          two(
              library,
              "atan2",
              (x, y) -> new double[] {y / (x * x + y * y), -x / (x * x + y * y)}));
      all.add(
          two(
              library,
              "pow",
              (x, y) ->
                  new double[] {
                    y * StrictMath.pow(x, y - 1), StrictMath.pow(x, y) * StrictMath.log(x)
                  }));
      all.add(
          two(
              library,
              "hypot",
              (x, y) -> new double[] {x / Math.sqrt(x * x + y * y), y / Math.sqrt(x * x + y * y)}));
      all.add(two(library, "max", (x, y) -> x > y ? new double[] {1, 0} : new double[] {0, 1}));
      all.add(two(library, "min", (x, y) -> x < y ? new double[] {1, 0} : new double[] {0, 1}));
      all.add(two(library, "copySign", (x, y) -> new double[] {1, 0}));
      all.add(two(library, "nextAfter", (x, y) -> new double[] {1, 0}));
      all.add(two(library, "IEEEremainder", (x, y) -> new double[] {1, -StrictMath.rint(x / y)}));
      all.add(fma(library));
      all.add(scalb(library));
    }
    all.add(powers());
    all.add(integerFunctions());
    return all;
  }

  private static Example one(String library, String function, Slope slope) {
    return Example.of(
            """
            @Differentiable
            static double %1$sOf%2$s(double x) {
              return %2$s.%1$s(x);
            }
            """
                .formatted(function, library))
        .gradient(a -> new double[] {slope.at(a.number(0))});
  }

  private static Example two(String library, String function, Slopes slopes) {
    return Example.of(
            """
            @Differentiable
            static double %1$sOf%2$s(double x, double y) {
              return %2$s.%1$s(x, y);
            }
            """
                .formatted(function, library))
        .gradient(a -> slopes.at(a.number(0), a.number(1)));
  }

  private static Example fma(String library) {
    return Example.of(
            """
            @Differentiable
            static double fmaOf%1$s(double x, double y, double z) {
              return %1$s.fma(x, y, z * z);
            }
            """
                .formatted(library))
        .gradient(a -> new double[] {a.number(1), a.number(0), 2 * a.number(2)});
  }

  private static Example scalb(String library) {
    return Example.of(
            """
            @Differentiable
            static double scalbOf%1$s(double x, int n) {
              return %1$s.scalb(x * x, n);
            }
            """
                .formatted(library))
        .gradient(a -> new double[] {16 * a.number(0)});
  }

  private static Example powers() {
    return Example.of(
            """
            @Differentiable
            static double powers(double x, int n) {
              return Math.pow(x, 2) + Math.pow(x, n) + Math.pow(2, x) + Math.pow(x, -0.5)
                  + Math.pow(x, x) + Math.pow(-x, 3);
            }
            """)
        .gradient(
            a -> {
              double x = a.number(0);
              return new double[] {
                2 * x
                    + 3 * x * x
                    + StrictMath.pow(2, x) * StrictMath.log(2)
                    - 0.5 * StrictMath.pow(x, -1.5)
                    + StrictMath.pow(x, x) * (StrictMath.log(x) + 1)
                    - 3 * x * x
              };
            });
  }

  private static Example integerFunctions() {
    return Example.of(
            """
            @Differentiable
            static double integerFunctions(double x, int n, long m) {
              int a = Math.floorMod(-n, 5) + Math.addExact(n, 1) * Math.abs(-n);
              long b = Math.floorDiv(-m, 4) + Math.multiplyExact(m, n) - Math.max(m, n);
              int c = Math.toIntExact(b) - Math.min(n, 2) + Math.negateExact(n);
              return x * x * a + x * c;
            }
            """)
        .with("n", 7)
        .with("m", 13L)
        .gradient(
            at -> {
              int a = 3 + 8 * 7;
              int c = -4 + 91 - 13 - 2 - 7;
              return new double[] {2 * a * at.number(0) + c};
            });
  }

  private static double square(double x) {
    return x * x;
  }
}
