package org.wengert.processor.acceptance;

/**
 * How closely derivatives must agree.
 *
 * @param adjoint JVP with VJP, relative to the terms of the dot product
 * @param closed with closed forms, relative to the largest derivative of that output
 * @param difference with central differences, relative to the derivative or to a hundredth
 * @param step of central differences
 */
record Precision(double adjoint, double closed, double difference, double step) {
  static final Precision DOUBLE = new Precision(1e-13, 1e-13, 1e-6, 0x1p-13);

  /** For what is computed in {@code float}, at least in part. */
  static final Precision FLOAT = new Precision(2e-6, 2e-6, 1e-2, 0x1p-5);
}
