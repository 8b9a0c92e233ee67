package org.wengert.processor.analyze;

import org.wengert.processor.tape.Value;

/**
 * How often a loop runs, as values of the tape.
 *
 * @param counter the number of the current iteration from zero, a carried value of the loop
 * @param count how many iterations one run of the loop makes, never negative
 * @param atEntry whether the count is known when the loop is entered, not only at its end
 */
public record Iterations(Value counter, Value count, boolean atEntry) {}
