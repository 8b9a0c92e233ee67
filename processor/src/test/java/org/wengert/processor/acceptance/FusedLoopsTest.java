package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.processor.Program;

/** Which loops the adjoint runs in one pass; that it is right is up to {@link ThreeWaysTest}. */
final class FusedLoopsTest {
  private static final Program PROGRAM =
      Program.compile(SumExamples.all().stream().map(Example::source).toArray(String[]::new));

  static Stream<Example> fused() {
    return SumExamples.fused().stream();
  }

  static Stream<Example> kept() {
    return SumExamples.kept().stream();
  }

  @ParameterizedTest
  @MethodSource("fused")
  void independentIterationsAreReversedAtOnce(Example example) throws Exception {
    String adjoint = adjoint(example);
    assertWithMessage(adjoint).that(loops(adjoint)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("kept")
  void othersAreNot(Example example) throws Exception {
    String adjoint = adjoint(example);
    assertWithMessage(adjoint).that(loops(adjoint)).hasSize(2);
  }

  static Stream<Example> called() {
    return SumExamples.called().stream();
  }

  static Stream<Example> calledInTwo() {
    return SumExamples.calledInTwo().stream();
  }

  @ParameterizedTest
  @MethodSource("called")
  void callsThatOnlyReadKeepNothing(Example example) throws Exception {
    String adjoint = adjoint(example);
    assertThat(adjoint).contains("CopyAdjoint(");
    assertThat(adjoint).doesNotContainMatch("Copy(Forward|Reverse)\\(");
    String source = PROGRAM.source(example.className() + "Derivatives");
    String[] parts = source.split("CopyAdjoint\\(\\s*TapeStorage", -1); // where it is declared
    assertThat(parts).hasLength(2);
    assertThat(parts[1].substring(0, parts[1].indexOf("\n  }\n")))
        .doesNotContainMatch("Copy(Forward|Reverse)\\(");
  }

  @ParameterizedTest
  @MethodSource("calledInTwo")
  void otherCallsGoOnInBetween(Example example) throws Exception {
    assertThat(adjoint(example)).containsMatch("CopyForward\\((?s:.*)CopyReverse\\(");
  }

  /** Callers of the two sweeps give the seed after the first. */
  @Test
  void notInTwoSweeps() throws Exception {
    for (Example example : SumExamples.fused()) {
      String forward = method(example, "Forward(");
      assertThat(loops(forward)).hasSize(1);
      assertThat(forward).doesNotContainMatch("Bar(\\[.*\\])+ [-+]?= ");
    }
  }

  private static List<String> loops(String method) {
    return method
        .lines()
        .filter(line -> line.matches(" +(for .(int obs = |; obs )|while .obs ).*"))
        .toList();
  }

  private static String adjoint(Example example) throws Exception {
    return method(example, "Vjp(");
  }

  private static String method(Example example, String name) throws Exception {
    String source = PROGRAM.source(example.className() + "Derivatives");
    int start = source.indexOf(" " + example.name() + name);
    int end = source.indexOf("\n  }\n", start);
    return source.substring(start, end);
  }
}
