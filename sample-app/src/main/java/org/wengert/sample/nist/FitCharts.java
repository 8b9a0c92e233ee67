package org.wengert.sample.nist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws each fitted curve over its data and writes one PNG for each data set. */
public final class FitCharts {

  private static final int CURVE_POINTS = 400;

  private FitCharts() {}

  /** Fits every data set from its second start and returns the files written into the directory. */
  public static List<Path> write(Path directory) throws IOException {
    // Charts are drawn into memory; a display is neither needed nor, on servers, to be had.
    System.setProperty("java.awt.headless", "true");
    Files.createDirectories(directory);
    List<Path> files = new ArrayList<>();
    for (Problem problem : Problem.all()) {
      Fit fit =
          new LeastSquares(problem, problem.model()::jacobian).fit(problem.data().starts().get(1));
      Path file = directory.resolve(problem.data().name().toLowerCase(Locale.ROOT) + ".png");
      ChartEncoder.saveChart(chart(problem, fit.parameters()), file.toString(), "png");
      files.add(file);
    }
    return files;
  }

  private static XYChart chart(Problem problem, double[] b) {
    Dataset data = problem.data();
    XYChart chart =
        new XYChartBuilder()
            .width(800)
            .height(500)
            .title(data.name() + ":  " + data.formula())
            .xAxisTitle("x")
            .yAxisTitle("y")
            .build();
    chart
        .addSeries("observations", data.x(), data.y())
        .setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    double[] x = between(data.x());
    chart.addSeries("fit", x, problem.family().apply(x).value(b)).setMarker(SeriesMarkers.NONE);
    return chart;
  }

  private static double[] between(double[] x) {
    double least = Arrays.stream(x).min().orElseThrow();
    double most = Arrays.stream(x).max().orElseThrow();
    double[] points = new double[CURVE_POINTS];
    for (int i = 0; i < CURVE_POINTS; i++) {
      points[i] = least + (most - least) * i / (CURVE_POINTS - 1);
    }
    return points;
  }
}
