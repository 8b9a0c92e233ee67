package org.wengert.processor.analyze;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** Where everything on a tape stands. */
public final class Structure {
  private final Map<Value, Operation> definitions = new HashMap<>();
  private final Map<Value, Scope> valueScopes = new HashMap<>();
  private final IdentityHashMap<Operation, Scope> operationScopes = new IdentityHashMap<>();
  private final IdentityHashMap<Operation, Integer> positions = new IdentityHashMap<>();
  private final IdentityHashMap<Block, Scope> blockScopes = new IdentityHashMap<>();
  private final List<Operation> order = new ArrayList<>();
  private final Set<Operation.Loop> repeated;

  private Structure(Set<Operation.Loop> repeated) {
    this.repeated = repeated;
  }

  public static Structure of(Tape tape) {
    return of(tape, Set.of());
  }

  /**
   * The same for the reverse mode.
   *
   * @param repeated loops, none in another loop, whose iterations the reverse sweep repeats
   */
  public static Structure of(Tape tape, Set<Operation.Loop> repeated) {
    Structure structure = new Structure(repeated);
    Scope top = Scope.top();
    for (Value parameter : tape.parameters()) {
      structure.valueScopes.put(parameter, top);
    }
    structure.visit(tape.body(), top);
    return structure;
  }

  private void visit(Block block, Scope scope) {
    blockScopes.put(block, scope);
    for (Operation operation : block.operations()) {
      operationScopes.put(operation, scope);
      positions.put(operation, positions.size());
      order.add(operation);
      if (operation instanceof Operation.Loop loop) {
        visit(loop.condition(), scope.inside(loop));
        Scope body = repeated.contains(loop) ? scope.insideRepeated(loop) : scope.inside(loop);
        for (Value carried : loop.carried()) {
          valueScopes.put(carried, body);
        }
        visit(loop.body(), body);
      } else {
        for (Block inner : operation.blocks()) {
          visit(inner, scope.inside(operation));
        }
      }
      for (Value result : operation.results()) {
        definitions.put(result, operation);
        valueScopes.put(result, scope);
      }
    }
  }

  /** The operation that defines a value; null for parameters and carried values. */
  public Operation definition(Value value) {
    return definitions.get(value);
  }

  /** Whether a value is one of the tape's. */
  public boolean defines(Value value) {
    return valueScopes.containsKey(value);
  }

  /** The scope that a value is defined in; of a carried value, the loop's body. */
  public Scope scope(Value value) {
    return valueScopes.get(value);
  }

  public Scope scope(Operation operation) {
    return operationScopes.get(operation);
  }

  public Scope scope(Block block) {
    return blockScopes.get(block);
  }

  /** Every operation, in the order of the program. */
  public List<Operation> operations() {
    return order;
  }

  int position(Operation operation) {
    return positions.get(operation);
  }
}
