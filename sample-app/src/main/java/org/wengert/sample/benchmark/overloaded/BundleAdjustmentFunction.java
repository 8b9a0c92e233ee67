package org.wengert.sample.benchmark.overloaded;

import org.wengert.sample.benchmark.peer.Numbers;
import org.wengert.sample.benchmark.peer.OverloadedFunction;

/**
 * Both errors of an observation by the camera's eleven numbers, the point's three and the weight.
 */
public record BundleAdjustmentFunction(double[] feature) implements OverloadedFunction {

  @Override
  public <T> T[] values(Numbers<T> numbers, T[] x) {
    T[] y = numbers.array(3);
    for (int c = 0; c < 3; c++) {
      y[c] = numbers.subtract(x[11 + c], x[3 + c]);
    }
    T[] z = rotate(numbers, x, y);
    T x0 = numbers.divide(z[0], z[2]);
    T x1 = numbers.divide(z[1], z[2]);
    T radius = numbers.add(numbers.multiply(x0, x0), numbers.multiply(x1, x1));
    T linear = numbers.multiply(x[9], radius);
    T quadratic = numbers.multiply(numbers.multiply(x[10], radius), radius);
    T scale = numbers.multiply(numbers.add(numbers.add(linear, quadratic), 1), x[6]);
    T[] errors = numbers.array(2);
    errors[0] = error(numbers, numbers.multiply(x0, scale), x[7], feature[0], x[14]);
    errors[1] = error(numbers, numbers.multiply(x1, scale), x[8], feature[1], x[14]);
    return errors;
  }

  private static <T> T error(Numbers<T> numbers, T image, T centre, double seen, T weight) {
    return numbers.multiply(weight, numbers.add(numbers.add(image, centre), -seen));
  }

  /** Turns by a vector that is not zero. */
  private static <T> T[] rotate(Numbers<T> numbers, T[] rotation, T[] y) {
    T angle = numbers.sqrt(dot(numbers, rotation, rotation));
    T cos = numbers.cos(angle);
    T sin = numbers.sin(angle);
    T[] axis = numbers.array(3);
    for (int c = 0; c < 3; c++) {
      axis[c] = numbers.divide(rotation[c], angle);
    }
    T along = numbers.multiply(dot(numbers, axis, y), numbers.subtract(1, cos));
    T[] turned = numbers.array(3);
    for (int c = 0; c < 3; c++) {
      int next = (c + 1) % 3;
      int last = (c + 2) % 3;
      T cross =
          numbers.subtract(
              numbers.multiply(axis[next], y[last]), numbers.multiply(axis[last], y[next]));
      T kept = numbers.add(numbers.multiply(y[c], cos), numbers.multiply(cross, sin));
      turned[c] = numbers.add(kept, numbers.multiply(axis[c], along));
    }
    return turned;
  }

  private static <T> T dot(Numbers<T> numbers, T[] a, T[] b) {
    T sum = numbers.multiply(a[0], b[0]);
    sum = numbers.add(sum, numbers.multiply(a[1], b[1]));
    return numbers.add(sum, numbers.multiply(a[2], b[2]));
  }
}
