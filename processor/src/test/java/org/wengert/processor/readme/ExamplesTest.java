package org.wengert.processor.readme;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's programs print what it says. */
final class ExamplesTest {
  private static final Pattern EXPECTED = Pattern.compile("// (.*)");

  @Test
  void opening() throws Exception {
    List<String> code = Page.readme().opening().code("java");
    String statements = code.get(1);
    List<String> files = new ArrayList<>();
    files.add("import org.wengert.Differentiable;\n" + code.get(0));
    files.add(
        "public class Example { public static void main(String[] args) {" + statements + "} }");
    String expected =
        EXPECTED
            .matcher(statements)
            .results()
            .map((MatchResult found) -> found.group(1) + "\n")
            .collect(Collectors.joining());
    assertThat(expected).isNotEmpty();
    assertThat(Snippets.compile(files).output("Example")).isEqualTo(expected);
  }

  @Test
  void firstGradient() throws Exception {
    Page section = Page.readme().section("A first gradient");
    Snippets project = Snippets.compile(section.code("java"));
    assertThat(project.output("demo.Main")).isEqualTo(section.code("text").get(0));
  }

  @Test
  void longLoops() throws Exception {
    Page section = Page.readme().section("Long loops in bounded memory");
    Snippets project = Snippets.compile(section.code("java"));
    assertThat(project.output("demo.Pendulum")).isEqualTo(section.code("text").get(0));
  }

  @Test
  void secondDerivatives() throws Exception {
    Page section = Page.readme().section("Second derivatives");
    Snippets project = Snippets.compile(section.code("java"));
    assertThat(project.output("demo.Valley")).isEqualTo(section.code("text").get(0));
  }

  @Test
  void sparseDerivatives() throws Exception {
    Page section = Page.readme().section("Sparse derivatives");
    Snippets project = Snippets.compile(section.code("java"));
    assertThat(project.output("demo.Chain")).isEqualTo(section.code("text").get(0));
  }

  @Test
  void derivativesOfDerivatives() throws Exception {
    Page section = Page.readme().section("Second derivatives");
    Snippets project = Snippets.compile(section.code("java"));
    assertThat(project.output("demo.Well")).isEqualTo(section.code("text").get(1));
  }

  @Test
  void taylorSeries() throws Exception {
    Page section = Page.readme().section("Taylor series");
    Snippets project = Snippets.compile(section.code("java"));
    assertThat(project.output("demo.Lambert")).isEqualTo(section.code("text").get(0));
  }

  /** The derivative is the rule's, whatever the method itself does. */
  @Test
  void rulesOfYourOwn() throws Exception {
    List<String> files = new ArrayList<>(Page.readme().section("Rules of your own").code("java"));
    assertThat(files).hasSize(1);
    files.add("final class Erf { static double of(double x) { return Math.tanh(x); } }");
    files.add(
        """
        public class Example {
          public static void main(String[] args) {
            NormalDerivatives.BetweenGradient gradient = NormalDerivatives.betweenGradient(0, 1);
            System.out.printf("%.12f %.12f%n", gradient.low(), gradient.high());
          }
        }
        """);
    double density = 1 / Math.sqrt(2 * Math.PI);
    assertThat(Snippets.compile(files).output("Example"))
        .isEqualTo("%.12f %.12f%n".formatted(-density, density * Math.exp(-0.5)));
  }
}
