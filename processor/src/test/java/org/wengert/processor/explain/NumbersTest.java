package org.wengert.processor.explain;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.processor.Program;

/**
 * The numbers on the page, computed by a browser, are those of the generated code: what the trace
 * says of every output, forwards and backwards, and what the tapes of both derivatives give when
 * the page runs them.
 */
final class NumbersTest {
  private static final double TOLERANCE = 1e-12;
  private static final double VALUES_ALONE = -1;
  private static final double FLOAT_TOLERANCE = 2e-6;

  private static final String SCRIPT =
      """
      for (const [name, values] of [%1$s]) {
        const method = methods.find(one => one.name === name);
        const run = evaluateMethod(method, values, {});
        const say = (...all) => print([name + ' ' + values.map(spelled), ...all].join('|'));
        if (run.stop) say('stop', run.stop, '', NaN);
        for (const output of run.outputs) say('value', output.name, '', output.value);
        for (const input of %2$s ? run.inputs : []) {
          forwards(run.trace, input.node);
          for (const output of run.outputs) say('forwards', output.name, nameOf(input.node), output.node && output.node.isActive ? output.node.tangent : 0);
        }
        for (const output of %2$s ? run.outputs : []) {
          backwards(run.trace, output.node);
          for (const input of run.inputs) {
            say('backwards', output.name, nameOf(input.node), input.node.adjoint);
            for (const [way, its] of [['tangent', runTangent(run, input, output)], ['adjoint', runAdjoint(run, input, output)]]) {
              say(way, output.name, nameOf(input.node), its.stop || its.derivative);
            }
          }
        }
        say('end', '', '', NaN);
      }
      """;

  @TempDir Path directory;

  @Test
  void textbookExamples() throws Exception {
    assertAgreement(
        """
        class Model {
          @Differentiable static double productPlusSine(double a, double b) {
            return a * b + Math.sin(a);
          }
          @Differentiable static double logarithmProductSine(double a, double b) {
            return Math.log(a) + a * b - Math.sin(b);
          }
        }
        """,
        TOLERANCE,
        Evaluation.of("productPlusSine", 2.0, 3.0),
        Evaluation.of("logarithmProductSine", 2.0, 5.0));
  }

  @Test
  void branchesLoopsAndArrays() throws Exception {
    assertAgreement(
        """
        class Model {
          @Differentiable static double loop(double a, double[] b, int c) {
            double sum = 1;
            for (int i = 0; i < c; i++) {
              if (b[i] > 1) sum += Math.exp(a * b[i]); else sum *= b[i];
              if (sum > 1000) break;
            }
            return sum < 0 ? -sum : sum / a;
          }
          @Differentiable static double newton(double a) {
            double root = a;
            while (Math.abs(root * root - a) > 1e-9) root = (root + a / root) / 2;
            return root;
          }
          @Differentiable static void inPlace(double a, double[] b) {
            for (int i = 1; i < b.length; i++) b[i] = b[i - 1] * a + helper(b[i]);
          }
          static double helper(double x) { return x > 2 ? x * x : Math.sqrt(x); }
          @Differentiable static double[] product(double[][] a, double[] b) {
            double[] result = new double[a.length];
            for (int i = 0; i < a.length; i++) {
              double[] row = a[i].clone();
              for (int j = 0; j < row.length; j++) {
                row[j] *= b[j];
                result[i] += row[j];
              }
            }
            return result;
          }
          @Differentiable static double state(double a, double b, int c) {
            double x = a, y = b;
            for (int i = 0; i < c; i++) {
              double old = x;
              x = y;
              y = switch (i % 3) { case 0 -> old * y; case 1 -> old + y; default -> y - Math.cos(old); };
            }
            return x * y;
          }
          @Differentiable static double mayFail(double a) {
            if (a > 3) throw new IllegalStateException("too large: " + a);
            return a * a;
          }
          @Differentiable static double outside(double[] a) { return a[0] * a[7]; }
        }
        """,
        TOLERANCE,
        Evaluation.of("loop", 2.0, new double[] {0.5, 1.5, 2.5, 7}, 3),
        Evaluation.of("loop", 5.0, new double[] {0.5, 1.5, 2.5, 7}, 4),
        Evaluation.of("loop", -1.0, new double[] {-0.5}, 1),
        Evaluation.of("newton", 2.0),
        Evaluation.of("inPlace", 0.5, new double[] {1, 2, 3, 4}),
        Evaluation.of("product", new double[][] {{1, 2, 3}, {4, 5, 6}}, new double[] {7, 8, 9}),
        Evaluation.of("state", 1.5, 0.7, 7),
        Evaluation.of("mayFail", 3.0));
  }

