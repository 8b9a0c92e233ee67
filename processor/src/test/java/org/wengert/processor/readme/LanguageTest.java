package org.wengert.processor.readme;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.testing.compile.Compilation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's tables of what is supported and what is not are right, row by row. */
final class LanguageTest {
  private static final Page README = Page.readme();

  static Stream<String> supported() {
    return README
        .section("What is supported")
        .rows("supported", "for example", "tested by")
        .stream()
        .map(LanguageTest::example);
  }

  static Stream<String> unsupported() {
    return README
        .section("What is not supported yet")
        .rows("not supported", "for example", "write instead")
        .stream()
        .map(LanguageTest::example);
  }

  private static String example(List<String> row) {
    return Page.codeIn(row.get(1)).get(0);
  }

  @ParameterizedTest
  @MethodSource("supported")
  void examplesOfWhatIsSupportedCompile(String example) {
    String allowed =
        "@SuppressWarnings({\"wengert:equality\", \"wengert:steering\", \"wengert:mutableStatic\"})";
    Snippets.compile(List.of(program(example).replace("final class", allowed + " final class")));
  }

  static Stream<List<String>> warnings() {
    return README
        .section("What is not supported yet")
        .rows("name", "warns of", "for example")
        .stream()
        .map(row -> List.of(Page.codeIn(row.get(0)).get(0), Page.codeIn(row.get(2)).get(0)));
  }

  @ParameterizedTest
  @MethodSource("warnings")
  void examplesOfWarningsAreWarnedOf(List<String> row) {
    Compilation compilation = Snippets.compilation(List.of(program(row.get(1))));
    assertThat(compilation.warnings()).hasSize(1);
    assertThat(compilation.warnings().get(0).getMessage(Locale.ROOT))
        .contains("\"wengert:" + row.get(0) + "\"");
  }

  @ParameterizedTest
  @MethodSource("unsupported")
  void examplesOfWhatIsNotSupportedAreRefusedByTheProcessor(String example) {
    Compilation compilation = Snippets.compilation(List.of(program(example)));
    assertThat(compilation.errors()).isNotEmpty();
    for (Diagnostic<? extends JavaFileObject> error : compilation.errors()) {
      assertWithMessage("%s", error).that(error.getCode()).isEqualTo("compiler.err.proc.messager");
      assertThat(error.getMessage(Locale.ROOT)).doesNotContain("please report it");
    }
  }

  @Test
  void testsExist() {
    List<String> named =
        README.lines().stream()
            .flatMap(line -> Page.codeIn(line).stream())
            .filter(code -> code.matches("[a-z/]*[A-Z]\\w*Test"))
            .toList();
    assertThat(named).isNotEmpty();
    for (String test : named) {
      Path file = Path.of("src", "test", "java", "org", "wengert", "processor", test + ".java");
      assertWithMessage(test).that(Files.exists(file)).isTrue();
    }
  }

  /** An annotated method as it is, or statements as the body of one. */
  private static String program(String example) {
    String method =
        example.startsWith("@")
            ? example
            : """
              @Differentiable
              static double f(
                  double x, double y, double[] w, double[][] m, int n, boolean on) {
                double s = 0;
                %s
                return s + x;
              }
              """
                .formatted(example);
    return """
        import org.wengert.Differentiable;
        final class Model {
          static double last;
          static final double[] TABLE = {1, 2};
          private static double[] hidden = {1};
          %s
          private static double square(double x) { return x * x; }
          record Point(double x, double y) {
            Point plus(Point o) { return new Point(x + o.x, y + o.y); }
          }
          static int fibonacci(int n) { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }
          static double sum(double... terms) {
            double sum = 0;
            for (double term : terms) sum += term;
            return sum;
          }
        }
        """
        .formatted(method);
  }
}
