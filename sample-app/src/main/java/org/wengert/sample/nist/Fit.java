package org.wengert.sample.nist;

/**
 * Where the optimiser stopped.
 *
 * @param parameters the parameters it stopped at
 * @param iterations steps it took
 * @param evaluations how often it asked for the model and its Jacobian
 */
record Fit(double[] parameters, int iterations, int evaluations) {}
