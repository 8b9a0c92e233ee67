package org.wengert.processor.differentiate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.wengert.processor.analyze.Recording;
import org.wengert.processor.analyze.Scope;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Substitution;
import org.wengert.processor.tape.Value;

/**
 * Gives the reverse sweep the values of the forward sweep, each at most once in each block. A value
 * of a scope is recalled in the reverse block of that very scope, which is under construction
 * whenever the value is asked for.
 */
final class Recall {
  /** The reverse block of one scope. */
  private static final class Frame {
    final BlockBuilder builder;
    final Value counter;
    final Value base;
    final Map<Value, Value> recalled = new HashMap<>();
    Value slot;

    Frame(BlockBuilder builder, Value counter, Value base) {
      this.builder = builder;
      this.counter = counter;
      this.base = base;
    }
  }

  private final Structure structure;
  private final Recording recording;
  private final ForwardSweep forward;
  private final Map<Scope, Frame> frames = new HashMap<>();

  /** What has become of values in the iterations that are repeated now, the innermost first. */
  private final Deque<Substitution> repeated = new ArrayDeque<>();

  Recall(Structure structure, Recording recording, ForwardSweep forward) {
    this.structure = structure;
    this.recording = recording;
    this.forward = forward;
  }

  /** Starts the reverse block of a branch's arm. */
  void open(Scope scope, BlockBuilder builder) {
    frames.put(scope, new Frame(builder, null, null));
  }

  /**
   * Starts the reverse block of a loop's body.
   *
   * @param counter the number of the iteration
   * @param base what the running count of the loop's iterations was at its entry; null for zero
   */
  void open(Scope scope, BlockBuilder builder, Value counter, Value base) {
    frames.put(scope, new Frame(builder, counter, base));
  }

  void close(Scope scope) {
    frames.remove(scope);
  }

  /** The value as the forward sweep had it. */
  Value get(Value value) {
    Recording.Source source = recording.source(value);
    Scope scope = structure.scope(value);
    if (source == Recording.Source.VISIBLE) {
      return now(value);
    }
    if (source == Recording.Source.SAVED && scope.loop() == null) {
      return now(forward.atTop(value));
    }
    Frame frame = frames.get(scope);
    Value recalled = frame.recalled.get(value);
    if (recalled == null) {
      recalled = recall(value, source, scope, frame);
      frame.recalled.put(value, recalled);
    }
    return recalled;
  }

  private Value recall(Value value, Recording.Source source, Scope scope, Frame frame) {
    return switch (source) {
      case COUNTER -> frame.counter;
      case INDEX -> index(value, frame);
      case RECOMPUTED -> recompute(value, frame);
      case SAVED -> load(value, scope, frame);
      case VISIBLE -> now(value);
    };
  }

  /** The running count of a nested loop's iterations. */
  Value total(Operation.Loop loop) {
    return now(forward.total(loop));
  }

  /** From here on values are those of an iteration that is repeated. */
  void repeat(Substitution iteration) {
    repeated.push(iteration);
  }

  /** The iteration that was repeated is past. */
  void repeated(Substitution iteration) {
    if (repeated.pop() != iteration) {
      throw new IllegalStateException("another iteration is repeated");
    }
  }

  /** What a value of the forward sweep has become in the iterations that are repeated. */
  Value now(Value value) {
    for (Substitution iteration : repeated) {
      Value own = iteration.get(value);
      if (own != value) {
        return own;
      }
    }
    return value;
  }

  private Value index(Value value, Frame frame) {
    Recording.Index index = recording.index(value);
    Value start = get(index.start());
    BlockBuilder builder = frame.builder;
    Value steps = frame.counter;
    if (index.step() != 1 && index.step() != -1) {
      steps = builder.times(steps, builder.constant(index.step()));
    }
    Arithmetic operator = index.step() == -1 ? Arithmetic.SUB : Arithmetic.ADD;
    return builder.elementary(Substitution.like(value), operator, start, steps);
  }

  private Value recompute(Value value, Frame frame) {
    Operation definition = structure.definition(value);
    Substitution copy = Substitution.fresh();
    definition.operands().forEach(operand -> copy.put(operand, get(operand)));
    frame.builder.add(copy.apply(definition));
    return copy.get(value);
  }

  private Value load(Value value, Scope scope, Frame frame) {
    Value slot = slot(frames.get(bodyOf(scope)));
    return frame.builder.load(Substitution.like(value), now(forward.buffer(value)), slot);
  }

  /** The scope of the innermost loop's body. */
  private static Scope bodyOf(Scope scope) {
    Scope body = scope;
    while (body.owner() != scope.loop()) {
      body = body.parent();
    }
    return body;
  }

  private static Value slot(Frame body) {
    if (body.slot == null) {
      body.slot = body.base == null ? body.counter : body.builder.plus(body.base, body.counter);
    }
    return body.slot;
  }
}
