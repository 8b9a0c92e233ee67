package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Gradle's incremental builds rely on: each generated file has one originating element, and
 * depends on nothing but the file of that element and the declarations that other files compile to.
 * So each annotated file is processed alone, where all others are class files without the names of
 * parameters, and its own earlier outputs are gone; the bytes must be those of a full build.
 */
final class IsolationTest {
  private static final String INCREMENTAL = "META-INF/gradle/incremental.annotation.processors";

  @TempDir private Path directory;

  @Test
  void isDeclared() throws IOException {
    try (InputStream stream = getClass().getClassLoader().getResourceAsStream(INCREMENTAL)) {
      assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip())
          .isEqualTo(
              "org.wengert.processor.WengertProcessor,isolating\n"
                  + "org.wengert.processor.LeftoverProcessor,isolating");
    }
  }

  @Test
  void samples() throws IOException {
    Path samples = Path.of("..", "sample-app", "src");
    List<Path> sourcePath =
        List.of(samples.resolve(Path.of("main", "java")), samples.resolve(Path.of("test", "java")));
    checkIsolation(annotated(sourcePath), sourcePath);
  }

  @Test
  void filesThatUseEachOther() throws IOException {
    Path sources = directory.resolve("sources");
    for (String source : LinkedSources.ALL) {
      write(source, sources);
    }
    Generation together = checkIsolation(annotated(List.of(sources)), List.of(sources));
    List<Path> reversed = new ArrayList<>(annotated(List.of(sources)));
    Collections.reverse(reversed);
    assertThat(Generation.processing(reversed, List.of(sources), List.of()).sources())
        .isEqualTo(together.sources());
  }

  /** A selection: each has a class of its own. */
  @Test
  void examples() throws IOException {
    Path sources = directory.resolve("sources");
    List<Example> all = ThreeWaysTest.examples().toList();
    for (int i = 0; i < all.size(); i += 32) {
      write("package p;\nimport org.wengert.*;\n" + all.get(i).source(), sources);
    }
    write("package p;\nimport org.wengert.*;\n" + CallExamples.LIBRARY, sources);
    write("package p;\nimport org.wengert.*;\n" + CallExamples.LIBRARY_2, sources);
    checkIsolation(annotated(List.of(sources)), List.of(sources));
  }

  private static void write(String source, Path root) throws IOException {
    String type = source.replaceFirst("(?s)^.*?\\b(?:class|record|enum) (\\w+).*", "$1");
    Files.createDirectories(root.resolve("p"));
    Files.writeString(root.resolve("p").resolve(type + ".java"), source);
  }

  private static List<Path> annotated(List<Path> roots) throws IOException {
    List<Path> annotated = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(it -> it.toString().endsWith(".java")).sorted().toList()) {
          String text = Files.readString(file);
          if (text.contains("@Differentiable") || text.contains("@DerivativeRule")) {
            annotated.add(file);
          }
        }
      }
    }
    return annotated;
  }

  private Generation checkIsolation(List<Path> files, List<Path> sourcePath) throws IOException {
    Path classes = Files.createDirectory(directory.resolve("classes"));
    Generation together = Generation.compiling(files, sourcePath, classes);
    assertThat(together.made()).isNotEmpty();
    for (SpiedFiler.Made made : together.made()) {
      assertWithMessage("originating elements of %s", made.name()).that(made.origins()).hasSize(1);
    }
    Map<String, String> one = new TreeMap<>();
    List<SpiedFiler.Made> made = new ArrayList<>();
    for (Path file : files) {
      Path others = Files.createTempDirectory(directory, "others");
      copyWithout(file.getFileName().toString().replace(".java", ""), classes, others);
      Generation alone = Generation.processing(List.of(file), List.of(), List.of(others));
      one.putAll(alone.sources());
      made.addAll(alone.made());
    }
    assertThat(one).isEqualTo(together.sources());
    assertThat(made).containsExactlyElementsIn(together.made());
    return together;
  }

  /** As a build tool deletes what a file was compiled to. */
  private static void copyWithout(String type, Path from, Path to) throws IOException {
    String itsOutputs =
        type + "(\\$.*|_.*Derivatives.*|Derivatives|Derivatives\\$.*|DerivativeRules)?\\.class";
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.getFileName().toString().matches(itsOutputs)) {
          Path target = to.resolve(from.relativize(file));
          Files.createDirectories(target.getParent());
          Files.createLink(target, file);
        }
      }
    }
  }
}
