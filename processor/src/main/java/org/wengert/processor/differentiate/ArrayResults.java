package org.wengert.processor.differentiate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** Arrays that a method returns, which has no derivatives where it returns null. */
final class ArrayResults {
  private final Structure structure;

  ArrayResults(Structure structure) {
    this.structure = structure;
  }

  /** What to do with an array unless it is null. */
  void unlessNull(Value array, BlockBuilder builder, Consumer<BlockBuilder> action) {
    if (!mayBeNull(array, new HashSet<>())) {
      action.accept(builder);
      return;
    }
    Value isNull = builder.compare(Arithmetic.EQ, array, builder.zero(array.type()));
    BlockBuilder present = new BlockBuilder().at(builder.at());
    action.accept(present);
    builder.add(
        new Operation.Branch(
            List.of(),
            isNull,
            new BlockBuilder().yield(List.of()),
            present.yield(List.of()),
            builder.at()));
  }

  private boolean mayBeNull(Value array, Set<Value> seen) {
    if (!seen.add(array)) {
      return false;
    }
    Operation definition = structure.definition(array);
    if (definition instanceof Operation.NewArray || definition instanceof Operation.CloneArray) {
      return false;
    }
    if (definition instanceof Operation.Branch branch) {
      int position = branch.results().indexOf(array);
      return mayYieldNull(branch.whenTrue(), position, seen)
          || mayYieldNull(branch.whenFalse(), position, seen);
    }
    return true;
  }

  private boolean mayYieldNull(Block arm, int position, Set<Value> seen) {
    return arm.completes() && mayBeNull(arm.yields().get(position), seen);
  }
}
