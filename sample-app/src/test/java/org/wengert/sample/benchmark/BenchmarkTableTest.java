package org.wengert.sample.benchmark;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BenchmarkTableTest {

  @Test
  void theRatioIsOfMediansAndItsSpreadOfExtremes() {
    Ratio ratio = new Ratio("Small", new double[] {3, 1, 2}, new double[] {4, 8, 5});
    assertThat(BenchmarkTable.table(List.of(ratio)).toString())
        .isEqualTo(
            """
            problem    primal  gradient  ratio  between forks
            -------------------------------------------------
            Small    2.000 us  5.000 us   2.50   1.33 to 8.00
            """);
  }

  @Test
  void theMedianOfTwoIsBetweenThem() {
    Ratio ratio = new Ratio("Even", new double[] {1, 3}, new double[] {2, 4});
    assertThat(ratio.medianPrimal()).isEqualTo(2.0);
    assertThat(ratio.medianGradient()).isEqualTo(3.0);
  }

  /** What is measured is the whole gradient, anew in each call. */
  @Test
  void everyBenchmarkReturnsTheValueOfItsPrimalAgainAndAgain() {
    RosenbrockBenchmark rosenbrock = new RosenbrockBenchmark();
    LogSumExpBenchmark logSumExp = new LogSumExpBenchmark();
    NetworkBenchmark network = new NetworkBenchmark();
    BrusselatorBenchmark brusselator = new BrusselatorBenchmark();
    for (int call = 0; call < 2; call++) {
      assertThat(rosenbrock.gradient()).isEqualTo(rosenbrock.primal());
      assertThat(logSumExp.gradient()).isEqualTo(logSumExp.primal());
      assertThat(network.gradient()).isEqualTo(network.primal());
      assertThat(brusselator.gradient()).isEqualTo(brusselator.primal());
    }
  }
}
