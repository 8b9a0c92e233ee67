package org.wengert.processor.differentiate;

import java.util.List;
import org.wengert.processor.tape.Tape;

/**
 * The adjoint of a part of a tape.
 *
 * @param tape as {@link Adjoint#of} makes it
 * @param origins where the adjoint of each active scalar may be a structural zero from; empty where
 *     the tape never comes to its end
 */
record ReversedPart(Tape tape, List<StructuralZeros.Origin> origins) {}
