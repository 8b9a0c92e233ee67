package org.wengert.processor.read;

import static com.google.common.truth.Truth.assertThat;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wengert.processor.tape.Interpreter;

/** Size costs time in proportion, and no stack. */
class LargeMethodsTest {
  private static final int SIZE = 10_000;

  private static String repeat(IntFunction<String> piece) {
    return IntStream.range(0, SIZE).mapToObj(piece).collect(Collectors.joining());
  }

  private static double run(String body, double x) {
    return run("", body, x);
  }

  private static double run(String helpers, String body, double x) {
    String members = helpers + "static double f(double x) {\n" + body + "return x;\n}\n";
    return (double) Interpreter.run(Program.readOnly(members).tape("f"), x).get(0);
  }

  @Test
  void longSums() {
    assertThat(run("x = 1" + repeat(i -> " + x") + ";\n", 2)).isEqualTo(1.0 + 2 * SIZE);
  }

  @Test
  void manyStatements() {
    assertThat(run(repeat(i -> "double x" + i + " = x + 1; x = x" + i + ";\n"), 2))
        .isEqualTo(2.0 + SIZE);
  }

  @Test
  void manyConditions() {
    String branches =
        repeat(
            i ->
                i % 2 == 0
                    ? "if (x > " + i + ") x += 2; else x++;\n"
                    : "if (x < 0) throw new IllegalStateException(\"x\");\n");
    assertThat(run(branches, SIZE + 1.0)).isEqualTo(2.0 * SIZE + 1);
  }

  @Test
  void manyLoops() {
    assertThat(run(repeat(i -> "for (int i = 0; i < 2; i++) x++;\n"), 0)).isEqualTo(2.0 * SIZE);
  }

  @Test
  void manyCalls() {
    String helper = "static double g(double x) { return x + 1; }\n";
    assertThat(run(helper, repeat(i -> "x = g(x);\n"), 1)).isEqualTo(1.0 + SIZE);
  }

  @Test
  void deepCalls() {
    assertThat(run(chain(98, "1 + %s"), "x = g98(x);\n", 1)).isEqualTo(99.0 + 1);
    assertThat(run(chain(65, "1 + (x < 0 ? x : %s)"), "x = g65(x);\n", 1)).isEqualTo(66.0 + 1);
  }

  /** Methods that call one another. */
  private static String chain(int length, String body) {
    StringBuilder methods = new StringBuilder("static double g0(double x) { return x + 1; }\n");
    for (int i = 1; i <= length; i++) {
      String call = "g" + (i - 1) + "(x)";
      methods.append(
          "static double g" + i + "(double x) { return " + body.formatted(call) + "; }\n");
    }
    return methods.toString();
  }
}
