package org.wengert.sample.schools;

/**
 * Draws, each a point, in their order.
 *
 * @param acceptance the share of proposals that were accepted
 */
record Chain(double[][] draws, double acceptance) {}
