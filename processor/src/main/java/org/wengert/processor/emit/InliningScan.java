package org.wengert.processor.emit;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Branch;
import org.wengert.processor.tape.Operation.Constant;
import org.wengert.processor.tape.Operation.Elementary;
import org.wengert.processor.tape.Operation.Load;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Operation.ReadStatic;
import org.wengert.processor.tape.Operation.Store;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** The walk that decides {@link Inlining}, block by block, inner blocks first. */
final class InliningScan {
  private static final int LONGEST_EXPRESSION = 60;
  private static final int LONGEST_CONDITION = 76;

  private final Uses uses;
  private final Map<Value, Operation> inlined = new HashMap<>();
  private final Set<Operation> conditional = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Loop> whiles = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Loop, Integer> counters = new IdentityHashMap<>();
  private final Map<Store, Update> updates = new IdentityHashMap<>();
  private final Set<Value> targets = new HashSet<>();
  private final Inlining result = new Inlining(inlined, conditional, whiles, counters);

  /** A block's yields as one expression, and whether nothing else is left in the block. */
  private record Shape(boolean isExpression, Pending.Taken yields) {}

  InliningScan(Uses uses) {
    this.uses = uses;
  }

  Inlining scan(Block body) {
    block(body, true);
    return result;
  }

  private Shape block(Block block, boolean takesYields) {
    Pending pending = new Pending();
    findUpdates(block);
    for (Operation operation : block.operations()) {
      operation(operation, pending);
    }
    Pending.Taken yields = null;
    if (takesYields) {
      yields = take(pending, block.yields(), block.yields().size(), LONGEST_CONDITION);
    }
    boolean nothingLeft =
        block.operations().stream()
            .allMatch(op -> op.results().size() == 1 && inlined.containsKey(op.results().get(0)));
    return new Shape(nothingLeft && block.yields().size() == 1, yields);
  }

  private void operation(Operation operation, Pending pending) {
    if (operation instanceof Constant constant) {
      inlined.put(constant.result(), constant);
    } else if (operation instanceof ReadStatic read && read.fixed() && !read.result().isNamed()) {
      inlined.put(read.result(), read);
    } else if (operation instanceof Branch branch) {
      branch(branch, pending);
    } else if (operation instanceof Loop loop) {
      loop(loop, pending);
    } else if (!inlined.containsKey(firstResult(operation))) {
      straight(operation, pending);
    }
  }

  private static Value firstResult(Operation operation) {
    return operation.results().isEmpty() ? null : operation.results().get(0);
  }

  /** Finds the targets of updates: read twice, by the load and the store, but printed once. */
  private void findUpdates(Block block) {
    for (Operation operation : block.operations()) {
      if (operation instanceof Store store) {
        Update.of(store, this::onlyUse)
            .ifPresent(
                update -> {
                  updates.put(store, update);
                  addTarget(store.array());
                  addTarget(store.index());
                });
      }
    }
  }

  private void addTarget(Value value) {
    if (uses.count(value) == 2 && !value.isNamed()) {
      targets.add(value);
    }
  }

  /** The definition of a constant, or of an unnamed value with one use; null of others. */
  private Operation onlyUse(Value value) {
    Operation definition = uses.definition(value).orElse(null);
    boolean once = uses.count(value) == 1 && !value.isNamed();
    return once || definition instanceof Constant ? definition : null;
  }

  private void straight(Operation operation, Pending pending) {
    if (operation instanceof Store store && updates.containsKey(store)) {
      update(store, updates.get(store), pending);
      return;
    }
    List<Value> operands = operation.operands();
    if (operation instanceof Load) {
      operands = operands.stream().filter(operand -> !targets.contains(operand)).toList();
    }
    int own = ownLength(operation);
    boolean select =
        operation instanceof Elementary elementary && elementary.operator() == Arithmetic.SELECT;
    int free = select ? 1 : operands.size();
    Pending.Taken taken = take(pending, operands, free, LONGEST_EXPRESSION - own);
    Effect effect = Effect.of(operation);
    if (effect == Effect.STATEMENT) {
      pending.barrier();
      operation.results().forEach(result -> defined(result, pending));
    } else {
      Value result = operation.results().get(0);
      boolean ordered = taken.ordered() || effect == Effect.ORDERED;
      offer(result, ordered, own + taken.length(), taken.reads(), pending);
    }
  }

  /** The target is printed in place only if the load is, and so disappears. */
  private void update(Store store, Update update, Pending pending) {
    int length = take(pending, List.of(store.value()), 1, LONGEST_EXPRESSION).length();
    boolean once =
        inlined.containsKey(store.value()) && inlined.containsKey(update.load().result());
    int room = once ? LONGEST_CONDITION - length : 0;
    take(pending, List.of(store.array(), store.index()), 2, room);
    pending.barrier();
  }

  /** Makes an expression available to its reader if it may be printed there. */
  private void offer(Value value, boolean ordered, int length, Set<String> reads, Pending pending) {
    boolean once = uses.count(value) == 1 || targets.contains(value);
    if (once && !value.isNamed()) {
      pending.add(new Pending.Tree(value, ordered, length, reads));
    } else {
      if (ordered) {
        pending.barrier();
      }
      defined(value, pending);
    }
  }

