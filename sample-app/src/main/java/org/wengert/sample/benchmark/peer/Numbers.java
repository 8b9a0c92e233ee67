package org.wengert.sample.benchmark.peer;

/**
 * Numbers that carry derivatives along: the operations that the problems need, by whatever library.
 * Operations on one operand that do not matter for derivatives are left to {@link #value}.
 */
public interface Numbers<T> {

  T constant(double value);

  double value(T a);

  /** Returns an array whose elements are still to be set. */
  T[] array(int length);

  T add(T a, T b);

  T add(T a, double b);

  T subtract(T a, T b);

  T subtract(double a, T b);

  T multiply(T a, T b);

  T multiply(T a, double b);

  T divide(T a, T b);

  T exp(T a);

  T log(T a);

  T sqrt(T a);

  T sin(T a);

  T cos(T a);

  T tanh(T a);

  /** Returns an array of zeros. */
  default T[] zeros(int length) {
    T[] zeros = array(length);
    for (int i = 0; i < length; i++) {
      zeros[i] = constant(0);
    }
    return zeros;
  }

  /** Returns an array of one element. */
  default T[] only(T element) {
    T[] only = array(1);
    only[0] = element;
    return only;
  }
}
