package org.wengert.processor.eclipse;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.processor.eclipse.CompilerUnderTest.Outcome;

/**
 * Records of a library are still records after the processor has looked at them, which older
 * compilers of Eclipse make hard.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RecordsInClassFilesTest {
  private static final Map<String, String> LIBRARY =
      Map.of(
          "lib.Looked",
          """
          package lib;
          public record Looked(double value, double[] more) {
            public static final double LIMIT = 7;
          }
          """,
          "lib.Empty",
          """
          package lib;
          public record Empty() {
            public static final double LIMIT = 7;
          }
          """,
          "lib.Ruled",
          """
          package lib;
          public record Ruled(double value) {
            public static double half(double x) {
              return x / 2;
            }
            public static double half(double x, double y) {
              return x / 2 * y;
            }
          }
          """,
          "lib.Derived",
          """
          package lib;
          public record Derived(double value) {
            @org.wengert.Differentiable(order = 2)
            public static double twice(double x) {
              return 2 * x;
            }
          }
          """);

  private static final Map<String, String> USER =
      Map.of(
          "user.User",
          """
          package user;

          import lib.*;
          import org.wengert.*;

          @UseRules(User.class)
          class User {
            @DerivativeRule(of = Ruled.class, method = "half")
            static double halfByX(double x) {
              return 0.5;
            }

            @DerivativeRule(of = Ruled.class, method = "half")
            static double halfByX(double x, double y) {
              return y / 2;
            }

            @DerivativeRule(of = Ruled.class, method = "half", parameter = 1)
            static double halfByY(double x, double y) {
              return x / 2;
            }

            @Differentiable
            static double value(double x, double y) {
              return Ruled.half(x) * Ruled.half(x, y) + Looked.LIMIT * Empty.LIMIT * Derived.twice(x);
            }

            @Differentiable
            static double slope(double x) {
              Dual twice = DerivedDerivatives.twiceJvp(x, 1);
              return twice.value() * twice.tangent() + DerivedDerivatives.twiceGradient(x).x();
            }

            static double sum(Looked a, Ruled b, Derived c, Dual d) {
              return a.value() + b.value() + c.value() + d.value();
            }

            static double sum(DerivedDerivatives.TwiceGradient gradient) {
              return gradient.x();
            }

            static boolean same(Empty empty) {
              Empty other = empty;
              return other.equals(empty);
            }
          }
          """);

  private Outcome library;
  private Outcome expected;

  @BeforeAll
  void compileByJavac(@TempDir Path directory) throws IOException {
    CompilerUnderTest javac = CompilerUnderTest.javac();
    library = javac.compile(directory.resolve("library"), LIBRARY);
    expected = javac.with(library.classes()).compile(directory.resolve("user"), USER);
    assertThat(expected.errors()).isEmpty();
    assertThat(expected.generated()).isNotEmpty();
  }

  static Stream<CompilerUnderTest> eclipse() {
    return CompilerUnderTest.eclipse();
  }

  @ParameterizedTest
  @MethodSource("eclipse")
  void stayRecords(CompilerUnderTest compiler, @TempDir Path directory) throws IOException {
    Outcome outcome = compiler.with(library.classes()).compile(directory, USER);
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.generated()).isEqualTo(expected.generated());
  }
}
