package org.wengert.processor.readme;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first project, built by Maven from the jars, prints what the README says. */
final class FirstGradientIT {
  /** Holds this build's artifacts, and no other build's. */
  private static final Path REPOSITORY = Path.of("target", "users-repository");

  private static final Pattern COMMAND = Pattern.compile("`mvn ([^`]+)` prints");
  private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?final class (\\w+)");

  private static final Page SECTION = Page.readme().section("A first gradient");

  @TempDir private Path project;

  /**
   * What Maven itself needs for any project comes where any build keeps it, so that it is there
   * when the next build is clean and offline.
   */
  @BeforeAll
  static void fetchPlugins(@TempDir Path anything) throws IOException {
    String pom = SECTION.code("xml").get(0);
    Files.writeString(
        anything.resolve("pom.xml"),
        pom.replaceFirst("(?s)<dependencyManagement>.*</dependencies>", ""));
    Maven.ofThisBuild().output(anything, List.of("-q", "process-resources", "exec:help"));
  }

  @Test
  void printsWhatTheReadmeSays() throws IOException {
    writeProject();
    assertThat(Maven.with(REPOSITORY).output(project, command()))
        .isEqualTo(SECTION.code("text").get(0));
  }

  private void writeProject() throws IOException {
    Files.writeString(project.resolve("pom.xml"), SECTION.code("xml").get(0));
    Path sources = Files.createDirectories(project.resolve(Path.of("src", "main", "java", "demo")));
    for (String source : SECTION.code("java")) {
      Files.writeString(sources.resolve(found(TYPE, source) + ".java"), source);
    }
  }

  private static List<String> command() {
    return List.of(found(COMMAND, String.join("\n", SECTION.lines())).split(" "));
  }

  private static String found(Pattern pattern, String text) {
    List<String> all =
        pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
