package org.wengert.processor.readme;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.wengert.processor.WengertProcessor;

/** What the README says of files for people. */
final class ExplanationTest {
  private static final Page README = Page.readme();
  private static final Page SECTION = README.section("See what it does");

  @Test
  void theOptionsWriteWhatIsShown() throws IOException {
    String file = README.section("A first gradient").code("java").get(0);
    List<String> options =
        Pattern.compile("<arg>(.*)</arg>")
            .matcher(SECTION.code("xml").get(0))
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();
    assertThat(options).hasSize(2);
    Compilation compilation =
        Compiler.javac()
            .withOptions(options.toArray())
            .withProcessors(new WengertProcessor())
            .compile(JavaFileObjects.forSourceString(Snippets.qualifiedName(file), file));
    assertThat(text(compilation, "Rosenbrock.tape.txt"))
        .contains("\n\n" + SECTION.code("text").get(0) + "\n");
    assertThat(text(compilation, "Rosenbrock.explain.html")).contains("rosenbrock");
  }

  @Test
  void thePictureIsThere() {
    String line =
        SECTION.lines().stream().filter(text -> text.startsWith("![")).findFirst().orElseThrow();
    String path = line.substring(line.indexOf('(', line.indexOf(']')) + 1, line.length() - 1);
    assertThat(Files.exists(Path.of("..").resolve(path))).isTrue();
  }

  private static String text(Compilation compilation, String name) throws IOException {
    return new String(
        compilation
            .generatedFile(StandardLocation.CLASS_OUTPUT, "demo", name)
            .orElseThrow()
            .openInputStream()
            .readAllBytes(),
        UTF_8);
  }
}
