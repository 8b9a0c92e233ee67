package org.wengert.processor.simplify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** Where every value of a tape is defined. */
final class Definitions {
  /**
   * A block of a branch or loop.
   *
   * @param region the branch or loop
   * @param outer the region that it stands in, null at the top
   */
  record Scope(Operation region, Scope outer) {
    /** Whether this is, or is nested in, the given region's scope; a null scope never is. */
    static boolean isWithin(Scope scope, Operation region) {
      for (Scope at = scope; at != null; at = at.outer) {
        if (at.region == region) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * A definition.
   *
   * @param operation the operation with the value among its results or carried values
   * @param slot its position among them
   * @param scope where the value is visible, null at the top
   */
  record Site(Operation operation, int slot, Scope scope) {
    boolean isWithin(Operation region) {
      return Scope.isWithin(scope, region);
    }
  }

  private final Map<Value, Site> sites = new HashMap<>();

  static Definitions of(Tape tape) {
    Definitions definitions = new Definitions();
    definitions.add(tape.body(), null);
    return definitions;
  }

  private void add(Block block, Scope scope) {
    for (Operation operation : block.operations()) {
      add(operation, operation.results(), scope);
      if (!operation.blocks().isEmpty()) {
        Scope inner = new Scope(operation, scope);
        if (operation instanceof Operation.Loop loop) {
          add(loop, loop.carried(), inner);
        }
        for (Block nested : operation.blocks()) {
          add(nested, inner);
        }
      }
    }
  }

  private void add(Operation operation, List<Value> values, Scope scope) {
    for (int slot = 0; slot < values.size(); slot++) {
      sites.put(values.get(slot), new Site(operation, slot, scope));
    }
  }

  /** Empty for the tape's parameters. */
  Optional<Site> site(Value value) {
    return Optional.ofNullable(sites.get(value));
  }

  /** The operation that defines the value; empty for the tape's parameters. */
  Optional<Operation> operation(Value value) {
    return site(value).map(Site::operation);
  }

  Optional<Object> literal(Value value) {
    return operation(value).orElse(null) instanceof Operation.Constant constant
        ? Optional.ofNullable(constant.value())
        : Optional.empty();
  }
}
