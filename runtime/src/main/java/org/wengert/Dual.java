package org.wengert;

/**
 * The value of a {@code double}-valued function and its directional derivative.
 *
 * @param value the function's own value, bit for bit
 * @param tangent the derivative in the direction that was asked for
 */
public record Dual(double value, double tangent) {}
