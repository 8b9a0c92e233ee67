package org.wengert.sample.benchmark;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** Draws the ratios to the primal over the primal's time: a line for each problem and method. */
final class GrowthChart {

  /** Ten that can be told apart on white. */
  private static final Color[] COLORS =
      IntStream.of(
              0x4e79a7, 0xf28e2b, 0xe15759, 0x499894, 0x59a14f, 0xb6992d, 0xb07aa1, 0xd37295,
              0x9d7660, 0x79706e)
          .mapToObj(Color::new)
          .toArray(Color[]::new);

  private record Line(List<Double> times, List<Double> ratios) {}

  private GrowthChart() {}

  /** Writes a PNG. */
  static void write(Map<Timed, Measurement> measurements, Path file) throws IOException {
    // Charts are drawn into memory; a display is neither needed nor, on servers, to be had.
    System.setProperty("java.awt.headless", "true");
    Files.createDirectories(file.toAbsolutePath().getParent());
    ChartEncoder.saveChart(chart(measurements), file.toString(), "png");
  }

  static XYChart chart(Map<Timed, Measurement> measurements) {
    XYChart chart =
        new XYChartBuilder()
            .width(1_000)
            .height(600)
            .title("Time of a derivative over that of its method, as problems grow")
            .xAxisTitle("time of the method in microseconds")
            .yAxisTitle("ratio")
            .build();
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setSeriesColors(COLORS);
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setYAxisMin(0.0);
    lines(measurements).forEach((name, line) -> chart.addSeries(name, line.times, line.ratios));
    return chart;
  }

  private static Map<String, Line> lines(Map<Timed, Measurement> measurements) {
    Map<String, Line> lines = new LinkedHashMap<>();
    measurements.forEach(
        (row, measurement) -> {
          if (row.method() != Method.PRIMAL) {
            Measurement primal = measurements.get(row.primal());
            Line line =
                lines.computeIfAbsent(
                    row.problem() + " " + row.method(),
                    name -> new Line(new ArrayList<>(), new ArrayList<>()));
            line.times.add(primal.time());
            line.ratios.add(measurement.ratio(primal));
          }
        });
    return lines;
  }
}
