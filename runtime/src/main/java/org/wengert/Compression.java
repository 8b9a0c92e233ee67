package org.wengert;

/**
 * The computation of a sparse matrix, one sweep after the other; for generated code only. Each
 * sweep takes seeds and gives results, both of them number by number in the order of the matrix:
 *
 * <pre>{@code
 * Compression columns = sparsity.compression();
 * while (columns.next()) {
 *   columns.take(fJacobianColumns(x, columns.seeds(x), t, columns.direction()));
 * }
 * return columns.matrix();
 * }</pre>
 */
public final class Compression {
  private final Pattern pattern;
  private final SweepPlan plan;
  private final int directions;
  private final double[] values;
  private final double[] results;

  /** The first colour of the sweep; before the first sweep less than any. */
  private int colour;

  /** How many numbers have been given seeds, and how many results have been taken. */
  private int seeded;

  private int taken;

  Compression(Pattern pattern, SweepPlan plan) {
    this.pattern = pattern;
    this.plan = plan;
    this.directions = plan.directions();
    this.values = new double[pattern.entries()];
    this.results =
        new double
            [Math.multiplyExact(plan.byRows() ? pattern.columns() : pattern.rows(), directions)];
    this.colour = -directions;
  }

  /** Goes on to the next sweep, if there is one. */
  public boolean next() {
    if (colour >= 0) {
      keepEntries();
    }
    colour += directions;
    seeded = 0;
    taken = 0;
    return colour < plan.colouring().count();
  }

  private void keepEntries() {
    int last = Math.min(colour + directions, plan.colouring().count());
    for (int c = colour; c < last; c++) {
      for (int k = plan.start()[c]; k < plan.start()[c + 1]; k++) {
        values[plan.entry()[k]] = results[plan.position()[k] * directions + c - colour];
      }
    }
  }

  /** The seeds of the next numbers, those of an array: for each number one in each direction. */
  public double[] seeds(double[] array) {
    if (array == null) {
      return null;
    }
    double[] seeds = new double[array.length * directions];
    for (int i = 0; i < array.length; i++) {
      int direction = direction();
      if (direction >= 0 && direction < directions) {
        seeds[i * directions + direction] = 1;
      }
    }
    return seeds;
  }

  /** The same for floats. */
  public float[] seeds(float[] array) {
    if (array == null) {
      return null;
    }
    float[] seeds = new float[array.length * directions];
    for (int i = 0; i < array.length; i++) {
      int direction = direction();
      if (direction >= 0 && direction < directions) {
        seeds[i * directions + direction] = 1;
      }
    }
    return seeds;
  }

  /** The same for arrays of arrays. */
  public <T> T[] seeds(T[] rows) {
    if (rows == null) {
      return null;
    }
    T[] seeds = rows.clone();
    for (int i = 0; i < rows.length; i++) {
      @SuppressWarnings("unchecked") // an array for an array of the same class
      T row = (T) seedsOfRow(rows[i]);
      seeds[i] = row;
    }
    return seeds;
  }

  private Object seedsOfRow(Object row) {
    if (row instanceof double[] doubles) {
      return seeds(doubles);
    }
    return row instanceof float[] floats ? seeds(floats) : seeds((Object[]) row);
  }

  /** The direction in which the next number changes; none of this sweep, perhaps. */
  public int direction() {
    return plan.colouring().of()[seeded++] - colour;
  }

  /** The seed of the next number where the sweep goes in one direction. */
  public int seed() {
    return direction() == 0 ? 1 : 0;
  }

  /** Takes the next results. */
  public void take(double[] array) {
    if (array != null) {
      System.arraycopy(array, 0, results, taken, array.length);
      taken += array.length;
    }
  }

  /** Takes the next results. */
  public void take(float[] array) {
    for (int i = 0; array != null && i < array.length; i++) {
      results[taken++] = array[i];
    }
  }

  /** Takes the next results, row by row. */
  public void take(Object[] rows) {
    for (int i = 0; rows != null && i < rows.length; i++) {
      if (rows[i] instanceof double[] doubles) {
        take(doubles);
      } else if (rows[i] instanceof float[] floats) {
        take(floats);
      } else {
        take((Object[]) rows[i]);
      }
    }
  }

  /** Takes the next result. */
  public void take(double result) {
    results[taken++] = result;
  }

  /** The matrix, once all sweeps are done. */
  public SparseMatrix matrix() {
    return new SparseMatrix(
        pattern.rows(),
        pattern.columns(),
        pattern.rowStart().clone(),
        pattern.columnIndex().clone(),
        values);
  }
}