  @Test
  void kinks() throws Exception {
    assertAgreement(
        """
        class Model {
          @Differentiable static double[] kinks(double a, double b) {
            return new double[] {
              Math.max(a, b), Math.min(a, b), Math.abs(a), Math.hypot(a, b), Math.sqrt(a), Math.cbrt(a),
              Math.pow(a, b), Math.pow(a, 2), Math.pow(2, b), a % 2, Math.signum(a) * b, Math.floor(a) * b,
              Math.copySign(a, b), Math.atan2(a, b), Math.max(a, a), Math.max(0, Math.sqrt(a))};
          }
        }
        """,
        TOLERANCE,
        Evaluation.of("kinks", 2.0, 3.0),
        Evaluation.of("kinks", 0.0, 0.0),
        Evaluation.of("kinks", 1.0, 1.0),
        Evaluation.of("kinks", -0.0, 0.0),
        Evaluation.of("kinks", -2.5, 2.0),
        Evaluation.of("kinks", 5.5, -2.0),
        Evaluation.of("kinks", 0.0, 3.0));
  }

  @Test
  void functions() throws Exception {
    assertAgreement(
        """
        class Model {
          @Differentiable static double[] smooth(double a, double b) {
            return new double[] {
              Math.sin(a), Math.cos(a), Math.tan(a), Math.asin(a / 9), Math.acos(a / 9), Math.atan(a),
              Math.atan2(a, b), Math.sinh(a), Math.cosh(a), Math.tanh(a), Math.exp(a), Math.expm1(a),
              Math.log(b), Math.log10(b), Math.log1p(b), Math.sqrt(b), Math.cbrt(a), Math.pow(b, a),
              Math.hypot(a, b), Math.toRadians(a), Math.toDegrees(a), StrictMath.sin(b)};
          }
        }
        """,
        TOLERANCE,
        Evaluation.of("smooth", 2.0, 3.0),
        Evaluation.of("smooth", -0.3, 0.01),
        Evaluation.of("smooth", 1e-9, 700.0));
  }

  /**
   * What Java defines to the last bit. Slopes are not compared: some are infinite, and zero times
   * infinity is NaN in generated code, while the traces leave such a term out and say so.
   */
  @Test
  void exactFunctions() throws Exception {
    List<Evaluation> evaluations = new ArrayList<>();
    for (double a :
        new double[] {0.1, -2.5, 3.5, 1e300, -4.9e-324, 0x1.8p-1023, 0.49999999999999994}) {
      for (double b : new double[] {3.0, -0.7, 0x1p-1000, 1e17}) {
        evaluations.add(Evaluation.of("exact", a, b));
      }
    }
    assertAgreement(
        """
        class Model {
          @Differentiable static double[] exact(double a, double b) {
            return new double[] {
              a + b, a - b, a * b, a / b, a % b, -a, Math.fma(a, b, 0.3), Math.fma(a, b, -a * b),
              Math.IEEEremainder(a, b), Math.scalb(a, 5), Math.scalb(a, -1030), Math.scalb(b, -40),
              Math.copySign(a, b), Math.nextAfter(a, b), Math.nextUp(a), Math.nextDown(a), Math.ulp(a),
              Math.rint(a), Math.floor(a), Math.ceil(a), Math.round(a), Math.getExponent(a), Math.signum(a),
              (float) a, (int) a, (long) b, Math.fma((float) a, 7f, 0.3f), Math.ulp((float) b),
              Math.round((float) b), Math.nextUp((float) a), Math.getExponent((float) b)};
          }
        }
        """,
        VALUES_ALONE, evaluations.toArray(Evaluation[]::new));
  }

