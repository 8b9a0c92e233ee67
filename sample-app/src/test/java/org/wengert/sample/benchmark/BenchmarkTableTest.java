package org.wengert.sample.benchmark;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYSeries;
import org.wengert.sample.benchmark.problem.Flat;
import org.wengert.sample.benchmark.problem.Problem;

final class BenchmarkTableTest {

  private static Measurement measurement(double... microseconds) {
    double[] bytes = new double[microseconds.length];
    Arrays.fill(bytes, 48.2);
    return new Measurement(microseconds, bytes);
  }

  private static Map<Timed, Measurement> measurements(int size) {
    Map<Timed, Measurement> measurements = new LinkedHashMap<>();
    measurements.put(new Timed(Problem.LSE, size, Method.PRIMAL), measurement(3, 1, 2));
    measurements.put(new Timed(Problem.LSE, size, Method.GRADIENT), measurement(4, 8, 5));
    measurements.put(new Timed(Problem.LSE, size, Method.TAPE), measurement(100, 100, 100));
    return measurements;
  }

  @Test
  void ratiosAreOfMediansAndTheirSpreadOfExtremes() {
    assertThat(BenchmarkTable.table(measurements(100)).toString())
        .isEqualTo(
            """
            problem  size   method          time  ratio    between forks  to ours  bytes
            ----------------------------------------------------------------------------
            lse      n=100  primal      2.000 us   1.00     0.33 to 3.00              48
            lse      n=100  gradient    5.000 us   2.50     1.33 to 8.00              48
            lse      n=100  tape      100.000 us  50.00  33.33 to 100.00    20.00     48
            """);
  }

  @Test
  void withoutOursThereIsNoRatioToOurs() {
    Map<Timed, Measurement> measurements = measurements(100);
    measurements.remove(new Timed(Problem.LSE, 100, Method.GRADIENT));
    assertThat(BenchmarkTable.table(measurements).toString()).doesNotContain("20.00");
  }

  @Test
  void itSaysBeforeHowLongItTakes() {
    assertThat(Measurements.duration(8, false))
        .isEqualTo("each in JVMs of its own, 5 of them: about 3 min");
    assertThat(Measurements.duration(8, true))
        .isEqualTo("each in JVMs of its own, 1 of them: about 1 min");
  }

  @Test
  void theMedianOfTwoIsBetweenThem() {
    assertThat(measurement(1, 3).time()).isEqualTo(2.0);
  }

  @Test
  void ofSeveralValuesOursIsTheJacobian() {
    assertThat(new Timed(Problem.BA, 1, Method.TAPE).ours().method()).isEqualTo(Method.JACOBIAN);
    assertThat(new Timed(Problem.ODE, 20, Method.TAPE).ours().method()).isEqualTo(Method.GRADIENT);
  }

  @Test
  void ofAHessianOursIsTheHessian() {
    assertThat(new Timed(Problem.LSE, 100, Method.HIPPARCHUS_HESSIAN).ours().method())
        .isEqualTo(Method.HESSIAN);
  }

  @Test
  void whatIsTimedIsTheRowThatTheTextNames() {
    TimedBenchmark benchmark = new TimedBenchmark();
    benchmark.row = new Timed(Problem.LSE, 100, Method.GRADIENT).toString();
    benchmark.setUp();
    assertThat(Flat.of(benchmark.run())).isEqualTo(Flat.of(Problem.LSE.at(100).gradient()));
  }

  @Test
  void theChartHasALineForEachProblemAndMethod(@TempDir Path directory) throws IOException {
    Map<Timed, Measurement> measurements = measurements(100);
    measurements.putAll(measurements(1_000));
    assertThat(
            GrowthChart.chart(measurements).getSeriesCollection().stream().map(XYSeries::getName))
        .containsExactly("lse gradient", "lse tape")
        .inOrder();
    assertThat(GrowthChart.chart(measurements).getSeries("lse tape").getYData())
        .isEqualTo(new double[] {50, 50});
    Path file = directory.resolve("charts").resolve("growth.png");
    GrowthChart.write(measurements, file);
    assertThat(Files.size(file)).isGreaterThan(1_000L);
  }
}
