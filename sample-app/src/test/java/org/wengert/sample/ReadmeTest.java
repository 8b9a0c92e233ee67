package org.wengert.sample;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.sample.curvature.CurvatureReport;
import org.wengert.sample.pendulum.PendulumReport;
import org.wengert.sample.schools.SchoolsReport;

/** What the README shows of the examples is what they hold and print. */
final class ReadmeTest {

  private static final Pattern SECTION = Pattern.compile("(?ms)^## Derivatives at work$(.*?)^## ");
  private static final Pattern OUTPUT = Pattern.compile("(?s)```text\n(.*?)```");
  private static final Pattern CODE = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern ARGUMENTS = Pattern.compile("package -Dargs=\"(nist[^\"]*)\"");
  private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\(([^)]*)\\)");

  @Test
  void examplesAreNamed() throws IOException {
    assertThat(all(ARGUMENTS, readme()))
        .containsExactly(
            Arrays.stream(Arguments.Example.values())
                .map(Arguments.Example::toString)
                .collect(Collectors.joining(" ")));
  }

  @Test
  void curvature() throws IOException {
    assertShows(0, printed(out -> new CurvatureReport(out).run()));
  }

  @Test
  void schools() throws IOException {
    assertShows(1, printed(out -> new SchoolsReport(out).run()));
  }

  @Test
  void pendulum(@TempDir Path charts) throws IOException {
    assertShows(2, printed(out -> new PendulumReport(out, charts).run()));
    Path picture = Path.of("..", all(PICTURE, section()).get(0));
    assertThat(ImageIO.read(picture.toFile()).getWidth())
        .isEqualTo(ImageIO.read(charts.resolve("pendulum.png").toFile()).getWidth());
  }

  @Test
  void codeIsTheSamples() throws IOException {
    List<String> code = all(CODE, section());
    assertThat(source("schools", "EightSchools")).contains(code.get(0).indent(2));
    assertThat(source("pendulum", "DoublePendulum")).contains(code.get(1).indent(2));
    assertThat(code).hasSize(2);
  }

  /** The lines of a block are among those printed, in their order. */
  private static void assertShows(int block, List<String> printed) throws IOException {
    List<String> shown = all(OUTPUT, section()).get(block).lines().toList();
    assertThat(shown).isNotEmpty();
    int next = 0;
    for (String line : shown) {
      int place = printed.subList(next, printed.size()).indexOf(line);
      assertWithMessage("%s in %s", line, printed).that(place).isAtLeast(0);
      next += place + 1;
    }
  }

  @FunctionalInterface
  private interface Report {
    void printOn(PrintStream out) throws IOException;
  }

  private static List<String> printed(Report report) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    report.printOn(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static String source(String example, String type) throws IOException {
    return Files.readString(
        Path.of("src", "main", "java", "org", "wengert", "sample", example, type + ".java"));
  }

  private static String section() throws IOException {
    return all(SECTION, readme()).get(0);
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("..", "README.md"));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group(1)).toList();
  }
}
