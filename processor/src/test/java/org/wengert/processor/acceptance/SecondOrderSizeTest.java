package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much code second derivatives are, of the benchmark's problems; unasked, there is none. */
final class SecondOrderSizeTest {
  private static final Path SAMPLES =
      Path.of("..", "sample-app", "src", "main", "java", "org", "wengert", "sample");

  /** The most, relative to the code of first derivatives. */
  private static final double RATIO = 8;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "benchmark/problem/Rosenbrock",
        "benchmark/problem/Network",
        "gradbench/GaussianMixture",
        "gradbench/RecurrentNetwork",
        "gradbench/LeastSquares",
        "gradbench/LogSumExp",
        "gradbench/Determinant"
      })
  void secondDerivativesAreAFewTimesTheCodeOfFirstOnes(String problem) throws IOException {
    String second = sample(problem);
    String first =
        second
            .replace("@Differentiable(order = 2)", "@Differentiable")
            .replaceFirst(",\\s+order = 2\\)", ")");
    assertThat(first).isNotEqualTo(second);
    String name = problem.replaceFirst(".*/", "");
    Generated once = Generated.of(first, name, directory.resolve("first"));
    Generated twice = Generated.of(second, name, directory.resolve("second"));
    String members = "(?s).*(Hvp|Hessian|JvpForward|JvpReverse|JvpJvp).*";
    assertThat(once.source()).doesNotMatch(members);
    assertThat(twice.source()).matches(members);
    assertThat(1.0 * twice.source().length() / once.source().length()).isAtMost(RATIO);
    assertThat(1.0 * twice.classBytes() / once.classBytes()).isAtMost(RATIO);
  }

  private static String sample(String name) throws IOException {
    return Files.readString(SAMPLES.resolve(name + ".java"));
  }

  /**
   * What is generated beside a class.
   *
   * @param classBytes the bytes of its class files
   */
  private record Generated(String source, long classBytes) {
    static Generated of(String file, String name, Path to) throws IOException {
      new Compiler().compile(to, file, sample("rules/SpecialFunctions"));
      String source = "";
      long classBytes = 0;
      try (Stream<Path> files = Files.walk(to)) {
        for (Path path : files.toList()) {
          String fileName = path.getFileName().toString();
          if (fileName.equals(name + "Derivatives.java")) {
            source = Files.readString(path);
          } else if (fileName.matches(name + "Derivatives\\b.*\\.class")) {
            classBytes += Files.size(path);
          }
        }
      }
      return new Generated(source, classBytes);
    }
  }
}
