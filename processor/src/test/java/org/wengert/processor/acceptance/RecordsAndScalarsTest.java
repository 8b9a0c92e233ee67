package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.processor.Program;

/**
 * A program on records computes, and has for its derivatives, the same bits as the same program on
 * their components: random programs, each written in both ways.
 */
final class RecordsAndScalarsTest {
  private static final int PROGRAMS = 40;
  private static final int VARIABLES = 3;

  private static final String COMPLEX =
      """
      record Complex(double re, double im) {
        Complex plus(Complex o) { return new Complex(re + o.re, im + o.im); }
        Complex times(Complex o) {
          return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
        }
        static Complex mean(Complex a, Complex b) {
          Complex sum = a.plus(b);
          return new Complex(0.5 * sum.re(), 0.5 * sum.im());
        }
      }
      """;

  private static final Program PROGRAM = Program.compile(source());

  static Stream<Integer> programs() {
    return IntStream.range(0, PROGRAMS).boxed();
  }

  private static String source() {
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < PROGRAMS; i++) {
      for (boolean records : new boolean[] {true, false}) {
        methods.append(new Writer(i, records).method());
      }
    }
    return "final class Twice {\n" + COMPLEX + methods + "}\n";
  }

  @ParameterizedTest
  @MethodSource("programs")
  void sameBits(int program) throws Exception {
    Random random = new Random(program);
    for (int i = 0; i < 10; i++) {
      double x = random.nextDouble() * 3 - 1.5;
      double y = random.nextDouble() * 3 - 1.5;
      assertWithMessage("%s\n%s", new Writer(program, true).method(), List.of(x, y))
          .that(outcome("records" + program, x, y))
          .isEqualTo(outcome("scalars" + program, x, y));
    }
  }

  /** Or else equal bits would say little. */
  @Test
  void mostDerivativesAreNumbers() throws Exception {
    int finite = 0;
    for (int i = 0; i < PROGRAMS; i++) {
      double tangent = Double.parseDouble(outcome("records" + i, 0.7, -0.4).get(2));
      finite += Double.isFinite(tangent) && tangent != 0 ? 1 : 0;
    }
    assertThat(finite).isAtLeast(PROGRAMS * 3 / 4);
  }

  private static List<String> outcome(String name, double x, double y) throws Exception {
    Class<?> sibling = PROGRAM.type("TwiceDerivatives");
    Object dual = invoke(sibling, name + "Jvp", x, 1.0, y, -0.5);
    Object adjoint = invoke(sibling, name + "Vjp", x, y, 1.0);
    List<String> bits = new ArrayList<>();
    bits.add(bits(invoke(PROGRAM.type("Twice"), name, x, y)));
    bits.add(bits(Subject.component(dual, "value")));
    bits.add(bits(Subject.component(dual, "tangent")));
    bits.add(bits(Subject.component(adjoint, "value")));
    bits.add(bits(Subject.component(adjoint, "x")));
    bits.add(bits(Subject.component(adjoint, "y")));
    return bits;
  }

  private static String bits(Object number) {
    return Double.toHexString((double) number);
  }

  private static Object invoke(Class<?> owner, String name, Object... arguments) throws Exception {
    for (Method method : owner.getDeclaredMethods()) {
      if (method.getName().equals(name)) {
        return Subject.invoke(method, arguments);
      }
    }
    throw new NoSuchMethodException(name);
  }

  /** Writes one program, with records or without; what it is depends on its number alone. */
  private static final class Writer {
    private final String name;
    private final boolean records;
    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private int temporaries;

    Writer(int number, boolean records) {
      this.records = records;
      name = (records ? "records" : "scalars") + number;
      random = new Random(number);
    }

    String method() {
      text.append("@org.wengert.Differentiable static double ")
          .append(name)
          .append("(double x, double y) {\n");
      String[][] starts = {{"x", "y"}, {"y", "1.5"}, {"0.25", "x * y"}};
      for (int i = 0; i < VARIABLES; i++) {
        if (records) {
          text.append(
              "Complex z%d = new Complex(%s, %s);\n".formatted(i, starts[i][0], starts[i][1]));
        } else {
          text.append("double z%dr = %s, z%di = %s;\n".formatted(i, starts[i][0], i, starts[i][1]));
        }
      }
      statements(3, 4);
      text.append("return ").append(re(0)).append(" * ").append(im(1)).append(" + ");
      return text.append(re(2)).append(" - ").append(im(0)).append(";\n}\n").toString();
    }

    private String re(int variable) {
      return records ? "z" + variable + ".re()" : "z" + variable + "r";
    }

    private String im(int variable) {
      return records ? "z" + variable + ".im" : "z" + variable + "i";
    }

    private int variable() {
      return random.nextInt(VARIABLES);
    }

    private void statements(int depth, int count) {
      for (int i = 0; i < count; i++) {
        statement(random.nextInt(depth > 0 ? 7 : 5), depth);
      }
    }

    private void statement(int kind, int depth) {
      int to = variable();
      int a = variable();
      int b = variable();
      switch (kind) {
        case 0 -> assign(to, "z%d.plus(z%d)", a, b, re(a) + " + " + re(b), im(a) + " + " + im(b));
        case 1 ->
            assign(
                to,
                "z%d.times(z%d)",
                a,
                b,
                re(a) + " * " + re(b) + " - " + im(a) + " * " + im(b),
                re(a) + " * " + im(b) + " + " + im(a) + " * " + re(b));
        case 2 ->
            assign(
                to,
                "Complex.mean(z%d, z%d)",
                a,
                b,
                "0.5 * (" + re(a) + " + " + re(b) + ")",
                "0.5 * (" + im(a) + " + " + im(b) + ")");
        case 3 -> {
          String re = "Math.sin(" + re(a) + ")";
          String im = "Math.cos(" + im(b) + ")";
          assign(to, "new Complex(" + re + ", " + im + ")", a, b, re, im);
        }
        case 4 -> choice(to, a, b);
        case 5 -> {
          text.append("if (").append(condition(a)).append(") {\n");
          statements(depth - 1, 2);
          text.append("} else {\n");
          statements(depth - 1, 1);
          text.append("}\n");
        }
        default -> {
          String index = "i" + temporaries++;
          text.append("for (int %1$s = 0; %1$s < 3; %1$s++) {\n".formatted(index));
          text.append("if (").append(condition(b)).append(") break;\n");
          statements(depth - 1, 2);
          text.append("}\n");
        }
      }
    }

    private String condition(int variable) {
      return re(variable) + " > " + (random.nextInt(5) - 1);
    }

    private void assign(int to, String record, int a, int b, String re, String im) {
      if (records) {
        text.append("z%d = ".formatted(to)).append(record.formatted(a, b)).append(";\n");
      } else {
        int t = temporaries++;
        text.append("double r%1$d = %2$s, i%1$d = %3$s; ".formatted(t, re, im));
        text.append("z%1$dr = r%2$d; z%1$di = i%2$d;\n".formatted(to, t));
      }
    }

    private void choice(int to, int a, int b) {
      String condition = condition(variable());
      text.append(
          records
              ? "z%d = %s ? z%d : z%d;\n".formatted(to, condition, a, b)
              : "if (%2$s) { z%1$dr = z%3$dr; z%1$di = z%3$di; } else { z%1$dr = z%4$dr; z%1$di = z%4$di; }\n"
                  .formatted(to, condition, a, b));
    }
  }
}
