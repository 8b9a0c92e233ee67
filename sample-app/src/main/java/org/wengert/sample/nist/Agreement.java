package org.wengert.sample.nist;

/** How far a Jacobian is from the true one. */
final class Agreement {

  private Agreement() {}

  /** Returns the largest difference in any column, relative to the column's largest element. */
  static double worst(double[][] found, double[][] exact) {
    double worst = 0;
    for (int j = 0; j < exact[0].length; j++) {
      double difference = 0;
      double largest = 0;
      for (int i = 0; i < exact.length; i++) {
        difference = Math.max(difference, Math.abs(found[i][j] - exact[i][j]));
        largest = Math.max(largest, Math.abs(exact[i][j]));
      }
      worst = Math.max(worst, difference / largest);
    }
    return worst;
  }
}
