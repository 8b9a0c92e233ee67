package org.wengert.processor.emit;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Branch;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Value;

/**
 * Which values are printed inside the expression that reads them, and which regions are
 * expressions. Every other value is held by a variable.
 */
final class Inlining {
  private final Map<Value, Operation> inlined;
  private final Set<Operation> conditional;
  private final Set<Loop> whiles;
  private final Map<Loop, Integer> counters;

  /**
   * @param inlined the operations of the values printed in place
   * @param conditional the branches that are {@code ?:}, {@code &&} or {@code ||}
   * @param whiles the loops whose condition is an expression
   * @param counters for each loop that is a {@code for}, which carried value counts
   */
  Inlining(
      Map<Value, Operation> inlined,
      Set<Operation> conditional,
      Set<Loop> whiles,
      Map<Loop, Integer> counters) {
    this.inlined = inlined;
    this.conditional = conditional;
    this.whiles = whiles;
    this.counters = counters;
  }

  static Inlining of(Block body) {
    return new InliningScan(Uses.of(body)).scan(body);
  }

  /** Whether the value has no variable. */
  boolean isInline(Value value) {
    return inlined.containsKey(value);
  }

  /** The operation to print in place of a value without variable. */
  Operation definition(Value inline) {
    return inlined.get(inline);
  }

  /** Whether the operation is a statement of its own. */
  boolean isStatement(Operation operation) {
    return operation.results().size() != 1 || !isInline(operation.results().get(0));
  }

  /** Whether the branch is an expression, both of whose blocks are inlined. */
  boolean isConditional(Operation branch) {
    return conditional.contains(branch);
  }

  /** Whether the loop's condition block is one expression that reads some variable. */
  boolean isWhile(Loop loop) {
    return whiles.contains(loop);
  }

  /** The index of the carried value that a {@code for} statement counts in. */
  OptionalInt counter(Loop loop) {
    Integer counter = counters.get(loop);
    return counter == null ? OptionalInt.empty() : OptionalInt.of(counter);
  }

  /** The variables' values that are read where this value is printed. */
  void leaves(Value value, Consumer<Value> leaf) {
    Operation definition = inlined.get(value);
    if (definition == null) {
      leaf.accept(value);
    } else {
      leaves(definition, leaf);
    }
  }

  /** The variables' values that an operation reads where it is printed, its statements aside. */
  void leaves(Operation operation, Consumer<Value> leaf) {
    operation.operands().forEach(operand -> leaves(operand, leaf));
    if (isConditional(operation)) {
      Branch branch = (Branch) operation;
      leaves(branch.whenTrue().yields().get(0), leaf);
      leaves(branch.whenFalse().yields().get(0), leaf);
    }
  }

  /** Whether printing the value or leaving it out makes no difference. */
  boolean isFree(Value value) {
    Operation definition = inlined.get(value);
    return definition == null
        || (definition.operands().stream().allMatch(this::isFree)
            && (isConditional(definition)
                ? definition.blocks().stream().allMatch(block -> isFree(block.yields().get(0)))
                : Effect.of(definition) == Effect.NONE));
  }
}
