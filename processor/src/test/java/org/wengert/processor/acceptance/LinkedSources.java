package org.wengert.processor.acceptance;

import java.util.List;

/** Annotated files that use each other's declarations in every way there is. */
final class LinkedSources {
  static final List<String> ALL =
      List.of(
          """
          package p;
          enum Shape { ROUND, SQUARE }
          """,
          """
          package p;
          import org.wengert.Differentiable;
          class Constants {
            static final double SCALE = 2.5;
            static final int TIMES = 3;
            static final double[] TABLE = {1, 2, 4};
            static double offset = 0.5;
            @Differentiable
            static double scaled(double input) {
              return SCALE * input + offset;
            }
          }
          """,
          """
          package p;
          import org.wengert.Differentiable;
          final class Callee extends Constants {
            private static final double[] HIDDEN = {3, 5};
            @Differentiable(order = 2)
            static double area(double length, double width) {
              return length * length * width * HIDDEN[1] + TABLE[0];
            }
            @Differentiable(wrt = "weights")
            static double sum(double[] weights, int from, Shape shape) {
              double total = 0;
              for (int index = from; index < weights.length; index++) {
                total += (shape == Shape.ROUND ? 2 : 4) * weights[index] * weights[index];
              }
              return total;
            }
            static final class Inner {
              @Differentiable
              static void fill(double[] target, double value) {
                for (int i = 0; i < target.length; i++) {
                  target[i] = value * target[i] + scaled(value);
                }
              }
            }
          }
          """,
          """
          package p;
          import static p.Constants.TIMES;
          import org.wengert.Differentiable;
          final class Caller {
            @Differentiable(order = 2)
            static double calls(double x, double y) {
              double result = x;
              for (int i = 0; i < TIMES; i++) {
                result += Callee.area(result, y) * Constants.TABLE[i];
              }
              return result;
            }
            @Differentiable
            static double arrays(double x, double[] w) {
              double[] own = w.clone();
              Callee.Inner.fill(own, x);
              return Callee.sum(own, 1, Shape.SQUARE);
            }
            @Differentiable
            static double shapes(double x, Shape shape) {
              return switch (shape) {
                case ROUND -> x * shape.ordinal();
                case SQUARE -> Constants.scaled(x);
              };
            }
          }
          """,
          """
          package p;
          import org.wengert.Differentiable;
          final class Differentiating {
            @Differentiable
            static double slope(double x, double y) {
              CalleeDerivatives.AreaGradient gradient = CalleeDerivatives.areaGradient(x, y);
              return gradient.length() * gradient.width() + gradient.value();
            }
          }
          """);

  private LinkedSources() {}
}