  @Test
  void integers() throws Exception {
    List<Evaluation> evaluations = new ArrayList<>();
    for (int b : new int[] {7, -13, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      for (long c : new long[] {3, -5, Long.MAX_VALUE - 1, Long.MIN_VALUE}) {
        evaluations.add(Evaluation.of("whole", 1.5, b, c, (byte) -3, 'x', b < 0));
      }
    }
    assertAgreement(
        """
        class Model {
          @Differentiable static double[] whole(double a, int b, long c, byte d, char e, boolean f) {
            return new double[] {
              a * (b + 3), a * (b * b), a * (b / 3), a * (b % 5), a * (b << 3), a * (b >> 2), a * (b >>> 2),
              a * (b & 12 | 3 ^ b), a * ~b, a * -b, a * (c + c), a * (c * c), a * (c / 7), a * (c % 7),
              a * (c << 5), a * (c >> 5), a * (c >>> 5), a * (c ^ 77), a * (byte) b, a * (short) b, a * (char) b,
              a * (int) c, a * (float) c, a * (float) b, a * d, a * e, f ? a : -a, a * (f ^ b > 3 ? 1 : 2),
              a * Math.floorDiv(b, 4), a * Math.floorMod(b, 4), a * Math.floorMod(c, 4), a * Math.abs(b),
              a * Math.max(b, 4), a * Math.min(c, 4L), a * Math.multiplyFull(b, b), a * Math.multiplyHigh(c, c),
              a * (1 << b), a * (1L << b), a * (e + 1 > 3 ? e : d)};
          }
        }
        """,
        0, evaluations.toArray(Evaluation[]::new));
  }

  @Test
  void floats() throws Exception {
    assertAgreement(
        """
        class Model {
          @Differentiable static float alone(float a, float[] b) {
            float sum = 0.1f;
            for (float x : b) sum += a * x / (1 + x);
            return Math.max(sum, a) * sum;
          }
          @Differentiable static double mixed(float a, double b, float[] c) {
            float x = (float) (a * b);
            c[0] = x * c[1];
            return Math.exp(x / 10) + c[0];
          }
        }
        """,
        FLOAT_TOLERANCE,
        Evaluation.of("alone", 0.3f, new float[] {1.7f, 0.2f}),
        Evaluation.of("mixed", 1.1f, 2.3, new float[] {1, 2}));
  }

  @Test
  void whatCannotBeComputedIsSaid() {
    String page =
        Pages.of(
            """
            class Model {
              @Differentiable static double fails(double x) {
                if (x > 3) throw new IllegalStateException("too large");
                return x;
              }
              @Differentiable static double outside(double[] x) { return x[0] * x[7]; }
              @Differentiable static double itself(double x) { return x < 1 ? x : itself(x / 2); }
              @Differentiable static double endless(double x) { while (x > 0) { x += 1; } return x; }
              @Differentiable static double divides(double x, int n) { return x * (3 / n); }
            }
            """);
    List<String> printed =
        Browser.in(directory)
            .run(
                page,
                """
                for (const [name, ...values] of [['fails', 4], ['outside', [1]], ['itself', 3], ['endless', 1], ['divides', 1, 0]]) {
                  print(evaluateMethod(methods.find(one => one.name === name), values, {}).stop);
                }
                """);
    assertThat(printed)
        .containsExactly(
            "the method throws IllegalStateException",
            "the method throws ArrayIndexOutOfBoundsException: index 7 of an array of length 1",
            "here Model.itself is called, and the page does not follow calls that stay calls",
            "the trace is longer than 20,000 operations, too long for this page",
            "the method throws ArithmeticException: / by zero")
        .inOrder();
  }

  private void assertAgreement(String file, double tolerance, Evaluation... evaluations)
      throws Exception {
    Browser browser = Browser.in(directory);
    Program program = Program.compile(file);
    List<String> parameters = List.of("a", "b", "c", "d", "e", "f");
    String all =
        Arrays.stream(evaluations)
            .map(its -> "['" + its.method() + "', " + its.script() + "]")
            .collect(Collectors.joining(", "));
    String script = SCRIPT.formatted(all, tolerance != VALUES_ALONE);
    List<String> printed = new ArrayList<>(browser.run(Pages.of(file), script));
    for (Evaluation evaluation : evaluations) {
      Map<String, Map<String, Double>> expected = evaluation.expected(program, parameters);
      Map<String, Set<String>> ways = new HashMap<>();
      String line = printed.remove(0);
      while (!line.contains("|end|")) {
        String[] parts = line.split("\\|", -1);
        assertWithMessage(line).that(parts).hasLength(5);
        assertWithMessage(line).that(expected).containsKey(parts[2]);
        assertWithMessage(line).that(expected.get(parts[2])).containsKey(parts[3]);
        double wanted = expected.get(parts[2]).get(parts[3]);
        double actual = Double.parseDouble(parts[4]);
        boolean isSame = Double.compare(wanted + 0.0, actual + 0.0) == 0; // -0 is printed as 0
        if (!isSame) {
          assertWithMessage(line)
              .that(actual)
              .isWithin(Math.max(0, tolerance) * Math.max(1, Math.abs(wanted)))
              .of(wanted);
        }
        ways.computeIfAbsent(parts[2] + " by " + parts[3], key -> new HashSet<>()).add(parts[1]);
        line = printed.remove(0);
      }
      Set<String> four = Set.of("forwards", "backwards", "tangent", "adjoint");
      assertThat(ways).isNotEmpty();
      ways.forEach(
          (what, its) ->
              assertWithMessage(what)
                  .that(its)
                  .isEqualTo(what.endsWith(" by ") ? Set.of("value") : four));
    }
    assertThat(printed).isEmpty();
  }
}
