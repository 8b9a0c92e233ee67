package org.wengert.processor.explain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * What the values of a tape are called on the page: by their own names, numbered where several have
 * the same, or else by numbers in the order of definition. Literals stand for themselves. What a
 * loop carries keeps its name afterwards.
 */
final class ValueNames {
  private final Map<Value, Expression> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final String temporary;

  private ValueNames(String temporary) {
    this.temporary = temporary;
  }

  /** Those of a method: {@code v1}, {@code v2} where it gives none. */
  static ValueNames of(Tape primal) {
    ValueNames names = new ValueNames("v");
    names.add(primal);
    return names;
  }

  /** Those of a derivative: {@code t1}, {@code t2} where neither it nor the method gives any. */
  ValueNames derived(Tape derivative) {
    ValueNames derived = new ValueNames("t");
    derived.names.putAll(names);
    derived.taken.addAll(taken);
    derived.add(derivative);
    return derived;
  }

  Expression of(Value value) {
    return names.get(value);
  }

  List<Expression> of(List<Value> values) {
    return values.stream().map(this::of).toList();
  }

  private void add(Tape tape) {
    tape.parameters().forEach(this::name);
    add(tape.body());
  }

  private void add(Block block) {
    for (Operation operation : block.operations()) {
      if (operation instanceof Operation.Constant constant) {
        names.put(constant.result(), Expression.literal(constant.value()));
      } else if (operation instanceof Operation.Loop loop) {
        loop.carried().forEach(this::name);
        for (int i = 0; i < loop.carried().size(); i++) {
          names.put(loop.results().get(i), of(loop.carried().get(i)));
        }
      }
      operation.blocks().forEach(this::add);
      operation.results().forEach(this::name);
    }
  }

  private void name(Value value) {
    if (!names.containsKey(value)) {
      names.put(value, Expression.atom(free(value)));
    }
  }

  private String free(Value value) {
    if (value.isNamed() && taken.add(value.name())) {
      return value.name();
    }
    String base = value.isNamed() ? value.name() : temporary;
    int first = value.isNamed() ? 2 : 1;
    String name;
    do {
      name = base + counts.merge(base, first, (count, ignored) -> count + 1);
    } while (!taken.add(name));
    return name;
  }
}
