package org.wengert.processor.rule;

/** A partial derivative of an elementary operation, as the linear map that it is on a seed. */
@FunctionalInterface
interface Partial {
  /** The partial derivative that is zero wherever it exists. */
  Partial ZERO = Term::zero;

  /** The seed times the partial derivative. */
  Term of(Term seed);
}
