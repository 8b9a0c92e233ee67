package org.wengert.processor;

import static com.google.common.truth.Truth.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is set for a whole build; {@link WarningsTest} has what it does. */
final class OptionsTest {
  private static final String MODEL =
      "class Model { @Differentiable static double f(double x) { return x * x; } }";

  private static final String ALL =
      "-Awengert.warnings, -Awengert.tape, -Awengert.explain, -Awengert.warn.equality,"
          + " -Awengert.warn.steering, -Awengert.warn.mutableStatic";

  @ParameterizedTest
  @CsvSource({
    "wengert.warnings, warning",
    "wengert.warnings, Warnings",
    "wengert.warnings, warning.s",
    "wengert.tape, Tape",
    "wengert.explain, explained",
    "wengert.warn.equality, warn.equals",
    "wengert.warn.mutableStatic, warn.mutablestatic",
    "wengert.warn.steering, warn.Stearing"
  })
  void unknownOnesAreRefused(String nearest, String name) {
    assertThat(errors("-Awengert." + name + "=off"))
        .containsExactly(
            "there is no option -Awengert."
                + name
                + ": did you mean -A"
                + nearest
                + "? There are "
                + ALL);
  }

  @Test
  void valuesMustBeKnown() {
    assertThat(errors("-Awengert.warn.equality=no", "-Awengert.warnings"))
        .containsExactly(
            "the option -Awengert.warn.equality cannot be no: set it to one of on, off, error",
            "the option -Awengert.warnings has no value: set it to one of on, off, error");
  }

  @Test
  void thoseOfOthersAreLeftAlone() {
    assertThat(errors("-Awengertwarnings=no", "-Awarnings", "-Awengert.warnings=on")).isEmpty();
  }

  /** Else javac would warn that nobody knows them. */
  @Test
  void theCompilerKnowsAll() {
    for (Option option : Option.all()) {
      for (String value : option.values()) {
        List<String> options = List.of("-Xlint:all", "-A" + option.name() + "=" + value);
        assertThat(Program.compilation(options, MODEL).diagnostics().toString())
            .doesNotContain(option.name());
      }
    }
  }

  @Test
  void theReadmeListsAll() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("../README.md")).stream()
            .filter(line -> line.startsWith("| `-A"))
            .map(line -> line.substring(0, line.lastIndexOf(" | ")))
            .toList();
    assertThat(rows)
        .containsExactlyElementsIn(
            Option.all().stream()
                .map(
                    option ->
                        "| `-A"
                            + option.name()
                            + "` | `"
                            + String.join("`, `", option.values())
                            + "`")
                .toList())
        .inOrder();
  }

  private static List<String> errors(String... options) {
    Compilation compilation = Program.compilation(List.of(options), MODEL);
    return compilation.errors().stream().map(error -> error.getMessage(Locale.ROOT)).toList();
  }
}
