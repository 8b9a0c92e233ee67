package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.Dual;
import org.wengert.ScalarFunction;
import org.wengert.processor.Program;
import org.wengert.processor.emit.MethodSizes;

/** Straight-line methods that HotSpot would not compile in one piece. */
final class LargeMethodsTest {
  /** Above it HotSpot interprets a method for ever. */
  private static final int HUGE = 8_000;

  @ParameterizedTest
  @ValueSource(ints = {3_000, 10_000})
  void derivativesComeInPiecesThatAreCompiled(int operations) throws Exception {
    Program program = Program.compile(source(operations));
    ScalarFunction f = (ScalarFunction) program.call("LargeDerivatives", "f");
    double[] x = {0.3, -0.7, 0.9};
    double[] gradient = new double[3];

    assertThat(f.gradient(x, gradient)).isEqualTo(f.value(x));
    for (int i = 0; i < 3; i++) {
      double[] direction = new double[3];
      direction[i] = 1;
      Dual jvp = f.jvp(x, direction);
      assertThat(jvp.value()).isEqualTo(f.value(x));
      assertThat(gradient[i]).isWithin(1e-13 * Math.abs(jvp.tangent())).of(jvp.tangent());
      double h = 1e-6;
      double[] up = x.clone();
      double[] down = x.clone();
      up[i] += h;
      down[i] -= h;
      assertThat((f.value(up) - f.value(down)) / (2 * h))
          .isWithin(1e-6 * Math.max(1, Math.abs(gradient[i])))
          .of(gradient[i]);
    }
    Map<String, Integer> sizes = MethodSizes.of(program.classes().get("p.LargeDerivatives"));
    assertThat(sizes.size()).isAtLeast(operations / 600);
    for (Map.Entry<String, Integer> size : sizes.entrySet()) {
      assertWithMessage(size.getKey()).that(size.getValue()).isLessThan(HUGE);
    }
  }

  /**
   * The pieces of a reverse sweep hand values to each other while called methods, which are
   * reversed in between, give their buffers back.
   */
  @ParameterizedTest
  @ValueSource(ints = {4, 12, 14, 18, 40})
  void recursionInPieces(int operations) throws Exception {
    Program program =
        Program.compile(
            """
            final class Tree {
              @Differentiable
              static double f(double x, double y) {
                return tree(x, y, 3);
              }
              private static double tree(double x, double y, int n) {
                if (n == 0) {
                  return x * y;
                }
                double s = x;
                %s
                double a = tree(s, y, n - 1);
                double t = a;
                %s
                double b = tree(t, x, n - 1);
                double u = b * a;
                %s
                return u * t;
              }
            }
            """
                .formatted(
                    chain("s", "y", operations),
                    chain("t", "x", operations),
                    chain("u", "s", operations)));
    ScalarFunction f = (ScalarFunction) program.call("TreeDerivatives", "f");
    double[] x = {0.3, 0.7};
    double[] gradient = f.gradient(x);
    for (int i = 0; i < 2; i++) {
      double[] direction = new double[2];
      direction[i] = 1;
      double tangent = f.jvp(x, direction).tangent();
      assertThat(gradient[i]).isWithin(1e-14 * Math.abs(tangent)).of(tangent);
    }
  }

  private static String chain(String variable, String other, int operations) {
    return IntStream.range(0, operations)
        .mapToObj(
            i ->
                "%1$s = %1$s * %2$s / (1 + %1$s * %1$s + %2$s * %2$s) + %3$s;"
                    .formatted(variable, other, 0.1 + 0.01 * i))
        .collect(Collectors.joining("\n"));
  }

  /** What is checked of the arguments must not make the sweeps too large to be compiled. */
  @Test
  void manyArrayParameters() throws Exception {
    int n = 100;
    String parameters =
        IntStream.range(0, n).mapToObj(i -> "double[] a" + i).collect(Collectors.joining(", "));
    String sum =
        IntStream.range(1, n).mapToObj(i -> "a" + i + "[0]").collect(Collectors.joining("+"));
    Program program =
        Program.compile(
            """
            final class Many {
              @Differentiable
              static double reads(%1$s) {
                return a0[0] * (%2$s);
              }
              @Differentiable
              static void writes(%1$s) {
                a0[0] *= %2$s;
              }
            }
            """
                .formatted(parameters, sum));
    Map<String, Integer> sizes = MethodSizes.of(program.classes().get("p.ManyDerivatives"));
    for (Map.Entry<String, Integer> size : sizes.entrySet()) {
      assertWithMessage(size.getKey()).that(size.getValue()).isLessThan(HUGE);
    }
    Object[] arguments = new Object[2 * n];
    for (int i = 0; i < n; i++) {
      arguments[2 * i] = new double[] {i + 2};
      arguments[2 * i + 1] = new double[] {1};
    }
    arguments[2 * n - 2] = arguments[0];
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> program.call("ManyDerivatives", "writesVjp", arguments)))
        .hasMessageThat()
        .isEqualTo("a0Bar and a99Bar must be the same array exactly if a0 and a99 are");
  }

  /** Statements of two operations, all of which matter, that keep the variables within -2 and 2. */
  private static String source(int operations) {
    String[] names = {"a", "b", "c", "x", "y", "z"};
    Random random = new Random(operations);
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < operations / 2; i++) {
      String target = names[random.nextInt(3)];
      String other = names[random.nextInt(6)];
      body.append(
          random.nextBoolean()
              ? target + " = Math.sin(" + target + " + " + other + ");\n"
              : target + " = 0.5 * (" + target + " - " + other + ");\n");
    }
    return """
    final class Large {
      @Differentiable
      static double f(double x, double y, double z) {
        double a = x;
        double b = y;
        double c = z;
        %s
        return a + b * c;
      }
    }
    """
        .formatted(body);
  }
}
