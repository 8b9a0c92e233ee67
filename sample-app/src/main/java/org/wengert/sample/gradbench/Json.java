package org.wengert.sample.gradbench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A JSON value. Lists of numbers are arrays, since they have millions of elements here. */
sealed interface Json {

  /** A number that was written without fraction and exponent. */
  record Whole(long value) implements Json {}

  /** Any other number. */
  record Real(double value) implements Json {}

  /** A string. */
  record Text(String value) implements Json {}

  /** True or false. */
  record Flag(boolean value) implements Json {}

  /** The null of JSON. */
  record Nothing() implements Json {}

  /** A list of whole numbers, to be written as such. What is read is {@link Reals} instead. */
  record Wholes(int[] values) implements Json {}

  /** A list of numbers; what is read as an empty list is one of these. */
  record Reals(double[] values) implements Json {}

  /** A list of anything else. */
  record Items(List<Json> values) implements Json {}

  /** An object, in the order of its fields. */
  record Fields(Map<String, Json> values) implements Json {}

  /** Returns a list of rows, which are not copied. */
  static Json rows(double[][] rows) {
    return new Items(Arrays.stream(rows).<Json>map(Reals::new).toList());
  }
}
