package org.wengert.processor.incremental;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After a change some files are compiled again, against class files of the others that are older:
 * derivatives are right, or there is a clear error. The compiler is left alone here; what build
 * tools compile besides, to be helpful, is not counted on.
 */
final class IncrementalTest {
  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("org.wengert.processor.incremental.Scenarios#all")
  void rightOrRefused(Scenario scenario) {
    Build build = new Build(directory.resolve("incremental"));
    assertThat(build.compile(scenario.before())).isEmpty();
    assertThat(Outcome.of(build).isRefused()).isFalse();
    scenario.removed().forEach(build::delete);
    List<String> errors = build.compile(scenario.second());
    if (scenario.expected() == Scenario.Expected.COMPILE_ERROR) {
      assertThat(errors).containsExactly(scenario.words());
      return;
    }
    assertThat(errors).isEmpty();
    Outcome outcome = Outcome.of(build);
    switch (scenario.expected()) {
      case RIGHT -> assertThat(outcome).isEqualTo(fromScratch(scenario));
      case AS_THE_METHOD -> {
        assertThat(outcome.value()).isNotEqualTo(fromScratch(scenario).value());
        for (String derivative : outcome.derivatives()) {
          String[] numbers = derivative.split(" ");
          assertThat(numbers[0]).isEqualTo(outcome.value());
          assertThat(Double.parseDouble(numbers[1])).isWithin(1e-6).of(outcome.slope());
        }
      }
      default -> {
        assertWithMessage("%s", outcome).that(outcome.isRefused()).isTrue();
        assertThat(outcome.derivatives().get(0)).isEqualTo(scenario.words());
      }
    }
  }

  @Test
  void wordsInTheReadme() throws IOException {
    String page = Files.readString(Path.of("../README.md"));
    String words =
        Scenarios.all()
            .filter(scenario -> scenario.name().equals("wrt of the callee"))
            .map(Scenario::words)
            .findFirst()
            .orElseThrow();
    assertThat(page).contains("```text\n" + words.replaceFirst("^[\\w.]+: ", "") + "\n```");
  }

  private Outcome fromScratch(Scenario scenario) {
    Build build = new Build(directory.resolve("scratch"));
    assertThat(build.compile(scenario.after())).isEmpty();
    return Outcome.of(build);
  }
}
