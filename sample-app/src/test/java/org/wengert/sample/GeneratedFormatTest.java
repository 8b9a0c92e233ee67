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

/** The project's formatter would change nothing in the generated code of the whole sample. */
final class GeneratedFormatTest {
  private static final Path GENERATED =
      Path.of("target", "generated-sources", "annotations", "org", "wengert");

  @Test
  void theFormatterLeavesItAlone() throws Exception {
    List<String> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(GENERATED)) {
      for (Path file : all.filter(it -> it.toString().endsWith("Derivatives.java")).toList()) {
        files.add(file.toString());
      }
    }
    assertThat(files.size()).isAtLeast(20);
    assertThat(toBeChanged(files)).isEmpty();
  }

  /** The names of files that the formatter would change, or its errors. */
  private static String toBeChanged(List<String> files) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String name : List.of("api", "code", "file", "parser", "tree", "util")) {
      command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
    }
    command.add("-jar");
    command.add(Path.of("target", "formatter", "google-java-format.jar").toString());
    command.addAll(List.of("--dry-run", "--skip-reflowing-long-strings")); // as the build runs it
    command.addAll(files);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(0);
    return output;
  }
}
