package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.wengert.processor.analyze.FreeValues;
import org.wengert.processor.analyze.Scope;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Substitution;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Goes from one iteration to the one before by repeating all from the latest checkpoint on. The
 * last one repeated keeps what its reverse needs.
 */
final class Repetition implements Backwards {
  private final Recall recall;
  private final Scope scope;
  private final CheckpointedLoop loop;
  private final Checkpoints checkpoints;
  private final Value more = Value.named(Type.BOOLEAN, "more");
  private final Substitution iteration = Substitution.fresh();
  private final Operation.Loop augmented;

  /** The adjoint arrays of carried arrays that iterations make, by their positions. */
  private final Map<Integer, Value> handedOn = new LinkedHashMap<>();

  private final UnaryOperator<Value> outside;
  private final List<Operation> repeated;

  /**
   * @param augmented the loop as it stands on the tape
   * @param scope of its body
   */
  Repetition(
      Operation.Loop augmented,
      CheckpointedLoop loop,
      Scope scope,
      ForwardSweep forward,
      Recall recall) {
    this.augmented = augmented;
    this.recall = recall;
    this.scope = scope;
    this.loop = loop;
    checkpoints = new Checkpoints(recall.now(forward.checkpoints(augmented)));
    BlockBuilder builder = new BlockBuilder().at(augmented.at());
    outside =
        value ->
            loop.held().containsKey(value)
                ? recall.now(forward.atTop(loop.held().get(value)))
                : recall.get(value);
    List<Value> start = loop.advance(checkpoints, outside, builder);
    for (Value value : FreeValues.of(augmented.body(), augmented.carried())) {
      iteration.put(value, recall.get(value));
    }
    for (int i = 0; i < start.size(); i++) {
      iteration.put(augmented.carried().get(i), start.get(i));
    }
    BlockBuilder once = new BlockBuilder().at(augmented.at());
    forward.sweep(augmented.body(), once);
    Block kept = loop.repeat(once.yield(List.of()), iteration, outside);
    kept.operations().forEach(builder::add);
    repeated = builder.operations();
    for (int i = 0; i < augmented.carried().size(); i++) {
      if (loop.madeAdjoints().contains(augmented.carried().get(i))) {
        handedOn.put(i, Substitution.like(augmented.carried().get(i)));
      }
    }
  }

  @Override
  public List<Value> position() {
    List<Value> position = new ArrayList<>(List.of(more));
    position.addAll(handedOn.values());
    return position;
  }

  @Override
  public List<Value> start(BlockBuilder before) {
    List<Value> start = new ArrayList<>();
    start.add(loop.turn(checkpoints, outside, before));
    handedOn.keySet().forEach(i -> start.add(recall.get(augmented.results().get(i))));
    return start;
  }

  @Override
  public Value goesOn(BlockBuilder condition) {
    return more;
  }

  @Override
  public void open(BlockBuilder body) {
    repeated.forEach(body::add);
    recall.open(scope, body);
    recall.repeat(iteration);
    handedOn.forEach(
        (i, adjoint) -> {
          Value made = iteration.get(augmented.body().yields().get(i));
          checkpoints.call("handOn", adjoint, made, body);
        });
  }

  @Override
  public List<Value> close(BlockBuilder body) {
    recall.close(scope);
    recall.repeated(iteration);
    checkpoints.call("wentBack", body);
    List<Value> next = new ArrayList<>();
    next.add(checkpoints.ask("goBack", more.name(), body));
    handedOn.keySet().forEach(i -> next.add(iteration.get(augmented.carried().get(i))));
    return next;
  }

  @Override
  public void end(BlockBuilder after) {
    checkpoints.call("close", after);
  }
}
