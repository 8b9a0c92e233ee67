package org.wengert.processor.differentiate;

import java.util.IdentityHashMap;
import org.wengert.processor.analyze.Iterations;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** How long the buffers of a loop are made where it is entered. */
final class BufferLengths {
  /** Of buffers that may turn out to be too long, since an exception ends the loop. */
  private static final int MOST = 1 << 16;

  private final Structure structure;
  private final IdentityHashMap<Operation.Loop, Iterations> iterations;

  BufferLengths(Structure structure, IdentityHashMap<Operation.Loop, Iterations> iterations) {
    this.structure = structure;
    this.iterations = iterations;
  }

  /** Whether buffers can have the right length from the entry of the loop on. */
  boolean isKnown(Operation.Loop loop) {
    Iterations trips = iterations.get(loop);
    return trips.atEntry() && (!mayThrow(loop.body()) || isLimited(trips.count()));
  }

  /** The length to start with; buffers grow where this turns out not to be enough. */
  Value initial(Operation.Loop loop, BlockBuilder builder) {
    Iterations trips = iterations.get(loop);
    if (isKnown(loop)) {
      return trips.count();
    }
    return trips.atEntry()
        ? builder.elementary(
            MathCall.of(MathFunction.MIN), Type.INT, trips.count(), builder.constant(MOST))
        : builder.constant(0);
  }

  /** Loops are often written to end with an exception, long before their bound. */
  static boolean mayThrow(Block block) {
    for (Operation operation : block.operations()) {
      if (operation instanceof Operation.Throw
          || operation instanceof Operation.Invoke
          || operation.blocks().stream().anyMatch(BufferLengths::mayThrow)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a number of iterations is not larger than arrays that there are already. */
  private boolean isLimited(Value count) {
    Operation definition = structure.definition(count);
    if (definition instanceof Operation.Elementary elementary) {
      return elementary.inputs().stream().allMatch(this::isLimited);
    }
    return definition instanceof Operation.Length || definition instanceof Operation.Constant;
  }
}
