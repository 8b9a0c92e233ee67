package org.wengert.sample.pendulum;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws the error of the energy over time, and the path of the lower mass.
 *
 * @param motions of one pendulum from one start, by their names
 */
record PendulumCharts(DoublePendulum pendulum, Map<String, Motion> motions) {

  /** A logarithmic axis has no zero; this is about a last digit of what the energy is made of. */
  private static final double FLOOR = 1e-15;

  private static final int SIZE = 500;

  /** Writes both, side by side, the path being that of one of the motions. */
  void write(Path file, Motion traced) throws IOException {
    // Charts are drawn into memory; a display is neither needed nor, on servers, to be had.
    System.setProperty("java.awt.headless", "true");
    Files.createDirectories(file.toAbsolutePath().getParent());
    BitmapEncoder.saveBitmap(
        List.of(energy(), path(traced)), 1, 2, file.toString(), BitmapFormat.PNG);
  }

  private XYChart energy() {
    XYChart chart = chart("Error of the energy, by tolerance", "time in seconds", "joules");
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setLegendPosition(LegendPosition.InsideSE);
    motions.forEach(
        (name, motion) ->
            chart
                .addSeries(
                    name,
                    motion.times(),
                    motion.energyErrors(pendulum.system()).stream()
                        .map(error -> Math.max(error, FLOOR))
                        .toList())
                .setMarker(SeriesMarkers.NONE)
                .setLineWidth(1));
    return chart;
  }

  private XYChart path(Motion motion) {
    List<double[]> places = motion.states().stream().map(pendulum::lowerMass).toList();
    XYChart chart = chart("Path of the lower mass", "metres", "metres");
    chart.getStyler().setLegendVisible(false);
    double reach = 1.1 * (pendulum.l1() + pendulum.l2());
    chart.getStyler().setXAxisMin(-reach).setXAxisMax(reach);
    chart.getStyler().setYAxisMin(-reach).setYAxisMax(reach);
    chart
        .addSeries(
            "path",
            places.stream().map(place -> place[0]).toList(),
            places.stream().map(place -> place[1]).toList())
        .setMarker(SeriesMarkers.NONE)
        .setLineWidth(1);
    return chart;
  }

  private static XYChart chart(String title, String x, String y) {
    XYChart chart =
        new XYChartBuilder()
            .width(SIZE)
            .height(SIZE)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    return chart;
  }
}
