package org.wengert.processor.readme;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README shows of generated code is what is generated. */
final class GeneratedCodeTest {
  private static final Page README = Page.readme();

  @Test
  void members() throws IOException {
    String generated = derivativesOfModel().replaceAll("\\s+", " ");
    List<List<String>> rows = README.section("What is generated").rows("member", "meaning");
    for (List<String> row : rows) {
      String member = Page.codeIn(row.get(0)).get(0);
      assertThat(generated).contains(" " + member + " {");
    }
  }

  @Test
  void sparseMembers() throws IOException {
    String generated =
        Snippets.compile(
                List.of(
                    """
                    final class Model {
                      @org.wengert.Differentiable(sparse = true)
                      static double[] f(double[] x, int n) {
                        return new double[] {x[0], x[n]};
                      }
                    }
                    """))
            .derivativesOf("Model")
            .replaceAll("\\s+", " ");
    List<List<String>> rows = README.section("Sparse derivatives").rows("member", "meaning");
    assertThat(rows).hasSize(4);
    for (List<String> row : rows.subList(0, 3)) {
      assertThat(generated).contains(" " + Page.codeIn(row.get(0)).get(0) + " {");
    }
    assertThat(generated).contains("int[] xFrom");
  }

  @Test
  void firstSweep() throws IOException {
    String file = README.section("A first gradient").code("java").get(0);
    String generated = Snippets.compile(List.of(file)).derivativesOf("demo.Rosenbrock");
    assertThat(method(generated, "rosenbrockVjp")).isEqualTo(sweeps().get(0));
  }

  @Test
  void sweepWithLoop() throws IOException {
    assertThat(method(derivativesOfModel(), "fVjp")).isEqualTo(sweeps().get(1));
  }

  @Test
  void names() throws IOException {
    String generated =
        Snippets.compile(
                List.of(
                    """
                    final class Long {
                      @org.wengert.Differentiable
                      static double f(double x, double[] w) {
                        while (x < 100) {
                          x = x * Math.cosh(x) + w[0];
                        }
                        %s
                        return x;
                      }
                    }
                    """
                        .formatted("x = x * Math.sin(x) + w[1];\n".repeat(500))))
            .derivativesOf("Long");
    for (List<String> row : README.section("Reading generated code").rows("name", "meaning")) {
      for (String name : Page.codeIn(row.get(0))) {
        assertThat(generated).containsMatch("\\b" + name + "\\b");
      }
    }
  }

  private static List<String> sweeps() {
    return README.section("Reading generated code").code("java");
  }

  private static String derivativesOfModel() throws IOException {
    String file = README.section("What is generated").code("java").get(0);
    return Snippets.compile(List.of(file)).derivativesOf("Model");
  }

  /** A method of a class, without its documentation. */
  private static String method(String source, String name) {
    List<String> method = new ArrayList<>();
    for (String line : source.lines().toList()) {
      boolean starts = line.startsWith("  static ") && line.contains(" " + name + "(");
      if (starts || !method.isEmpty()) {
        method.add(line.substring(Math.min(2, line.length())));
      }
      if (!method.isEmpty() && line.equals("  }")) {
        break;
      }
    }
    return method.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
