package org.wengert.sample;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project's formatter reads the generated code of the whole sample, and leaves it alone once it
 * has broken the lines in its own way.
 */
final class GeneratedFormatTest {
  private static final Path GENERATED =
      Path.of("target", "generated-sources", "annotations", "org", "wengert");

  @TempDir private Path directory;

  @Test
  void theFormatterTakesIt() throws Exception {
    List<String> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(GENERATED)) {
      for (Path file : all.filter(it -> it.toString().endsWith("Derivatives.java")).toList()) {
        Path copy = directory.resolve(GENERATED.relativize(file));
        Files.createDirectories(copy.getParent());
        files.add(Files.copy(file, copy).toString());
      }
    }
    assertThat(files.size()).isAtLeast(20);
    assertThat(format(List.of("--replace"), files)).isEmpty();
    assertThat(format(List.of("--dry-run"), files)).isEmpty();
  }

  /** What the formatter prints: errors, or the names of files that it would change. */
  private static String format(List<String> options, List<String> files)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1"); // it does not run for long
    for (String name : List.of("api", "code", "file", "parser", "tree", "util")) {
      command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
    }
    command.add("-jar");
    command.add(Path.of("target", "formatter", "google-java-format.jar").toString());
    command.addAll(options);
    command.addAll(files);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(0);
    return output;
  }
}
