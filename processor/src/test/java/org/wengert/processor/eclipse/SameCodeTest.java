package org.wengert.processor.eclipse;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.processor.eclipse.CompilerUnderTest.Outcome;

/**
 * Eclipse's compiler, and javac within build tools, generate byte for byte what javac generates: of
 * the sample application, of the catalogue of methods that uses the whole language, and of the
 * README's programs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SameCodeTest {
  private Outcome samples;
  private Outcome catalogue;
  private Outcome readme;

  static Stream<CompilerUnderTest> eclipse() {
    return CompilerUnderTest.eclipse();
  }

  static Stream<CompilerUnderTest> tools() {
    return CompilerUnderTest.wrapped();
  }

  @BeforeAll
  void compileByJavac(@TempDir Path directory) throws IOException {
    CompilerUnderTest javac = CompilerUnderTest.javac();
    samples = javac.compile(directory.resolve("samples"), Examples.samples());
    catalogue = javac.compile(directory.resolve("catalogue"), Examples.catalogue());
    readme = javac.compile(directory.resolve("readme"), Examples.readme());
  }

  @Test
  void thereIsMuchToCompare() {
    assertThat(samples.generated().size()).isAtLeast(20);
    assertThat(catalogue.generated().size()).isAtLeast(60);
    assertThat(readme.generated().size()).isAtLeast(5);
  }

  @ParameterizedTest
  @MethodSource({"eclipse", "tools"})
  void ofTheSampleApplication(CompilerUnderTest compiler, @TempDir Path directory)
      throws IOException {
    assertSame(compiler.compile(directory, Examples.samples()), samples);
  }

  @ParameterizedTest
  @MethodSource("eclipse")
  void ofTheWholeLanguage(CompilerUnderTest compiler, @TempDir Path directory) throws IOException {
    assertSame(compiler.compile(directory, Examples.catalogue()), catalogue);
  }

  @ParameterizedTest
  @MethodSource("eclipse")
  void ofTheReadme(CompilerUnderTest compiler, @TempDir Path directory) throws IOException {
    assertSame(compiler.compile(directory, Examples.readme()), readme);
  }

  private static void assertSame(Outcome outcome, Outcome expected) {
    assertThat(expected.errors()).isEmpty();
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.generated().keySet()).isEqualTo(expected.generated().keySet());
    expected
        .generated()
        .forEach(
            (file, text) ->
                assertWithMessage(file).that(outcome.generated().get(file)).isEqualTo(text));
  }
}
