package org.wengert.processor.emit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Buffers in which the parts of a split tape hand values to each other: one for each type, a slot
 * for each value. A slot holds the value of the current iteration.
 */
final class Frames {
  private final Map<Type, Value> arrays = new LinkedHashMap<>();
  private final Map<Type, Integer> sizes = new HashMap<>();
  private final Map<Value, Integer> slots = new HashMap<>();

  /** The buffer for values of this type. */
  Value array(Type type) {
    return arrays.computeIfAbsent(type, key -> Value.named(key.arrayOf(), name(key)));
  }

  private static String name(Type type) {
    if (type.equals(Type.DOUBLE)) {
      return "frame";
    }
    String kind = type.kind().name().toLowerCase(Locale.ROOT);
    return kind + "Array".repeat(type.rank()) + "Frame";
  }

  boolean isFrame(Value value) {
    return value.type().isArray() && arrays.get(value.type().element()) == value;
  }

  /** Whether there are buffers of such values. */
  boolean canHold(Value value) {
    return !isFrame(value)
        && !value.type().isNarrow()
        && (value.type().isArray() || value.type().kind() != Type.Kind.REFERENCE);
  }

  /** Whether the operation takes a value out of its slot. */
  boolean isLoad(Operation operation) {
    return operation instanceof Operation.Load load && isFrame(load.array());
  }

  /** Operations that define a value as what its slot holds. */
  List<Operation> load(Value value) {
    Value slot = Value.temporary(Type.INT);
    return List.of(
        new Operation.Constant(slot, slot(value), Location.NONE),
        new Operation.Load(value, array(value.type()), slot, Location.NONE));
  }

  /** Operations that put a value into its slot. */
  List<Operation> store(Value value) {
    Value slot = Value.temporary(Type.INT);
    return List.of(
        new Operation.Constant(slot, slot(value), Location.NONE),
        new Operation.Store(array(value.type()), slot, value, Location.NONE));
  }

  /** The operations that make the buffers. */
  List<Operation> acquire() {
    BlockBuilder builder = new BlockBuilder();
    arrays.forEach(
        (type, array) -> {
          Value length = builder.constant(sizes.get(type));
          builder.add(new Operation.Acquire(array, length, Location.NONE));
        });
    return builder.operations();
  }

  private int slot(Value value) {
    return slots.computeIfAbsent(value, key -> sizes.merge(key.type(), 1, Integer::sum) - 1);
  }
}
