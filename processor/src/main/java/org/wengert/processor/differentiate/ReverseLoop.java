package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wengert.processor.analyze.Iterations;
import org.wengert.processor.analyze.Scope;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Substitution;
import org.wengert.processor.tape.Value;

/** A loop backwards: adjoints of loop-invariant scalars are carried around it. */
final class ReverseLoop {
  private final ReverseContext context;
  private final ReverseSweep sweep;
  private final Saves saves;
  private final ForwardSweep forward;

  ReverseLoop(ReverseContext context, ReverseSweep sweep, Saves saves, ForwardSweep forward) {
    this.context = context;
    this.sweep = sweep;
    this.saves = saves;
    this.forward = forward;
  }

  /** A loop that is never repeated, since its body always throws, or that is reversed already. */
  void passBy(Operation.Loop loop, Adjoints adjoints, BlockBuilder builder) {
    for (int i = 0; i < loop.results().size(); i++) {
      Value result = loop.results().get(i);
      if (context.isActiveScalar(result) && context.isActiveScalar(loop.initial().get(i))) {
        Value adjoint = adjoints.take(result);
        if (adjoint != null) {
          context.accumulate(loop.initial().get(i), adjoint, adjoints, builder);
        }
      }
    }
  }

  void sweep(Operation.Loop loop, Adjoints adjoints, BlockBuilder builder) {
    if (context.primal().iterations().containsKey(loop)) {
      countDown(loop, adjoints, builder);
    } else if (context.primal().checkpointed().containsKey(loop)) {
      CheckpointedLoop its = context.primal().checkpointed().get(loop);
      Scope scope = context.structure().scope(loop.body());
      Backwards backwards = new Repetition(loop, its, scope, forward, context.recall());
      sweep(loop, captured(loop), backwards, adjoints, builder);
    } else {
      passBy(loop, adjoints, builder);
    }
  }

  private void countDown(Operation.Loop loop, Adjoints adjoints, BlockBuilder builder) {
    Iterations trips = context.primal().iterations().get(loop);
    boolean outermost = context.structure().scope(loop).loop() == null;
    Value count = context.recall().get(trips.count());
    Value base = null;
    if (outermost) {
      for (Operation.Loop inner : saves.loopsInside(loop)) {
        adjoints.set(key(inner), context.recall().total(inner));
      }
    } else if (!saves.in(loop).isEmpty()) {
      base = builder.minus(adjoints.get(key(loop)), context.recall().get(trips.count()));
      adjoints.set(key(loop), base);
    }

    Set<Value> outside = captured(loop);
    saves.loopsInside(loop).forEach(inner -> outside.add(key(inner)));
    Scope scope = context.structure().scope(loop.body());
    Backwards backwards =
        new Countdown(context.recall(), scope, count, base, trips.counter().name());
    sweep(loop, outside, backwards, adjoints, builder);
  }

  /**
   * A loop backwards.
   *
   * @param outside scalars from outside whose adjoints, and running counts that, its body changes
   */
  private void sweep(
      Operation.Loop loop,
      Set<Value> outside,
      Backwards backwards,
      Adjoints adjoints,
      BlockBuilder builder) {
    List<Value> own = new ArrayList<>();
    for (Value carried : loop.carried()) {
      if (context.isActiveScalar(carried)) {
        own.add(carried);
      }
    }
    List<Value> initial = new ArrayList<>();
    initial.addAll(backwards.start(builder));
    List<Value> carried = new ArrayList<>();
    carried.addAll(backwards.position());
    int first = carried.size();
    for (Value value : own) {
      Value result = loop.results().get(loop.carried().indexOf(value));
      initial.add(context.getOrZero(result, adjoints, builder));
      Value adjoint = Value.named(context.types().of(value), context.names().of(value));
      context.zeros().mark(adjoint, context.zeros().origin(adjoints.take(result)));
      carried.add(adjoint);
    }
    for (Value value : outside) {
      initial.add(context.getOrZero(value, adjoints, builder));
      Value adjoint = Value.named(context.types().of(value), context.nameOf(value));
      context.zeros().mark(adjoint, context.zeros().origin(adjoints.get(value)));
      carried.add(adjoint);
    }
    List<Value> keys = new ArrayList<>(own);
    keys.addAll(outside);
    Block body;
    do {
      body = body(loop, keys, own.size(), carried, backwards);
    } while (context.zeros().flow(body.yields(), carried, first));

    BlockBuilder condition = new BlockBuilder().at(loop.at());
    Value more = backwards.goesOn(condition);
    List<Value> results = carried.stream().map(Substitution::like).toList();
    for (int i = 0; i < results.size(); i++) {
      context.zeros().mark(results.get(i), context.zeros().origin(carried.get(i)));
    }
    builder.at(loop.at());
    builder.add(
        new Operation.Loop(
            results, initial, carried, condition.yield(List.of(more)), body, loop.at()));
    backwards.end(builder);
    int position = first + own.size();
    for (Value value : outside) {
      adjoints.set(value, results.get(position++));
    }
    for (int i = 0; i < own.size(); i++) {
      Value start = loop.initial().get(loop.carried().indexOf(own.get(i)));
      if (context.isActiveScalar(start)) {
        context.accumulate(start, results.get(first + i), adjoints, builder);
      }
    }
  }

  /**
   * One iteration backwards.
   *
   * @param keys whose adjoints are carried: first those that the loop itself carries, then others
   * @param own the number of the former
   * @param carried the position, then the adjoints
   */
  private Block body(
      Operation.Loop loop, List<Value> keys, int own, List<Value> carried, Backwards backwards) {
    Adjoints inLoop = Adjoints.empty();
    int first = carried.size() - keys.size();
    for (int i = own; i < keys.size(); i++) {
      inLoop.set(keys.get(i), carried.get(first + i));
    }
    BlockBuilder body = new BlockBuilder().at(loop.at());
    backwards.open(body);
    for (int i = 0; i < own; i++) {
      Value next = loop.body().yields().get(loop.carried().indexOf(keys.get(i)));
      if (context.isActiveScalar(next)) {
        context.accumulate(next, carried.get(first + i), inLoop, body);
      }
    }
    sweep.sweep(loop.body(), inLoop, body);
    body.at(loop.at());
    List<Value> yields = new ArrayList<>();
    for (Value key : keys) {
      yields.add(context.getOrZero(key, inLoop, body));
    }
    yields.addAll(0, backwards.close(body));
    return body.yield(yields);
  }

  private Value key(Operation.Loop loop) {
    return context.primal().iterations().get(loop).counter();
  }

  /** The active scalars from outside of a loop whose adjoints its body changes. */
  private Set<Value> captured(Operation.Loop loop) {
    Set<Value> captured = new LinkedHashSet<>();
    capture(loop.body(), context.structure().scope(loop.body()), captured);
    return captured;
  }

  private void capture(Block block, Scope scope, Set<Value> captured) {
    for (Operation operation : block.operations()) {
      for (Value operand : operation.operands()) {
        capture(operand, scope, captured);
      }
      for (Block inner : operation.blocks()) {
        capture(inner, scope, captured);
      }
    }
    for (Value yielded : block.yields()) {
      capture(yielded, scope, captured);
    }
  }

  private void capture(Value value, Scope scope, Set<Value> captured) {
    if (context.isActiveScalar(value) && !context.structure().scope(value).isWithin(scope)) {
      captured.add(value);
    }
  }
}
