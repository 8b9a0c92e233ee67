package org.wengert.processor.eclipse;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.processor.WengertProcessor;
import org.wengert.processor.eclipse.CompilerUnderTest.Said;

/** What is said where a file that Eclipse's compiler compiles cannot be read. */
final class UnreadableTest {
  private static final String MODEL =
      """
      package p;
      import org.wengert.Differentiable;
      final class Model {
        @Differentiable static double f(double x) { return x * x; }
        @Differentiable static double g(double x) { return x; }
      }
      """;

  @ParameterizedTest
  @MethodSource("org.wengert.processor.eclipse.CompilerUnderTest#eclipse")
  void syntaxErrorsAreNamedOnce(CompilerUnderTest compiler, @TempDir Path directory)
      throws IOException {
    CompilerUnderTest.Outcome outcome =
        compiler.compile(directory, Map.of("p.Model", MODEL.replace("return x;", "return x * ;")));
    assertThat(outcome.generated()).isEmpty();
    assertThat(outcome.errors().stream().map(Said::text).filter(text -> text.contains("cannot be")))
        .containsExactly(
            "Model.java cannot be read, so that nothing of it can be differentiated: line 5:"
                + " illegal start of expression");
  }

  /** Older compilers show one of the two components, but a constructor with both. */
  @ParameterizedTest
  @MethodSource("org.wengert.processor.eclipse.CompilerUnderTest#eclipse")
  void recordsWithErrorsAreNoMistakeOfOurs(CompilerUnderTest compiler, @TempDir Path directory)
      throws IOException {
    String text =
        MODEL
            .replace("return x;", "return new Pair(x, x).a();")
            .replace("}\n}", "}\n  record Pair(double a, double a) {}\n}");
    assertThat(
            compiler.compile(directory, Map.of("p.Model", text)).errors().stream()
                .map(Said::text)
                .filter(said -> said.contains("differentiate") || said.contains("processor")))
        .containsExactly(
            "cannot differentiate this: "
                + (compiler.name().equals("oldest")
                    ? "what this record holds is not certain"
                    : "no 'Pair' takes these arguments")
                + "; the compiler may say more [line 5, column 54: new Pair(x, x)]");
  }

  /** The message has to be given without any class of the JDK's compiler. */
  @Test
  void runtimeWithoutDevelopmentTools(@TempDir Path directory) throws Exception {
    String output =
        compile(
            directory,
            List.of("--limit-modules", "java.base,java.compiler,java.xml"),
            List.of("-classpath", System.getProperty("java.class.path")));
    assertThat(output.lines().filter(line -> line.startsWith("Eclipse's compiler runs")).toList())
        .containsExactly(
            "Eclipse's compiler runs on a Java without development tools here ("
                + System.getProperty("java.home")
                + "), so that method bodies cannot be read: let it run on a JDK");
    assertThat(output).contains("1 problem (1 error)");
  }

  /** The compiler says so itself, and hands on an annotation that is none. */
  @Test
  void missingRuntime(@TempDir Path directory) throws Exception {
    String output = compile(directory, List.of(), List.of());
    assertThat(output).contains("Differentiable cannot be resolved");
    assertThat(output).doesNotContain("Internal compiler error");
  }

  /** What the newest compiler says in a virtual machine of its own. */
  private static String compile(Path directory, List<String> machine, List<String> options)
      throws Exception {
    Path source = Files.writeString(directory.resolve("Model.java"), MODEL);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(machine);
    command.addAll(List.of("-jar", Path.of("target", "ecj", "newest.jar").toString(), "-17"));
    command.addAll(options);
    command.addAll(List.of("-processor", WengertProcessor.class.getName()));
    command.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
    command.addAll(List.of("-d", directory.toString(), source.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isNotEqualTo(0);
    return output;
  }
}
