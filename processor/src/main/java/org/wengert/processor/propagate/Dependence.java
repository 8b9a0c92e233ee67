package org.wengert.processor.propagate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wengert.processor.rule.Interactions;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Accompanies every scalar by the number of what it depends on, by calls of the runtime's {@code
 * Dependences}.
 */
final class Dependence implements Companion {
  private final DependenceCalls calls;
  private final boolean second;

  /**
   * @param second whether second derivatives are followed, too
   */
  Dependence(DependenceCalls calls, boolean second) {
    this.calls = calls;
    this.second = second;
  }

  @Override
  public Type type() {
    return Type.INT;
  }

  @Override
  public Optional<Value> length() {
    return Optional.empty();
  }

  @Override
  public String suffix() {
    return "From";
  }

  @Override
  public Value ofConstant(BlockBuilder builder) {
    return builder.constant(0);
  }

  @Override
  public Value of(Operation.Elementary operation, List<Value> companions, BlockBuilder builder) {
    List<Value> taken = new ArrayList<>();
    for (int i = 0; i < companions.size(); i++) {
      Value its = companions.get(i);
      taken.add(its == null ? null : Choice.taken(operation, i, its, builder));
    }
    Value result = calls.union(taken.stream().filter(each -> each != null).toList(), builder);
    if (second) {
      Set<Set<Value>> done = new HashSet<>();
      for (Interactions.Pair pair : Interactions.of(operation)) {
        Value a = taken.get(pair.first());
        Value b = taken.get(pair.second());
        if (a != null && b != null && done.add(new HashSet<>(List.of(a, b)))) {
          result = calls.product(result, a, b, builder);
        }
      }
    }
    return result;
  }

  /**
   * Nothing is known of what the callee does: each result, and each element of an array that it may
   * have written into, can depend on all that it was given, in any way.
   */
  @Override
  public void call(
      Operation.Invoke call, List<Value> companions, List<Value> results, BlockBuilder builder) {
    List<Value> given = new ArrayList<>();
    Set<Value> arrays = new LinkedHashSet<>();
    for (Value its : companions) {
      if (its != null) {
        given.add(its.type().isArray() ? calls.all(its, builder) : its);
        if (its.type().isArray()) {
          arrays.add(its);
        }
      }
    }
    Value all = calls.called(calls.union(given, builder), builder);
    if (!call.callee().hasWhole()) {
      arrays.forEach(array -> calls.fill(array, all, builder));
    }
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).type().isArray()) {
        returned(call, companions, results.get(i), builder);
        calls.fill(results.get(i), all, builder);
      } else {
        calls.called(results.get(i), all, builder);
      }
    }
  }

  /** A returned array may be one that was given, or a row of it. */
  private void returned(
      Operation.Invoke call, List<Value> companions, Value its, BlockBuilder builder) {
    Value result = call.results().get(0);
    List<Value> known = new ArrayList<>();
    for (int i = 0; i < companions.size(); i++) {
      Value argument = call.arguments().get(i);
      if (companions.get(i) != null
          && argument.type().kind() == result.type().kind()
          && argument.type().rank() >= result.type().rank()) {
        known.add(argument);
        known.add(companions.get(i));
      }
    }
    calls.twin(its, result, new Blank(type(), length()).like(result, builder), known, builder);
  }
}
