package org.wengert.processor.message;

/** A warning at a place. */
public record Caution(Warning kind, Problem problem) {}