  private static void defined(Value result, Pending pending) {
    if (result.isNamed()) {
      pending.defined(result.name());
    }
  }

  private void branch(Branch branch, Pending pending) {
    boolean single = branch.results().size() == 1 && uses.count(branch.results().get(0)) > 0;
    Shape whenTrue = block(branch.whenTrue(), single);
    Shape whenFalse = block(branch.whenFalse(), single);
    boolean expression =
        single
            && whenTrue.isExpression()
            && whenFalse.isExpression()
            && !keepsNamed(branch, branch.whenTrue())
            && !keepsNamed(branch, branch.whenFalse());
    if (expression) {
      int arms = whenTrue.yields().length() + whenFalse.yields().length() + 6;
      boolean isBoolean = branch.results().get(0).type().equals(Type.BOOLEAN);
      int room = (isBoolean ? LONGEST_CONDITION : LONGEST_EXPRESSION) - arms;
      if (room > 0) {
        conditional.add(branch);
        Pending.Taken condition = take(pending, branch.operands(), 1, room);
        Set<String> reads = new TreeSet<>(condition.reads());
        reads.addAll(whenTrue.yields().reads());
        reads.addAll(whenFalse.yields().reads());
        boolean ordered =
            condition.ordered() || whenTrue.yields().ordered() || whenFalse.yields().ordered();
        offer(branch.results().get(0), ordered, arms + condition.length(), reads, pending);
        return;
      }
    }
    take(pending, branch.operands(), 1, LONGEST_CONDITION);
    pending.clear();
  }

  /** Whether the block leaves the user's variable as it is: {@code if (c) y = ...} reads better. */
  private static boolean keepsNamed(Branch branch, Block block) {
    Value result = branch.results().get(0);
    Value yield = block.yields().get(0);
    return result.isNamed() && block.operations().isEmpty() && yield.name().equals(result.name());
  }

  private void loop(Loop loop, Pending pending) {
    Shape condition = block(loop.condition(), true);
    for (int i = 0; i < loop.body().yields().size(); i++) {
      if (isStep(loop, i)) {
        Value next = loop.body().yields().get(i);
        inlined.put(next, uses.definition(next).orElseThrow());
      }
    }
    block(loop.body(), false);
    List<Value> start = List.of();
    if (condition.isExpression() && readsVariable(loop)) {
      whiles.add(loop);
      OptionalInt counter = counter(loop);
      if (counter.isPresent()) {
        counters.put(loop, counter.getAsInt());
        start = List.of(loop.initial().get(counter.getAsInt()));
      }
    }
    take(pending, start, 1, LONGEST_EXPRESSION);
    pending.clear();
  }

  /** Without a variable the condition may be constant to javac, and what follows unreachable. */
  private boolean readsVariable(Loop loop) {
    AtomicBoolean found = new AtomicBoolean();
    result.leaves(loop.condition().yields().get(0), leaf -> found.set(true));
    return found.get();
  }

  /** The first carried value that steps, is tested, and is not needed after the loop. */
  private OptionalInt counter(Loop loop) {
    Set<Value> tested = new HashSet<>();
    result.leaves(loop.condition().yields().get(0), tested::add);
    for (int i = 0; i < loop.body().yields().size(); i++) {
      if (isStep(loop, i)
          && tested.contains(loop.carried().get(i))
          && uses.count(loop.results().get(i)) == 0) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** Whether the carried value is an integer that the body only moves by a constant. */
  private boolean isStep(Loop loop, int index) {
    Value carried = loop.carried().get(index);
    Value next = loop.body().yields().get(index);
    if (!carried.type().equals(Type.INT) && !carried.type().equals(Type.LONG)) {
      return false;
    }
    return uses.count(next) == 1
        && (!next.isNamed() || next.name().equals(carried.name()))
        && uses.definition(next).orElse(null) instanceof Elementary step
        && (step.operator() == Arithmetic.ADD || step.operator() == Arithmetic.SUB)
        && step.inputs().get(0) == carried
        && uses.definition(step.inputs().get(1)).orElse(null) instanceof Constant;
  }

  private Pending.Taken take(Pending pending, List<Value> operands, int free, int room) {
    Set<Value> taken = new HashSet<>();
    Pending.Taken properties = pending.take(operands, this::length, free, taken, room);
    for (Value value : taken) {
      inlined.put(value, uses.definition(value).orElseThrow());
    }
    return properties;
  }

  /** About how long a value prints that is no tree: a literal, a static field or a variable. */
  private int length(Value value) {
    Operation definition = inlined.get(value);
    if (definition instanceof Constant constant) {
      return Literals.text(constant.value()).length();
    }
    if (definition instanceof ReadStatic read) {
      return read.owner().length() - read.owner().lastIndexOf('.') + read.field().length();
    }
    return value.isNamed() ? value.name().length() : 3;
  }

  private static int ownLength(Operation operation) {
    if (operation instanceof Elementary elementary) {
      return elementary.operator() instanceof Arithmetic arithmetic
          ? arithmetic.symbol().length() + 2
          : elementary.operator().toString().length() + 4;
    }
    return 4;
  }
}
