package org.wengert.sample.iris;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Fisher's measurements of 150 irises (1936).
 *
 * @param features sepal length and width, petal length and width of each flower
 * @param labels the species of each, as an index into {@code species}
 */
record Flowers(double[][] features, int[] labels, List<String> species) {

  private static final String RESOURCE = "iris.csv";

  /** Reads the measurements, in centimetres. */
  static Flowers read() {
    List<String[]> rows = lines().stream().skip(1).map(line -> line.split(",")).toList();
    List<String> species = rows.stream().map(Flowers::speciesOf).distinct().sorted().toList();
    return new Flowers(
        rows.stream().map(Flowers::lengths).toArray(double[][]::new),
        rows.stream().mapToInt(row -> species.indexOf(speciesOf(row))).toArray(),
        species);
  }

  /** Returns the same flowers with every feature shifted and scaled to mean 0 and variance 1. */
  Flowers standardized() {
    int count = features.length;
    int width = features[0].length;
    double[][] scaled = new double[count][width];
    for (int j = 0; j < width; j++) {
      int column = j;
      double mean = Arrays.stream(features).mapToDouble(row -> row[column]).average().orElseThrow();
      double variance =
          Arrays.stream(features)
              .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
              .average()
              .orElseThrow();
      for (int i = 0; i < count; i++) {
        scaled[i][j] = (features[i][j] - mean) / Math.sqrt(variance);
      }
    }
    return new Flowers(scaled, labels, species);
  }

  private static String speciesOf(String[] row) {
    return row[row.length - 1];
  }

  private static double[] lengths(String[] row) {
    return Arrays.stream(row, 0, row.length - 1).mapToDouble(Double::parseDouble).toArray();
  }

  private static List<String> lines() {
    try (InputStream stream = Flowers.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("the sample lacks " + RESOURCE);
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
