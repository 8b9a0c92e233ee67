package org.wengert.processor.analyze;

import org.wengert.processor.tape.Value;

/**
 * How often a loop runs, as values of the tape.
 *
 * @param counter the number of the current iteration from zero, a carried value of the loop
 * @param count how many iterations one run of the loop makes, never negative
 * @param atEntry whether the count is known when the loop is entered, not only at its end
 * @param index the carried value that a counting loop steps, or null
 * @param start what the index is in the first iteration, or null
 * @param step what each iteration adds to the index
 */
public record Iterations(
    Value counter, Value count, boolean atEntry, Value index, Value start, int step) {}
