package org.wengert.sample.benchmark;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH. */
final class Measurements {

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private static final int FORKS = 5;
  private static final int WARMUPS = 6;
  private static final int WARMUP_MILLISECONDS = 500;

  /** Of a fork, start and measurement included. */
  private static final double SECONDS = 4.5;

  private Measurements() {}

  /**
   * Measures all rows in one run, in their order.
   *
   * @param quick one short fork each instead of five
   */
  static Map<Timed, Measurement> run(List<Timed> rows, boolean quick) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(TimedBenchmark.class.getName() + "\\.")
            .param("row", rows.stream().map(Timed::toString).toArray(String[]::new))
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .forks(forks(quick))
            .warmupIterations(WARMUPS)
            .warmupTime(TimeValue.milliseconds(WARMUP_MILLISECONDS))
            .measurementIterations(quick ? 3 : 5)
            .measurementTime(TimeValue.milliseconds(quick ? 100 : 200))
            .build();
    return inOrder(rows, new Runner(options).run());
  }

  private static int forks(boolean quick) {
    return quick ? 1 : FORKS;
  }

  /** Says how long a run will take, if no call takes seconds. */
  static String duration(int rows, boolean quick) {
    return String.format(
        Locale.ROOT,
        "each in JVMs of its own, %d of them: about %.0f min",
        forks(quick),
        Math.ceil(rows * forks(quick) * SECONDS / 60));
  }

  private static Map<Timed, Measurement> inOrder(List<Timed> rows, Collection<RunResult> results) {
    Map<Timed, Measurement> measurements = new LinkedHashMap<>();
    for (Timed row : rows) {
      for (RunResult result : results) {
        if (result.getParams().getParam("row").equals(row.toString())) {
          measurements.put(row, measurement(result.getBenchmarkResults()));
        }
      }
    }
    return measurements;
  }

  private static Measurement measurement(Collection<BenchmarkResult> forks) {
    return new Measurement(
        scores(forks, fork -> fork.getPrimaryResult().getScore()),
        scores(forks, fork -> fork.getSecondaryResults().get(ALLOCATION).getScore()));
  }

  private static double[] scores(
      Collection<BenchmarkResult> forks, ToDoubleFunction<BenchmarkResult> score) {
    return forks.stream().mapToDouble(score).toArray();
  }
}
