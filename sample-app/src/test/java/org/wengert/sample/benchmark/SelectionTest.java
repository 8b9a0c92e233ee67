package org.wengert.sample.benchmark;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.wengert.sample.benchmark.problem.Problem;

final class SelectionTest {

  @Test
  void nothingStandsForAll() {
    Selection selection = Selection.parse();
    assertThat(selection.quick()).isFalse();
    assertThat(selection.growth()).isEmpty();
    assertThat(selection.problems()).isEqualTo(EnumSet.allOf(Problem.class));
    assertThat(selection.methods()).isEqualTo(EnumSet.allOf(Method.class));
  }

  @Test
  void namesPickProblemsAndMethodsInTheOrderOfTheTable() {
    Selection selection = Selection.parse("quick", "tape", "lse", "gmm", "by-hand");
    assertThat(selection.quick()).isTrue();
    assertThat(selection.rows().stream().map(Timed::toString))
        .containsExactly(
            "GMM:2:PRIMAL",
            "GMM:2:BY_HAND",
            "GMM:2:TAPE",
            "GMM:10:PRIMAL",
            "GMM:10:BY_HAND",
            "GMM:10:TAPE",
            "LSE:100:PRIMAL",
            "LSE:100:BY_HAND",
            "LSE:100:TAPE",
            "LSE:10000:PRIMAL",
            "LSE:10000:BY_HAND",
            "LSE:10000:TAPE")
        .inOrder();
  }

  @Test
  void methodsThatTakeATimeForEachInputAreLeftOutAtTheMiddleSize() {
    assertThat(Selection.parse("gmm", "tape", "differences").rows().stream().map(Timed::toString))
        .containsExactly(
            "GMM:2:PRIMAL", "GMM:2:TAPE", "GMM:2:DIFFERENCES", "GMM:10:PRIMAL", "GMM:10:TAPE")
        .inOrder();
  }

  @Test
  void hessiansOfManyInputsAreLeftOut() {
    assertThat(
            Selection.parse("lstm", "det", "hvp", "hessian", "hipparchus-hessian").rows().stream()
                .map(Timed::toString))
        .containsExactly(
            "LSTM:10:PRIMAL",
            "LSTM:10:HVP",
            "LSTM:10:HESSIAN",
            "LSTM:1000:PRIMAL",
            "LSTM:1000:HVP",
            "DET:7:PRIMAL",
            "DET:7:HVP",
            "DET:7:HESSIAN",
            "DET:7:HIPPARCHUS_HESSIAN")
        .inOrder();
    assertThat(Timed.rows(Problem.LSE, 10_000, EnumSet.of(Method.HESSIAN)).map(Timed::method))
        .containsExactly(Method.PRIMAL);
  }

  @Test
  void withFewInputsNothingIsTooSlowForTheMiddleSize() {
    assertThat(Selection.parse("det", "differences").rows().stream().map(Timed::toString))
        .containsExactly("DET:7:PRIMAL", "DET:7:DIFFERENCES")
        .inOrder();
  }

  @Test
  void growthMeansGradientsAtAllSizes() {
    Selection selection = Selection.parse("growth=some/file.png", "det");
    assertThat(selection.growth()).hasValue(Path.of("some", "file.png"));
    assertThat(selection.rows()).hasSize(2 * Problem.DET.growing().size());
    assertThat(Selection.parse("growth").growth())
        .hasValue(Path.of("target", "charts", "growth.png"));
  }

  @Test
  void otherWordsAreAnErrorThatNamesAllThereAre() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> Selection.parse("gm"));
    assertThat(error)
        .hasMessageThat()
        .startsWith("nothing is called 'gm'; there are quick, growth, growth=<file>, rosenbrock, ");
    assertThat(error).hasMessageThat().endsWith(", differences, hvp, hessian, hipparchus-hessian");
  }
}
