package org.wengert.processor.differentiate;

import java.util.IdentityHashMap;
import java.util.Optional;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;

/**
 * The stores of a block that only add something to an array element. The adjoint of the element
 * passes such a store unchanged, so the reverse sweep need not take it out and put it back.
 */
final class Updates {
  private final IdentityHashMap<Operation.Store, Integer> addends = new IdentityHashMap<>();

  private Updates() {}

  static Updates in(Block block, Structure structure) {
    Updates updates = new Updates();
    IdentityHashMap<Operation, Integer> positions = new IdentityHashMap<>();
    int lastEffect = -1;
    for (Operation operation : block.operations()) {
      int position = positions.size();
      if (operation instanceof Operation.Store store) {
        if (structure.definition(store.value()) instanceof Operation.Elementary sum) {
          for (int i = 0; i < 2 && isSum(sum, i); i++) {
            if (structure.definition(sum.inputs().get(i)) instanceof Operation.Load load
                && load.array() == store.array()
                && load.index() == store.index()
                && positions.getOrDefault(load, -1) > lastEffect) {
              updates.addends.put(store, 1 - i);
            }
          }
        }
      }
      positions.put(operation, position);
      if (operation instanceof Operation.Store
          || operation instanceof Operation.Invoke
          || !operation.blocks().isEmpty()) {
        lastEffect = position;
      }
    }
    return updates;
  }

  /** Whether the result is this operand plus something that does not matter for its derivative. */
  private static boolean isSum(Operation.Elementary operation, int operand) {
    return operation.operator() == Arithmetic.ADD
        || (operation.operator() == Arithmetic.SUB && operand == 0);
  }

  /** The operand of the stored sum that is added to the element; empty for other stores. */
  Optional<Integer> addend(Operation.Store store) {
    return Optional.ofNullable(addends.get(store));
  }
}
