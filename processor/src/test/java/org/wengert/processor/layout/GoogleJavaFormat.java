package org.wengert.processor.layout;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The formatter itself, in a virtual machine that opens javac's internals to it. */
final class GoogleJavaFormat {
  private GoogleJavaFormat() {}

  /**
   * Formats files.
   *
   * @param sources texts by the places of their files
   */
  static Map<String, String> format(Path directory, Map<String, String> sources)
      throws IOException, InterruptedException {
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = directory.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String name : List.of("api", "code", "file", "parser", "tree", "util")) {
      command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
    }
    command.add("-jar");
    command.add(Path.of("target", "formatter", "google-java-format.jar").toString());
    command.addAll(List.of("--replace", "--skip-reflowing-long-strings")); // as the build runs it
    sources.keySet().forEach(file -> command.add(directory.resolve(file).toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(process.waitFor()).isEqualTo(0);
    Map<String, String> formatted = new TreeMap<>();
    for (String file : sources.keySet()) {
      formatted.put(file, Files.readString(directory.resolve(file)));
    }
    return formatted;
  }
}
