package org.wengert.processor;

import static com.google.common.truth.Truth.assertThat;

import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What is warned of, where, and how that is switched off. */
final class WarningsTest {
  private static final String EQUALITY =
      "this asks whether a value that depends on an active parameter is exactly equal to another:"
          + " the derivative is that of the branch taken, even where a single point takes it; compare"
          + " by < or >; or switch this off by @SuppressWarnings(\"wengert:equality\")";

  private static final String STEERING =
      "the parameter %s is active, but only decides which way the method takes, so that its"
          + " derivative is zero: name the other parameters in wrt; or switch this off by"
          + " @SuppressWarnings(\"wengert:steering\")";

  private static final String MUTABLE_STATIC =
      "the static field %s is not final: it is taken for a constant that has the value it is read"
          + " with; make it final, or pass its value as a parameter; or switch this off by"
          + " @SuppressWarnings(\"wengert:mutableStatic\")";

  @Test
  void equality() {
    assertWarnings(
        "@Differentiable static double f(double x) { return x /*!*/== 0 ? 1 : x * x; }", EQUALITY);
    assertWarnings(
        """
        @Differentiable static double f(double[] w, float x) {
          float y = x * 2;
          if (y /*!*/!= 3f) y++;
          return w[0] * 2 /*!*/== w[1] ? y : helper(y);
        }
        static double helper(double z) { return z /*!*/== 1 ? z : -z; }
        @Differentiable static double g(double x) { return helper(x); }
        """,
        EQUALITY,
        EQUALITY,
        EQUALITY);
  }

  @Test
  void equalityOfConstants() {
    assertWarnings(
        """
        @Differentiable(wrt = "x")
        static double f(double x, double c, int n, double[] w) {
          if (c == 0 || n != 3 || w[0] == c || (int) x == n || x != x || w == null) return x;
          if (Double.isNaN(x) || Double.isInfinite(x)) return 2 * x;
          switch (n) { case 1: return -x; default: return x; }
        }
        """);
  }

  @Test
  void steering() {
    assertWarnings(
        """
        @Differentiable static double f(double /*!*/x, double y, double unused) {
          double limit = x;
          for (int i = 0; i < 3; i++) limit = limit / 2;
          return limit > y ? y : y * y;
        }
        """,
        STEERING.formatted("x"));
    assertWarnings(
        """
        @Differentiable(wrt = "y") static double f(double x, double y, int n) {
          return x > y ? y : n > 2 ? y * y : y * x;
        }
        @Differentiable static double g(double x, double y) { return x > y ? x : y; }
        """);
  }

  @Test
  void mutableStatics() {
    assertWarnings(
        """
        static double factor = 2;
        static double[] table = {1, 2};
        static final double[] FIXED = {1, 2};
        @Differentiable static double f(double x) {
          return /*!*/factor * x + /*!*/table[1] + FIXED[0];
        }
        """,
        MUTABLE_STATIC.formatted("factor"),
        MUTABLE_STATIC.formatted("table"));
  }

  /** Each covers the piece between « and », and no more. */
  @Test
  void cover() {
    String marked =
        """
        class Model {
          static double factor = 2;
          @Differentiable static double f(«double x», double y) {
            return «x == y» ? «factor» * y : y * y;
          }
        }
        """;
    String file = marked.replaceAll("[«»]", "");
    List<String> covered = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> warning :
        Program.compilation(List.of(), file).warnings()) {
      String source = "package p;\nimport org.wengert.*;\n" + file;
      covered.add(
          source.substring((int) warning.getStartPosition(), (int) warning.getEndPosition()));
    }
    assertThat(covered)
        .containsExactlyElementsIn(
            Pattern.compile("«(.*?)»")
                .matcher(marked)
                .results()
                .map(found -> found.group(1))
                .toList());
  }

  private static final String EVERYTHING =
      """
      class Model {
        static double factor = 2;
        %s
        @Differentiable static double f(double x, double y) { return x == factor ? y : y * y; }
      }
      """;

  @Test
  void switchedOffByAnnotation() {
    String all = "{\"wengert:equality\", \"wengert:steering\", \"wengert:mutableStatic\"}";
    assertThat(warnings(List.of(), EVERYTHING.formatted(""))).hasSize(3);
    assertThat(warnings(List.of(), EVERYTHING.formatted("@SuppressWarnings(" + all + ")")))
        .isEmpty();
    assertThat(warnings(List.of(), "@SuppressWarnings(" + all + ")\n" + EVERYTHING.formatted("")))
        .isEmpty();
    List<String> rest =
        warnings(List.of(), EVERYTHING.formatted("@SuppressWarnings(\"wengert:equality\")"));
    assertThat(rest).hasSize(2);
    assertThat(String.join("", rest)).doesNotContain(EQUALITY);
  }

  @Test
  void switchedOffByOption() {
    for (String name : List.of("equality", "steering", "mutableStatic")) {
      List<String> rest =
          warnings(List.of("-Awengert.warn." + name + "=off"), EVERYTHING.formatted(""));
      assertThat(rest).hasSize(2);
      assertThat(String.join("", rest)).doesNotContain("wengert:" + name);
    }
  }

  @Test
  void allSwitchedOff() {
    assertThat(warnings(List.of("-Awengert.warnings=off"), EVERYTHING.formatted(""))).isEmpty();
    assertThat(warnings(List.of(), EVERYTHING.formatted("@SuppressWarnings(\"wengert\")")))
        .isEmpty();
    assertThat(
            warnings(
                List.of("-Awengert.warnings=off", "-Awengert.warn.steering=on"),
                EVERYTHING.formatted("")))
        .hasSize(1);
  }

  @Test
  void errors() {
    List<String> options = List.of("-Awengert.warnings=error", "-Awengert.warn.steering=on");
    Compilation compilation = Program.compilation(options, EVERYTHING.formatted(""));
    assertThat(texts(compilation.errors()))
        .containsExactly(EQUALITY, MUTABLE_STATIC.formatted("factor"));
    assertThat(texts(compilation.warnings())).containsExactly(STEERING.formatted("x"));
    String quiet = EVERYTHING.formatted("@SuppressWarnings(\"wengert\")");
    assertThat(Program.compilation(options, quiet).diagnostics()).isEmpty();
  }

  private static List<String> texts(List<? extends Diagnostic<?>> diagnostics) {
    return diagnostics.stream().map(diagnostic -> diagnostic.getMessage(Locale.ROOT)).toList();
  }

  private static List<String> warnings(List<String> options, String file) {
    Compilation compilation = Program.compilation(options, file);
    assertThat(compilation.errors()).isEmpty();
    List<String> found = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> warning : compilation.warnings()) {
      found.add(
          warning.getLineNumber()
              + ":"
              + warning.getColumnNumber()
              + ": "
              + warning.getMessage(Locale.ROOT));
    }
    return found;
  }

  /** Marks stand before the places, in the order of the source. */
  private static void assertWarnings(String members, String... texts) {
    String marked = "package p;\nimport org.wengert.*;\nclass Model {\n" + members + "}\n";
    List<String> expected = new ArrayList<>();
    String source = marked;
    for (String text : texts) {
      int at = source.indexOf("/*!*/");
      source = source.substring(0, at) + source.substring(at + 5);
      long line = source.substring(0, at).lines().count();
      expected.add(line + ":" + (at - source.lastIndexOf('\n', at)) + ": " + text);
    }
    String file = source.substring(source.indexOf("class Model"));
    assertThat(warnings(List.of(), file)).containsExactlyElementsIn(expected);
  }
}
