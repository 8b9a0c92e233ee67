package org.wengert.sample.benchmark.problem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Numbers in whatever arrays, brought into one row. */
public final class Flat {

  private Flat() {}

  /**
   * Returns the numbers in order.
   *
   * @param numbers a {@code double[]}, a {@code double[][]}, or a list of such
   */
  public static double[] of(Object numbers) {
    return stream(numbers).toArray();
  }

  private static DoubleStream stream(Object numbers) {
    if (numbers instanceof double[] row) {
      return Arrays.stream(row);
    }
    if (numbers instanceof double[][] rows) {
      return Arrays.stream(rows).flatMapToDouble(Arrays::stream);
    }
    return ((List<?>) numbers).stream().flatMapToDouble(Flat::stream);
  }

  /** Returns the rows of all arrays in order. */
  static List<double[]> rows(Object... arrays) {
    return Arrays.stream(arrays)
        .flatMap(
            array ->
                array instanceof double[][] rows
                    ? Arrays.stream(rows)
                    : Stream.of((double[]) array))
        .toList();
  }
}
