package org.wengert.sample.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;
import org.wengert.sample.TextTable;

/**
 * Measures problems and their derivatives by all methods in one JMH run and prints a table, a row
 * for each: the ratios of their times to the primal's and to that of the generated derivative.
 *
 * <p>Arguments: see {@link Selection#parse}.
 */
public final class BenchmarkTable {

  private BenchmarkTable() {}

  public static void main(String[] args) throws RunnerException, IOException {
    run(Selection.parse(args), System.out);
  }

  private static void run(Selection selection, PrintStream out)
      throws RunnerException, IOException {
    List<Timed> rows = selection.rows();
    out.printf("%d rows, %s%n", rows.size(), Measurements.duration(rows.size(), selection.quick()));
    Map<Timed, Measurement> measurements = Measurements.run(rows, selection.quick());
    out.println(table(measurements));
    if (selection.growth().isPresent()) {
      GrowthChart.write(measurements, selection.growth().get());
      out.println(selection.growth().get());
    }
  }

  /** Returns the table; the rows of a problem and size follow its primal. */
  static TextTable table(Map<Timed, Measurement> measurements) {
    TextTable table =
        new TextTable(
            3, "problem", "size", "method", "time", "ratio", "between forks", "to ours", "bytes");
    measurements.forEach(
        (row, measurement) -> {
          Measurement primal = measurements.get(row.primal());
          Measurement ours = measurements.get(row.ours());
          table.add(
              row.problem().toString(),
              row.problem().at(row.size()).size(),
              row.method().toString(),
              String.format(Locale.ROOT, "%.3f us", measurement.time()),
              decimals(measurement.ratio(primal)),
              decimals(measurement.leastRatio(primal))
                  + " to "
                  + decimals(measurement.greatestRatio(primal)),
              ours == null || !row.method().peer() ? "" : decimals(measurement.ratio(ours)),
              String.format(Locale.ROOT, "%.0f", measurement.allocated()));
        });
    return table;
  }

  private static String decimals(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }
}
