package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Map;
import java.util.Random;
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
    assertThat(sizes.size()).isAtLeast(operations / 300);
    for (Map.Entry<String, Integer> size : sizes.entrySet()) {
      assertWithMessage(size.getKey()).that(size.getValue()).isLessThan(HUGE);
    }
  }

  /** Each statement is two operations, and keeps the variables between -2 and 2. */
  private static String source(int operations) {
    String[] names = {"a", "b", "c", "x", "y", "z"};
    Random random = new Random(operations);
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < operations / 2; i++) {
      String target = names[random.nextInt(3)];
      String first = names[random.nextInt(6)];
      String second = names[random.nextInt(6)];
      body.append(
          switch (random.nextInt(3)) {
            case 0 -> target + " = Math.sin(" + first + " + " + second + ");\n";
            case 1 -> target + " = 0.5 * (" + first + " - " + second + ");\n";
            default -> target + " = 0.4 * " + first + " * " + second + ";\n";
          });
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
