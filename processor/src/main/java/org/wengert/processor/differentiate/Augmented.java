package org.wengert.processor.differentiate;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.wengert.processor.analyze.Iterations;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * A primal tape made ready for reversal.
 *
 * @param tape the primal with its adjoint arrays allocated and its iterations counted
 * @param shadows the adjoint array of every active array
 * @param iterations of every other loop that the reverse sweep enters
 * @param checkpointed the loops whose iterations it repeats instead of finding them recorded
 * @param allocations the adjoint arrays that are allocated here, filled with zeros
 */
record Augmented(
    Tape tape,
    Map<Value, Value> shadows,
    IdentityHashMap<Operation.Loop, Iterations> iterations,
    Map<Operation.Loop, CheckpointedLoop> checkpointed,
    Set<Value> allocations) {}
