package org.wengert.processor.readme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Eclipse's compiler as it is run from a command line, with the processor. */
final class EclipseCompiler {
  private EclipseCompiler() {}

  /**
   * What it prints.
   *
   * @param target a directory for what it writes
   */
  static String output(Path target, List<String> files) throws IOException {
    String path = System.getProperty("java.class.path");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "ecj", "newest.jar").toString(),
                "-17",
                "-d",
                target.toString(),
                "-s",
                target.toString(),
                "-classpath",
                path,
                "-processorpath",
                path,
                "-processor",
                "org.wengert.processor.WengertProcessor"));
    command.addAll(files);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
