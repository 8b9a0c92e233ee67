package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.wengert.processor.analyze.FreeValues;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The two sweeps of an adjoint as tapes of their own.
 *
 * @param forward its last results are what it hands over
 * @param reverse its last parameters are what it is handed, in the same order
 * @param size the number of values handed over
 */
public record Handover(Tape forward, Tape reverse, int size) {
  /** More go into buffers. */
  private static final int MOST_VALUES = 50;

  private static final String NAME = "kept";

  /** Hands over what the reverse tape reads of the forward one's values, constants aside. */
  static Handover of(Tape forward, Tape reverse) {
    Map<Value, Operation> constants = new HashMap<>();
    for (Operation operation : forward.body().operations()) {
      if (operation instanceof Operation.Constant constant) {
        constants.put(constant.result(), constant);
      }
    }
    List<Operation> operations = new ArrayList<>();
    List<Value> parameters = new ArrayList<>(reverse.parameters());
    List<Value> results = new ArrayList<>(forward.results());
    int size = 0;
    for (Value value : FreeValues.of(reverse.body(), reverse.parameters())) {
      if (constants.containsKey(value)) {
        operations.add(constants.get(value));
      } else {
        parameters.add(value);
        results.add(value);
        size++;
      }
    }
    operations.addAll(reverse.body().operations());
    return new Handover(
        new Tape(forward.name(), forward.parameters(), yielding(forward, results)),
        new Tape(reverse.name(), parameters, new Block(operations, reverse.results())),
        size);
  }

  private static Block yielding(Tape tape, List<Value> results) {
    return tape.body().completes() ? new Block(tape.body().operations(), results) : tape.body();
  }

  /** Both tapes transformed; what the reverse one then has no use for is not handed over. */
  public Handover map(UnaryOperator<Tape> transformation) {
    Tape after = transformation.apply(reverse);
    Set<Value> read = FreeValues.of(after.body());
    int own = after.parameters().size() - size;
    int ownResults = forward.results().size() - size;
    List<Value> parameters = new ArrayList<>(after.parameters().subList(0, own));
    List<Value> results = new ArrayList<>();
    if (forward.body().completes()) {
      results.addAll(forward.results().subList(0, ownResults));
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      Value handed = after.parameters().get(own + i);
      if (read.contains(handed)) {
        parameters.add(handed);
        results.add(forward.results().get(ownResults + i));
        kept++;
      }
    }
    Tape before = new Tape(forward.name(), forward.parameters(), yielding(forward, results));
    return new Handover(
        transformation.apply(before), new Tape(after.name(), parameters, after.body()), kept);
  }

  /**
   * The same with buffers handed over in place of many values: each value is stored where it is
   * defined and loaded where it is first read, so that large sweeps can be split.
   */
  public Handover packed() {
    return size <= MOST_VALUES || !forward.body().completes() ? this : pack();
  }

  private Handover pack() {
    int own = reverse.parameters().size() - size;
    int ownResults = forward.results().size() - size;
    Map<Type, Value> buffers = new LinkedHashMap<>();
    Map<Type, Integer> lengths = new HashMap<>();
    Map<Value, Slot> stored = new LinkedHashMap<>();
    Map<Value, Slot> loaded = new HashMap<>();
    for (int i = 0; i < size; i++) {
      Value kept = forward.results().get(ownResults + i);
      Value buffer =
          buffers.computeIfAbsent(kept.type(), type -> Value.named(type.arrayOf(), NAME));
      // A value that is handed over in several places has one slot.
      Slot slot =
          stored.computeIfAbsent(
              kept, key -> new Slot(buffer, lengths.merge(key.type(), 1, Integer::sum) - 1));
      loaded.put(reverse.parameters().get(own + i), slot);
    }
    List<Value> results = new ArrayList<>(forward.results().subList(0, ownResults));
    results.addAll(buffers.values());
    List<Value> parameters = new ArrayList<>(reverse.parameters().subList(0, own));
    parameters.addAll(buffers.values());
    return new Handover(
        new Tape(
            forward.name(), forward.parameters(), storing(stored, buffers, lengths).yield(results)),
        new Tape(reverse.name(), parameters, loading(loaded)),
        buffers.size());
  }

  /** A place in a buffer. */
  private record Slot(Value buffer, int index) {
    void store(Value value, BlockBuilder builder) {
      builder.store(buffer, builder.constant(index), value);
    }

    void load(Value value, BlockBuilder builder) {
      builder.load(value, buffer, builder.constant(index));
    }
  }

  private BlockBuilder storing(
      Map<Value, Slot> stored, Map<Type, Value> buffers, Map<Type, Integer> lengths) {
    BlockBuilder builder = new BlockBuilder();
    buffers.forEach(
        (type, buffer) ->
            builder.add(
                new Operation.Acquire(buffer, builder.constant(lengths.get(type)), Location.NONE)));
    for (Value parameter : forward.parameters()) {
      if (stored.containsKey(parameter)) {
        stored.get(parameter).store(parameter, builder);
      }
    }
    for (Operation operation : forward.body().operations()) {
      builder.at(operation.at()).add(operation);
      for (Value result : operation.results()) {
        if (stored.containsKey(result)) {
          stored.get(result).store(result, builder);
        }
      }
    }
    return builder;
  }

  private Block loading(Map<Value, Slot> loaded) {
    BlockBuilder builder = new BlockBuilder();
    Map<Value, Slot> remaining = new HashMap<>(loaded);
    for (Operation operation : reverse.body().operations()) {
      builder.at(operation.at());
      load(FreeValues.of(new Block(List.of(operation), List.of())), remaining, builder);
      builder.add(operation);
    }
    load(reverse.results(), remaining, builder);
    return builder.yield(reverse.results());
  }

  private static void load(
      Collection<Value> values, Map<Value, Slot> remaining, BlockBuilder builder) {
    for (Value value : values) {
      Slot slot = remaining.remove(value);
      if (slot != null) {
        slot.load(value, builder);
      }
    }
  }
}
