package org.wengert.processor.emit;

/** What a generated method of several results returns in tests. */
public record Outcome(
    double number, float single, int integer, long large, boolean truth, double[] array) {}
