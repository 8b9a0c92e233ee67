package org.wengert.processor.simplify;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * What a tape's results and effects need, found by following definitions backwards from them. A
 * carried value that only its own next value needs is never reached.
 */
final class Liveness {
  private final Definitions definitions;
  private final Set<Value> values = new HashSet<>();
  private final Set<Operation> operations = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Definitions.Scope> scopes = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Value> pending = new ArrayDeque<>();

  private Liveness(Definitions definitions) {
    this.definitions = definitions;
  }

  static Liveness of(Tape tape, Removable removable) {
    Definitions definitions = Definitions.of(tape);
    Liveness liveness = new Liveness(definitions);
    liveness.needEffects(tape.body(), null, new Hazards(definitions, removable));
    liveness.needAll(tape.results());
    while (!liveness.pending.isEmpty()) {
      liveness.follow(liveness.pending.pop());
    }
    return liveness;
  }

  boolean needs(Operation operation) {
    return operations.contains(operation);
  }

  boolean needs(Value value) {
    return values.contains(value);
  }

  private void needEffects(Block block, Definitions.Scope scope, Hazards hazards) {
    for (Operation operation : block.operations()) {
      if (hazards.isEffect(operation)) {
        need(operation, scope);
      }
      if (!operation.blocks().isEmpty()) {
        Definitions.Scope inner = new Definitions.Scope(operation, scope);
        for (Block nested : operation.blocks()) {
          needEffects(nested, inner, hazards);
        }
      }
    }
  }

  private void need(Operation operation, Definitions.Scope scope) {
    if (operations.add(operation)) {
      needAll(control(operation));
    }
    for (Definitions.Scope at = scope; at != null && scopes.add(at); at = at.outer()) {
      if (operations.add(at.region())) {
        needAll(control(at.region()));
      }
    }
  }

  /** The values without which the operation cannot run at all, whatever its results are for. */
  private static List<Value> control(Operation operation) {
    return operation instanceof Operation.Loop loop
        ? loop.condition().yields()
        : operation.operands();
  }

  private void needAll(List<Value> all) {
    for (Value value : all) {
      need(value);
    }
  }

  private void need(Value value) {
    if (values.add(value)) {
      pending.push(value);
    }
  }

  private void follow(Value value) {
    definitions.site(value).ifPresent(this::follow);
  }

  private void follow(Definitions.Site site) {
    int slot = site.slot();
    need(site.operation(), site.scope());
    if (site.operation() instanceof Operation.Branch branch) {
      needYield(branch.whenTrue(), slot);
      needYield(branch.whenFalse(), slot);
    } else if (site.operation() instanceof Operation.Loop loop) {
      need(loop.carried().get(slot));
      need(loop.initial().get(slot));
      needYield(loop.body(), slot);
    }
  }

  private void needYield(Block block, int slot) {
    if (block.completes()) {
      need(block.yields().get(slot));
    }
  }
}
