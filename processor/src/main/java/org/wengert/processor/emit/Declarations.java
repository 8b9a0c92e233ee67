package org.wengert.processor.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * Gives each set of values its variable, and finds those that must be declared before the statement
 * in whose blocks they are first assigned, because they are needed outside of that block.
 */
final class Declarations {
  private final Inlining inlining;
  private final Flow flow;
  private final Map<Value, Variable> byValue = new HashMap<>();
  private final IdentityHashMap<Operation, List<Variable>> before = new IdentityHashMap<>();

  private Declarations(Inlining inlining, Flow flow) {
    this.inlining = inlining;
    this.flow = flow;
  }

  static Variables of(Tape tape, Inlining inlining) {
    Flow flow = Flow.of(tape, inlining);
    Declarations declarations = new Declarations(inlining, flow);
    for (SharedValues shared : Coalescing.of(tape, inlining, flow)) {
      declarations.declare(shared);
    }
    return new Variables(declarations.byValue, declarations.before);
  }

  private void declare(SharedValues shared) {
    Variable variable = new Variable(shared.type(), shared.name());
    Flow.Site first = null;
    Region common = null;
    for (Value value : shared.values()) {
      byValue.put(value, variable);
      Flow.Site definition = assignment(value);
      if (first == null || definition.position() < first.position()) {
        first = definition;
      }
      common = common == null ? definition.region() : common(common, definition.region());
      for (Flow.Site use : flow.uses(value)) {
        common = common(common, use.region());
      }
    }
    Operation statement = first.statement();
    boolean nested = statement instanceof Operation.Branch && !inlining.isConditional(statement);
    for (Region region = first.region(); region != common; region = region.parent()) {
      statement = region.owner();
      nested = true;
    }
    if (nested) {
      before.computeIfAbsent(statement, key -> new ArrayList<>()).add(variable);
    }
  }

  /** Where the variable first gets the value: carried values before the loop, or in its header. */
  private Flow.Site assignment(Value value) {
    Flow.Site definition = flow.definitions().get(value);
    Region region = definition.region();
    boolean carried = region.kind() == Region.Kind.LOOP;
    return carried && !isCounter((Loop) region.owner(), value)
        ? new Flow.Site(region.parent(), definition.position(), definition.statement())
        : definition;
  }

  private boolean isCounter(Loop loop, Value carried) {
    return inlining.counter(loop).stream().anyMatch(i -> loop.carried().get(i) == carried);
  }

  private static Region common(Region a, Region b) {
    Region left = a;
    Region right = b;
    while (left != right) {
      if (left.depth() >= right.depth()) {
        left = left.parent();
      } else {
        right = right.parent();
      }
    }
    return left;
  }
}
