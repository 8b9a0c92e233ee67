package org.wengert.sample.gradbench;

import static com.google.common.truth.Truth.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * One small workload of GradBench with the answer of its reference.
 *
 * @param line the number of its line in the module's file, from 1
 * @param json the fields {@code function}, {@code input} and {@code output}, and mostly {@code
 *     description}
 */
record Fixture(String module, int line, Input json) {

  /** The modules that are answered. */
  static final List<String> MODULES =
      List.of(
          "hello",
          "llsq",
          "lse",
          "det",
          "ode",
          "gmm",
          "lstm",
          "kmeans",
          "ba",
          "ht",
          "particle",
          "saddle");

  /** Returns all there are, of all modules that are answered. */
  static Stream<Fixture> all() {
    return MODULES.stream().flatMap(Fixture::of);
  }

  /** Returns those of one module. */
  static Stream<Fixture> of(String module) {
    List<String> lines = lines(module + ".jsonl");
    assertThat(lines).isNotEmpty();
    return Stream.iterate(1, n -> n <= lines.size(), n -> n + 1)
        .map(n -> new Fixture(module, n, Input.of("fixture", JsonReader.read(lines.get(n - 1)))));
  }

  String function() {
    return json.text("function");
  }

  Json input() {
    return json.value("input");
  }

  Json output() {
    return json.value("output");
  }

  @Override
  public String toString() {
    return module + " " + line + ": " + function();
  }

  private static List<String> lines(String resource) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Fixture.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
