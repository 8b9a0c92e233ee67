package org.wengert.processor.explain;

import java.util.Optional;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/**
 * A line of a listing.
 *
 * @param depth how deep in regions it stands
 * @param at where it comes from
 * @param operation what it does; empty where it only belongs to a region
 * @param value whose number can be shown beside it
 */
record Line(
    int depth, String text, Location at, Optional<Operation> operation, Optional<Value> value) {}
