package org.wengert.processor.proof;

import java.util.List;

/** A record as the oracle knows it: its components' values. */
record Instance(Type type, List<Object> values) {}
