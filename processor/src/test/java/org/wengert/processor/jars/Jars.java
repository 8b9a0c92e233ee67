package org.wengert.processor.jars;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was built, as users get it: tests that run after the jars are made. */
final class Jars {
  static final Path RUNTIME = find("wengert-runtime");
  static final Path PROCESSOR = find("wengert-processor");
  static final Path JAVAPOET = find("javapoet");

  private Jars() {}

  private static Path find(String artifact) {
    Path repository = Path.of("target", "users-repository");
    try (Stream<Path> files = Files.walk(repository)) {
      return files
          .filter(
              file ->
                  file.getFileName().toString().matches(artifact + "-[\\d.]+(-SNAPSHOT)?\\.jar"))
          .collect(Collectors.collectingAndThen(Collectors.toList(), all -> only(artifact, all)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path only(String artifact, List<Path> all) {
    if (all.size() != 1) {
      throw new AssertionError(artifact + " is found as " + all);
    }
    return all.get(0);
  }

  static String path(Path... entries) {
    return Arrays.stream(entries)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
