package org.wengert.sample.nist;

import org.hipparchus.CalculusFieldElement;

/**
 * One model written for Hipparchus's differentiation by operator calls: the peer that generated
 * Jacobians are timed against, and with decimal numbers of many digits the judge of both.
 */
@FunctionalInterface
interface FieldModel {

  /** Returns the prediction at one predictor {@code x}. */
  <T extends CalculusFieldElement<T>> T value(T[] b, double x);
}
