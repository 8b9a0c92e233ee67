package org.wengert.sample.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.wengert.sample.TextTable;

/**
 * Measures every gradient against its primal in one JMH run and prints the ratios.
 *
 * <p>Arguments: {@code quick} for one short fork each; none for five forks of ten seconds.
 */
public final class BenchmarkTable {

  private static final List<Class<?>> BENCHMARKS =
      List.of(
          RosenbrockBenchmark.class,
          LogSumExpBenchmark.class,
          NetworkBenchmark.class,
          BrusselatorBenchmark.class);

  private BenchmarkTable() {}

  public static void main(String[] args) throws RunnerException {
    run(args.length > 0 && args[0].equals("quick"), System.out);
  }

  /** Runs the benchmarks in processes of their own and prints the table. */
  public static void run(boolean quick, PrintStream out) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .verbosity(VerboseMode.SILENT)
            .forks(quick ? 1 : 5)
            .warmupIterations(5)
            .warmupTime(TimeValue.milliseconds(quick ? 200 : 1_000))
            .measurementIterations(5)
            .measurementTime(TimeValue.milliseconds(quick ? 200 : 1_000));
    BENCHMARKS.forEach(type -> options.include(type.getName() + "\\."));
    out.println(table(ratios(new Runner(options.build()).run())));
  }

  private static List<Ratio> ratios(Collection<RunResult> results) {
    Map<String, double[]> byBenchmark = new TreeMap<>();
    for (RunResult result : results) {
      byBenchmark.put(
          result.getParams().getBenchmark(),
          result.getBenchmarkResults().stream()
              .mapToDouble(fork -> fork.getPrimaryResult().getScore())
              .toArray());
    }
    List<Ratio> ratios = new ArrayList<>();
    for (Class<?> type : BENCHMARKS) {
      ratios.add(
          new Ratio(
              type.getSimpleName().replace("Benchmark", ""),
              byBenchmark.get(type.getName() + ".primal"),
              byBenchmark.get(type.getName() + ".gradient")));
    }
    return ratios;
  }

  static TextTable table(List<Ratio> ratios) {
    TextTable table = new TextTable(1, "problem", "primal", "gradient", "ratio", "between forks");
    for (Ratio ratio : ratios) {
      table.add(
          ratio.problem(),
          String.format(Locale.ROOT, "%.3f us", ratio.medianPrimal()),
          String.format(Locale.ROOT, "%.3f us", ratio.medianGradient()),
          String.format(Locale.ROOT, "%.2f", ratio.ratio()),
          String.format(Locale.ROOT, "%.2f to %.2f", ratio.least(), ratio.greatest()));
    }
    return table;
  }
}
