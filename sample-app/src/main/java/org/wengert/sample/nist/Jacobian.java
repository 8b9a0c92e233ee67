package org.wengert.sample.nist;

/** A way to get the Jacobian of one problem's model at given parameters. */
@FunctionalInterface
interface Jacobian {

  /** Returns a row for each observation, a column for each parameter. */
  double[][] at(double[] b);
}
