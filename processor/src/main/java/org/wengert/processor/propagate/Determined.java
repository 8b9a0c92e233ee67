package org.wengert.processor.propagate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Which values are the same wherever a method is given the same whole numbers and arrays of the
 * same shapes, and goes the same way at all branches and loops that active values are in. Of an
 * array that is its shape. A greatest fixed point over the tape.
 */
final class Determined {
  private final Activity activity;
  private final Set<Value> parameters;
  private final Set<Value> not = new HashSet<>();
  private boolean changed;

  private Determined(Activity activity, Set<Value> parameters) {
    this.activity = activity;
    this.parameters = parameters;
  }

  static Determined of(Tape tape, Activity activity) {
    Determined determined = new Determined(activity, new HashSet<>(tape.parameters()));
    for (Value parameter : tape.parameters()) {
      if (!isTold(parameter.type())) {
        determined.not.add(parameter);
      }
    }
    do {
      determined.changed = false;
      determined.visit(tape.body());
    } while (determined.changed);
    return determined;
  }

  /** Whether what there is to know of a parameter beforehand is told. */
  static boolean isTold(Type type) {
    return type.isArray() || !type.isFloating() && type.kind() != Type.Kind.REFERENCE;
  }

  boolean contains(Value value) {
    return !not.contains(value);
  }

  private void visit(Block block) {
    block.operations().forEach(this::visit);
  }

  private void visit(Operation operation) {
    if (operation instanceof Operation.Branch branch) {
      visit(branch.whenTrue());
      visit(branch.whenFalse());
      boolean unknown = !contains(branch.condition()) && !activity.touches(branch);
      for (int i = 0; i < branch.results().size(); i++) {
        mark(
            branch.results().get(i),
            unknown || isUnknown(branch.whenTrue(), i) || isUnknown(branch.whenFalse(), i));
      }
    } else if (operation instanceof Operation.Loop loop) {
      visit(loop);
    } else {
      boolean unknown = isUnknown(operation);
      operation.results().forEach(result -> mark(result, unknown));
    }
  }

  private void visit(Operation.Loop loop) {
    visit(loop.condition());
    visit(loop.body());
    boolean unknown = !contains(loop.condition().yields().get(0)) && !activity.touches(loop);
    for (int i = 0; i < loop.carried().size(); i++) {
      Value carried = loop.carried().get(i);
      mark(carried, !contains(loop.initial().get(i)) || isUnknown(loop.body(), i));
      mark(loop.results().get(i), unknown || !contains(carried));
    }
  }

  private boolean isUnknown(Block block, int position) {
    return block.completes() && !contains(block.yields().get(position));
  }

  private boolean isUnknown(Operation operation) {
    if (operation instanceof Operation.ReadStatic read) {
      return !read.fixed() || read.result().type().isArray();
    }
    if (operation instanceof Operation.Load load) {
      return !load.result().type().isArray()
          || !parameters.contains(load.array())
          || !contains(load.index());
    }
    return operation instanceof Operation.Invoke || !areAll(operation.operands());
  }

  private boolean areAll(List<Value> values) {
    return values.stream().allMatch(this::contains);
  }

  private void mark(Value value, boolean unknown) {
    if (unknown) {
      changed |= not.add(value);
    }
  }
}
