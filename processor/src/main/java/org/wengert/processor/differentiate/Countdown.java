package org.wengert.processor.differentiate;

import java.util.List;
import org.wengert.processor.analyze.Scope;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Goes by the numbers of iterations, under which their values have been recorded. */
final class Countdown implements Backwards {
  private final Recall recall;
  private final Scope scope;
  private final Value count;
  private final Value base;
  private final Value counter;

  /**
   * @param scope of the loop's body
   * @param count the number of iterations
   * @param base what the running count of the loop's iterations was at its entry; null for zero
   * @param name of the counter
   */
  Countdown(Recall recall, Scope scope, Value count, Value base, String name) {
    this.recall = recall;
    this.scope = scope;
    this.count = count;
    this.base = base;
    this.counter = Value.named(Type.INT, name);
  }

  @Override
  public List<Value> position() {
    return List.of(counter);
  }

  @Override
  public List<Value> start(BlockBuilder before) {
    return List.of(before.minus(count, before.constant(1)));
  }

  @Override
  public Value goesOn(BlockBuilder condition) {
    return condition.compare(Arithmetic.GE, counter, condition.constant(0));
  }

  @Override
  public void open(BlockBuilder body) {
    recall.open(scope, body, counter, base);
  }

  @Override
  public List<Value> close(BlockBuilder body) {
    recall.close(scope);
    return List.of(body.minus(counter, body.constant(1)));
  }

  @Override
  public void end(BlockBuilder after) {}
}
