package org.wengert.processor.simplify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Branch;
import org.wengert.processor.tape.Operator;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * An operation that computes what a visible value already holds is replaced by that value. Reads of
 * an array count as the same only while nothing is stored into arrays of its type.
 *
 * <p>What a branch hands out is known by how it came to be within later branches on the same
 * condition: a derivative finds there what its primal has computed.
 *
 * <p>Named constants neither vanish nor serve others: they are there to be read. So is {@code i +
 * 1}, which reads better in place than through a variable, and must stay the step of its loop.
 */
final class ValueNumbering implements Rule {
  /** What an operation computes: the same key, the same value. */
  private record Key(Object operator, List<Integer> inputs) {}

  private record Literal(Type type, Object value) {}

  private record StaticField(String owner, String field) {}

  private record ElementOf(Type array, int version) {}

  private enum Measure {
    LENGTH
  }

  private final Removable removable;
  private final Writes writes = new Writes();
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final Map<Key, Value> available = new HashMap<>();
  private final Deque<List<Key>> scopes = new ArrayDeque<>();
  private final EarlierBranches branches = new EarlierBranches();

  /** Counts, by array type, the points where an array of the type may change. */
  private final Map<Type, Integer> versions = new HashMap<>();

  ValueNumbering(Removable removable) {
    this.removable = removable;
  }

  @Override
  public void open() {
    scopes.push(new ArrayList<>());
    branches.open();
  }

  @Override
  public void close() {
    scopes.pop().forEach(available::remove);
    branches.close();
  }

  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (operation instanceof Operation.Constant constant) {
      return applyTo(constant, rewriter);
    }
    if (operation instanceof Operation.Elementary elementary) {
      return isOffset(elementary, rewriter)
          ? isKnown(key(elementary), elementary.result())
          : unify(key(elementary), operation, rewriter);
    }
    if (operation instanceof Operation.ReadStatic read) {
      if (!read.fixed()) {
        return false;
      }
      Key key = new Key(new StaticField(read.owner(), read.field()), List.of());
      return unify(key, operation, rewriter);
    }
    if (operation instanceof Operation.Length length) {
      return unify(new Key(Measure.LENGTH, numbers(length.operands())), operation, rewriter);
    }
    if (operation instanceof Operation.Load load) {
      Type type = load.array().type();
      int version = versions.getOrDefault(type, 0) + versions.getOrDefault(Writes.ANY, 0);
      ElementOf element = new ElementOf(type, version);
      return unify(new Key(element, numbers(load.operands())), operation, rewriter);
    }
    if (operation instanceof Branch branch) {
      applyTo(branch, rewriter);
      return true;
    }
    if (operation instanceof Operation.Loop) {
      // What an iteration stores, the next one sees.
      advance(writes.within(operation));
    }
    advance(Writes.by(operation));
    return false;
  }

  private boolean applyTo(Operation.Constant constant, Rewriter rewriter) {
    Value result = constant.result();
    int number = number(new Literal(result.type(), constant.value()));
    numbers.put(result, number);
    return !result.isNamed() && unify(new Key(Literal.class, List.of(number)), constant, rewriter);
  }

  private void applyTo(Branch branch, Rewriter rewriter) {
    Block whenTrue = arm(branch, true, rewriter);
    Block whenFalse = arm(branch, false, rewriter);
    Branch rewritten =
        whenTrue == branch.whenTrue() && whenFalse == branch.whenFalse()
            ? branch
            : new Branch(branch.results(), branch.condition(), whenTrue, whenFalse, branch.at());
    rewriter.emit(rewritten);
    branches.add(rewritten);
  }

  private Block arm(Branch branch, boolean outcome, Rewriter rewriter) {
    List<EarlierBranches.Known> known = branches.where(branch.condition(), outcome);
    Map<Value, Integer> before = new HashMap<>();
    for (EarlierBranches.Known each : known) {
      before.put(each.result(), number(each.result()));
      numbers.put(each.result(), number(each.yielded()));
    }
    List<Key> keys = new ArrayList<>();
    for (EarlierBranches.Known each : known) {
      rewriter
          .elementary(each.yielded())
          .filter(elementary -> !elementary.mayThrow() && !isOffset(elementary, rewriter))
          .map(this::key)
          .filter(key -> available.putIfAbsent(key, each.result()) == null)
          .ifPresent(keys::add);
    }
    Block rewritten = rewriter.block(outcome ? branch.whenTrue() : branch.whenFalse());
    keys.forEach(available::remove);
    numbers.putAll(before);
    return rewritten;
  }

  /** Whether this is an integer and a constant, which costs nothing to add again. */
  private static boolean isOffset(Operation.Elementary elementary, Rewriter rewriter) {
    Operator operator = elementary.operator();
    return (operator == Arithmetic.ADD || operator == Arithmetic.SUB)
        && !elementary.result().type().isFloating()
        && elementary.inputs().stream().anyMatch(input -> rewriter.literal(input).isPresent());
  }

  /** Leaves an operation in place, but lets its result count as the first one with the key. */
  private boolean isKnown(Key key, Value result) {
    Value first = available.putIfAbsent(key, result);
    // Whether the first is visible here does not matter to a number.
    if (first != null) {
      numbers.put(result, number(first));
    }
    return false;
  }

  /** Replaces an operation by the visible value with the same key, or makes it that value. */
  private boolean unify(Key key, Operation operation, Rewriter rewriter) {
    Value result = operation.results().get(0);
    Value same = available.putIfAbsent(key, result);
    if (same == null) {
      scopes.element().add(key);
      return false;
    }
    removable.unify(same, result);
    rewriter.replace(result, same);
    return true;
  }

  /** Operands in one order where Java's result does not depend on it. */
  private Key key(Operation.Elementary elementary) {
    Operator operator = elementary.operator();
    List<Integer> inputs = numbers(elementary.inputs());
    if (!(operator instanceof Arithmetic arithmetic)) {
      return new Key(operator, inputs);
    }
    return switch (arithmetic) {
      case ADD, MUL, AND, OR, XOR, EQ, NE ->
          new Key(operator, inputs.get(0) <= inputs.get(1) ? inputs : reversed(inputs));
      case GT -> new Key(Arithmetic.LT, reversed(inputs));
      case GE -> new Key(Arithmetic.LE, reversed(inputs));
      default -> new Key(operator, inputs);
    };
  }

  private static List<Integer> reversed(List<Integer> pair) {
    return List.of(pair.get(1), pair.get(0));
  }

  private List<Integer> numbers(List<Value> values) {
    return values.stream().map(this::number).toList();
  }

  private int number(Object valueOrLiteral) {
    Integer fresh = numbers.size();
    Integer number = numbers.putIfAbsent(valueOrLiteral, fresh);
    return number == null ? fresh : number;
  }

  private void advance(Set<Type> types) {
    types.forEach(type -> versions.merge(type, 1, Integer::sum));
  }
}
