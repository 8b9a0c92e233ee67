package org.wengert.processor.differentiate;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.wengert.processor.analyze.Iterations;
import org.wengert.processor.analyze.Scope;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Substitution;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** How often a nested loop iterates altogether, where that is known before the outermost loop. */
final class Extents {
  private final Structure structure;
  private final IdentityHashMap<Operation.Loop, Iterations> iterations;
  private final BufferLengths lengths;

  Extents(
      Structure structure,
      IdentityHashMap<Operation.Loop, Iterations> iterations,
      BufferLengths lengths) {
    this.structure = structure;
    this.iterations = iterations;
    this.lengths = lengths;
  }

  /**
   * The product of the sizes of the loops from the outermost one to the nested one, computed by
   * what is appended; empty where a size depends on an iteration, or where a branch may leave the
   * loop out, so that the product could be far too much.
   */
  Optional<Value> total(Operation.Loop nested, Operation.Loop outermost, BlockBuilder builder) {
    if (!isUnconditional(structure.scope(nested), outermost)) {
      return Optional.empty();
    }
    List<Operation.Loop> loops = structure.scope(nested).recordedLoops();
    BlockBuilder scratch = new BlockBuilder().at(builder.at());
    Value total = iterations.get(nested).count();
    for (Operation.Loop loop : loops) {
      if (!lengths.isKnown(loop)) {
        return Optional.empty();
      }
    }
    if (!lengths.isKnown(nested)) {
      return Optional.empty();
    }
    Optional<Value> product = before(total, outermost, scratch);
    for (Operation.Loop loop : loops) {
      Optional<Value> size = before(iterations.get(loop).count(), outermost, scratch);
      product =
          product.flatMap(
              p ->
                  size.map(
                      s ->
                          scratch.elementary(
                              MathCall.of(MathFunction.MULTIPLY_EXACT), Type.INT, s, p)));
    }
    if (product.isPresent()) {
      scratch.operations().forEach(builder::add);
    }
    return product;
  }

  private static boolean isUnconditional(Scope scope, Operation.Loop outermost) {
    for (Scope at = scope; at.owner() != outermost; at = at.parent()) {
      if (!(at.owner() instanceof Operation.Loop)) {
        return false;
      }
    }
    return true;
  }

  /** A value as it can be computed in front of a loop; empty where it depends on an iteration. */
  private Optional<Value> before(Value value, Operation.Loop loop, BlockBuilder builder) {
    if (!structure.scope(value).loops().contains(loop)) {
      return Optional.of(value);
    }
    Operation definition = structure.definition(value);
    boolean pure =
        definition instanceof Operation.Constant
            || (definition instanceof Operation.Elementary elementary && !elementary.mayThrow());
    if (!pure) {
      return Optional.empty();
    }
    Substitution copy = Substitution.fresh();
    for (Value operand : definition.operands()) {
      Optional<Value> outside = before(operand, loop, builder);
      if (outside.isEmpty()) {
        return Optional.empty();
      }
      copy.put(operand, outside.get());
    }
    builder.add(copy.apply(definition));
    return Optional.of(copy.get(value));
  }
}
