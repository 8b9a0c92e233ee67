package org.wengert.sample.gradbench;

import java.util.List;

/**
 * One object of a message, whose fields are asked for by name and kind.
 *
 * <p>All methods throw an {@link IllegalArgumentException} that names the field if it is missing,
 * of another kind, or of another size than asked for. Other fields are ignored.
 */
final class Input {

  private final String path;
  private final Json.Fields fields;

  private Input(String path, Json.Fields fields) {
    this.path = path;
    this.fields = fields;
  }

  /** Returns the value as an object, called {@code name} in messages. */
  static Input of(String name, Json value) {
    return new Input(name, cast(name, value, Json.Fields.class, "an object"));
  }

  boolean has(String name) {
    return fields.values().containsKey(name);
  }

  Json value(String name) {
    Json value = fields.values().get(name);
    if (value == null) {
      throw new IllegalArgumentException(at(name) + " is missing");
    }
    return value;
  }

  Input object(String name) {
    return of(at(name), value(name));
  }

  String text(String name) {
    return cast(at(name), value(name), Json.Text.class, "a string").value();
  }

  boolean flag(String name) {
    return cast(at(name), value(name), Json.Flag.class, "true or false").value();
  }

  double real(String name) {
    return real(at(name), value(name));
  }

  /** Returns a whole number in the range of an {@code int}. */
  int integer(String name) {
    return integer(at(name), real(name));
  }

  /** Returns a list of numbers. */
  double[] vector(String name) {
    return vector(at(name), value(name));
  }

  /** Returns a list of {@code size} numbers. */
  double[] vector(String name, int size) {
    return sized(at(name), vector(name), size);
  }

  /** Returns a list of whole numbers. */
  int[] integers(String name) {
    return integers(at(name), value(name));
  }

  /** Returns a list of lists of whole numbers. */
  int[][] integerRows(String name) {
    List<Json> items = items(at(name), value(name));
    int[][] rows = new int[items.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = integers(at(name, i), items.get(i));
    }
    return rows;
  }

  /** Returns a list of any number of lists of {@code columns} numbers. */
  double[][] matrix(String name, int columns) {
    return matrix(at(name), value(name), columns);
  }

  /** Returns a list of {@code rows} lists of {@code columns} numbers. */
  double[][] matrix(String name, int rows, int columns) {
    double[][] matrix = matrix(name, columns);
    if (matrix.length != rows) {
      throw wrongSize(at(name), matrix.length, rows);
    }
    return matrix;
  }

  /** Returns the length of the first of a list of lists. */
  int columns(String name) {
    List<Json> items = items(at(name), value(name));
    return items.isEmpty() ? 0 : vector(at(name, 0), items.get(0)).length;
  }

  /** Returns a list of {@code count} matrices. */
  double[][][] matrices(String name, int count, int rows, int columns) {
    List<Json> items = items(at(name), value(name));
    if (items.size() != count) {
      throw wrongSize(at(name), items.size(), count);
    }
    double[][][] matrices = new double[count][][];
    for (int i = 0; i < count; i++) {
      matrices[i] = matrix(at(name, i), items.get(i), columns);
      if (matrices[i].length != rows) {
        throw wrongSize(at(name, i), matrices[i].length, rows);
      }
    }
    return matrices;
  }

  private String at(String name) {
    return path + "." + name;
  }

  private String at(String name, int index) {
    return at(name) + "[" + index + "]";
  }

  static double real(String where, Json value) {
    return value instanceof Json.Whole whole
        ? whole.value()
        : cast(where, value, Json.Real.class, "a number").value();
  }

  private static int integer(String where, double number) {
    int integer = (int) number;
    if (integer != number) {
      throw new IllegalArgumentException(where + " is " + number + ", but must be an integer");
    }
    return integer;
  }

  private static double[] vector(String where, Json value) {
    return cast(where, value, Json.Reals.class, "a list of numbers").values();
  }

  private static int[] integers(String where, Json value) {
    double[] numbers = vector(where, value);
    int[] integers = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      integers[i] = integer(where, numbers[i]);
    }
    return integers;
  }

  private static double[][] matrix(String where, Json value, int columns) {
    List<Json> items = items(where, value);
    double[][] matrix = new double[items.size()][];
    for (int i = 0; i < matrix.length; i++) {
      String row = where + "[" + i + "]";
      matrix[i] = sized(row, vector(row, items.get(i)), columns);
    }
    return matrix;
  }

  private static List<Json> items(String where, Json value) {
    return value instanceof Json.Reals empty && empty.values().length == 0
        ? List.of()
        : cast(where, value, Json.Items.class, "a list of lists").values();
  }

  private static double[] sized(String where, double[] numbers, int size) {
    if (numbers.length != size) {
      throw wrongSize(where, numbers.length, size);
    }
    return numbers;
  }

  private static IllegalArgumentException wrongSize(String where, int size, int expected) {
    return new IllegalArgumentException(
        where + " has " + size + " elements, but must have " + expected);
  }

  private static <T extends Json> T cast(String where, Json value, Class<T> type, String expected) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(where + " must be " + expected);
    }
    return type.cast(value);
  }
}
