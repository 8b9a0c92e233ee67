package org.wengert.processor.read;

/**
 * What {@code yield} does in a switch expression.
 *
 * @param result where the value goes
 * @param end where control goes
 */
record Yielding(Variable result, Point end) {}
