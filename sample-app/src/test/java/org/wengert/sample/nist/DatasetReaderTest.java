package org.wengert.sample.nist;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DatasetReaderTest {

  private static final List<String> SMALL =
      List.of(
          "name,Small",
          "difficulty,Lower",
          "model,y = b1*x",
          "start 1,1",
          "start 2,2",
          "certified,3",
          "deviation,0.5",
          "residual sum of squares,4",
          "observations,2",
          "y,x",
          "10,20",
          "30,40");

  @Test
  void figuresAreFoundByTheirKeys() {
    Dataset data = DatasetReader.read(SMALL, "small.csv");
    assertThat(data.name()).isEqualTo("Small");
    assertThat(data.level()).isEqualTo("Lower");
    assertThat(data.formula()).isEqualTo("y = b1*x");
    assertThat(data.starts().get(0)).isEqualTo(new double[] {1});
    assertThat(data.starts().get(1)).isEqualTo(new double[] {2});
    assertThat(data.certified()).isEqualTo(new double[] {3});
    assertThat(data.deviation()).isEqualTo(new double[] {0.5});
    assertThat(data.residualSumOfSquares()).isEqualTo(4.0);
    assertThat(data.y()).isEqualTo(new double[] {10, 30});
    assertThat(data.x()).isEqualTo(new double[] {20, 40});
  }

  @Test
  void missingObservationsAreAnError() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> DatasetReader.read(SMALL.subList(0, 11), "small.csv"));
    assertThat(e).hasMessageThat().isEqualTo("small.csv: 2 observations stated, 1 found");
  }

  @Test
  void aMissingKeyIsAnError() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> DatasetReader.read(SMALL.subList(8, 12), "small.csv"));
    assertThat(e).hasMessageThat().isEqualTo("small.csv: no line 'name'");
  }

  @Test
  void aMissingResourceIsAnError() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> DatasetReader.read("none.csv"));
    assertThat(e).hasMessageThat().isEqualTo("no data set called none.csv");
  }

  static List<Problem> problems() {
    return Problem.all();
  }

  /** The certified minimum ties model, certified parameters and data together. */
  @ParameterizedTest
  @MethodSource("problems")
  void theModelHasTheCertifiedResidualsAtTheCertifiedParameters(Problem problem) {
    Dataset data = problem.data();
    double[] fitted = problem.model().value(data.certified());
    double sum = 0;
    for (int i = 0; i < fitted.length; i++) {
      sum += (data.y()[i] - fitted[i]) * (data.y()[i] - fitted[i]);
    }
    double certified = data.residualSumOfSquares();
    assertThat(sum).isWithin(1e-9 * certified).of(certified);
  }
}
