package org.wengert.sample.nist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the sample's figures: lines {@code key,value,...} up to the line {@code y,x}, then one line
 * for each observation.
 */
final class DatasetReader {

  private static final String COLUMNS = "y,x";

  private DatasetReader() {}

  /** Reads a resource of this package, such as {@code misra1a.csv}. */
  static Dataset read(String resource) {
    try (InputStream stream = DatasetReader.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException("no data set called " + resource);
      }
      return read(
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
              .lines()
              .toList(),
          resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the lines of one data set.
   *
   * @param source what to call them when they are wrong
   */
  static Dataset read(List<String> lines, String source) {
    int columns = lines.indexOf(COLUMNS);
    if (columns < 0) {
      throw new IllegalArgumentException(source + ": no line '" + COLUMNS + "'");
    }
    Header header = new Header(source, header(lines.subList(0, columns)));
    List<double[]> rows =
        lines.subList(columns + 1, lines.size()).stream().map(DatasetReader::numbers).toList();
    header.requireCount("observations", rows.size());
    return new Dataset(
        header.text("name"),
        header.text("difficulty"),
        header.text("model"),
        List.of(header.numbers("start 1"), header.numbers("start 2")),
        header.numbers("certified"),
        header.numbers("deviation"),
        header.numbers("residual sum of squares")[0],
        rows.stream().mapToDouble(row -> row[0]).toArray(),
        rows.stream().mapToDouble(row -> row[1]).toArray());
  }

  private static Map<String, String> header(List<String> lines) {
    Map<String, String> values = new HashMap<>();
    for (String line : lines) {
      String[] keyAndValue = line.split(",", 2);
      values.put(keyAndValue[0], keyAndValue[1]);
    }
    return values;
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
  }

  private record Header(String source, Map<String, String> values) {

    String text(String key) {
      String value = values.get(key);
      if (value == null) {
        throw new IllegalArgumentException(source + ": no line '" + key + "'");
      }
      return value;
    }

    double[] numbers(String key) {
      return DatasetReader.numbers(text(key));
    }

    void requireCount(String key, int actual) {
      int stated = Integer.parseInt(text(key));
      if (stated != actual) {
        throw new IllegalArgumentException(
            source + ": " + stated + " " + key + " stated, " + actual + " found");
      }
    }
  }
}
