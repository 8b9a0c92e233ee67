package org.wengert.sample.benchmark.peer;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.util.MathArrays;

/** The numbers of one field of Hipparchus. */
final class HipparchusNumbers<T extends CalculusFieldElement<T>> implements Numbers<T> {

  private final Field<T> field;

  HipparchusNumbers(Field<T> field) {
    this.field = field;
  }

  @Override
  public T constant(double value) {
    return field.getZero().newInstance(value);
  }

  @Override
  public double value(T a) {
    return a.getReal();
  }

  @Override
  public T[] array(int length) {
    return MathArrays.buildArray(field, length);
  }

  @Override
  public T add(T a, T b) {
    return a.add(b);
  }

  @Override
  public T add(T a, double b) {
    return a.add(b);
  }

  @Override
  public T subtract(T a, T b) {
    return a.subtract(b);
  }

  @Override
  public T subtract(double a, T b) {
    return b.negate().add(a);
  }

  @Override
  public T multiply(T a, T b) {
    return a.multiply(b);
  }

  @Override
  public T multiply(T a, double b) {
    return a.multiply(b);
  }

  @Override
  public T divide(T a, T b) {
    return a.divide(b);
  }

  @Override
  public T exp(T a) {
    return a.exp();
  }

  @Override
  public T log(T a) {
    return a.log();
  }

  @Override
  public T sqrt(T a) {
    return a.sqrt();
  }

  @Override
  public T sin(T a) {
    return a.sin();
  }

  @Override
  public T cos(T a) {
    return a.cos();
  }

  @Override
  public T tanh(T a) {
    return a.tanh();
  }
}
