package org.wengert;

import java.util.Arrays;

/**
 * The value of a {@code double[]}-valued function and its directional derivative, of the same
 * length.
 *
 * <p>The arrays are held as they are given, not copied. Two results are equal if their elements
 * are, in the sense of {@link Arrays#equals(double[], double[])}.
 *
 * @param value the function's own value, bit for bit
 * @param tangent the derivative in the direction that was asked for, element by element
 */
public record DualArray(double[] value, double[] tangent) {

  @Override
  public boolean equals(Object other) {
    return other instanceof DualArray that
        && Arrays.equals(value, that.value)
        && Arrays.equals(tangent, that.tangent);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(value) + Arrays.hashCode(tangent);
  }

  @Override
  public String toString() {
    return "DualArray[value="
        + Arrays.toString(value)
        + ", tangent="
        + Arrays.toString(tangent)
        + "]";
  }
}
