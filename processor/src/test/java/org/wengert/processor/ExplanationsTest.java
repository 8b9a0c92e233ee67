package org.wengert.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/** What is written for people beside a class: what is asked for, and nothing else. */
final class ExplanationsTest {
  private static final String MODEL =
      """
      class Model {
        @Differentiable static double f(double x) { return x * helper(x); }
        static double helper(double x) {
          return x + 2;
        }
        static final class Inner {
          @Differentiable(name = "h") static double g(double y) { return -y; }
        }
      }
      """;

  @Test
  void tapes() throws IOException {
    Compilation compilation = compile("-Awengert.tape");
    assertThat(text(compilation, "Model.tape.txt"))
        .isEqualTo(
            """
            # Wengert lists: of each method, of its tangent (forward mode), and of its adjoint (reverse mode).
            # One operation a line: the value it defines, what it does, what it reads; @ before the line of the source.

            f(double x) {
              double v1 = constant 2.0 @6
              double v2 = add x v1 @6
              double v3 = mul x v2 @4
              yield v3
            }

            fJvp(double x, double xDot) {
              double v1 = constant 2.0 @6
              double v2 = add x v1 @6
              double v3 = mul x v2 @4
              double v4 = mul xDot v2 @4
              double v5 = mul xDot x @4
              double v6 = add v4 v5 @4
              yield v3 v6
            }

            fVjp(double x, double resultBar) {
              double v1 = constant 2.0 @6
              double v2 = add x v1 @6
              double v3 = mul x v2 @4
              double xBar = mul resultBar v2 @4
              double v4 = mul resultBar x @4
              double xBar2 = add xBar v4 @6
              yield v3 xBar2
            }
            """);
    assertThat(text(compilation, "Model_Inner.tape.txt"))
        .contains("\nhJvp(double y, double yDot) {");
  }

  @Test
  void nothingThatIsNotAskedFor() {
    assertThat(resources(compile())).isEmpty();
    assertThat(resources(compile("-Awengert.tape=off"))).isEmpty();
    assertThat(resources(compile("-Awengert.explain=off"))).isEmpty();
    assertThat(resources(compile("-Awengert.tape")))
        .containsExactly("Model.tape.txt", "Model_Inner.tape.txt");
    assertThat(resources(compile("-Awengert.explain")))
        .containsExactly("Model.explain.html", "Model_Inner.explain.html");
  }

  @Test
  void generatedCodeIsTheSame() {
    assertThat(sources(compile("-Awengert.tape", "-Awengert.explain")))
        .isEqualTo(sources(compile()));
  }

  private static Compilation compile(String... options) {
    Compilation compilation = Program.compilation(List.of(options), MODEL);
    assertWithMessage("%s", compilation.diagnostics())
        .that(compilation.status())
        .isEqualTo(Compilation.Status.SUCCESS);
    return compilation;
  }

  private static String text(Compilation compilation, String name) throws IOException {
    JavaFileObject file =
        compilation.generatedFile(StandardLocation.CLASS_OUTPUT, "p", name).orElseThrow();
    return new String(file.openInputStream().readAllBytes(), UTF_8);
  }

  private static ImmutableList<String> resources(Compilation compilation) {
    return compilation.generatedFiles().stream()
        .filter(file -> file.getKind() != JavaFileObject.Kind.CLASS)
        .filter(file -> file.getKind() != JavaFileObject.Kind.SOURCE)
        .map(file -> file.getName().replaceFirst(".*/", ""))
        .collect(ImmutableList.toImmutableList());
  }

  private static Map<String, String> sources(Compilation compilation) {
    Map<String, String> sources = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      try {
        sources.put(file.getName(), file.getCharContent(false).toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sources;
  }
}
