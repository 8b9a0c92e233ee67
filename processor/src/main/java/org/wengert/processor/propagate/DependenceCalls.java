package org.wengert.processor.propagate;

import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Calls of the runtime's dependences.
 *
 * @param object the runtime's object
 */
record DependenceCalls(Value object) {
  private static final String RUNTIME = "org.wengert.Dependences";

  static final Type TYPE = Type.opaque(RUNTIME);

  /** What depends on all of these, of which there is at least one. */
  Value union(List<Value> values, BlockBuilder builder) {
    Value all = values.get(0);
    for (Value value : values.subList(1, values.size())) {
      if (value != all) {
        all = number("union", builder, all, value);
      }
    }
    return all;
  }

  /** A value that has a second derivative by two others besides. */
  Value product(Value value, Value a, Value b, BlockBuilder builder) {
    return number("product", builder, value, a, b);
  }

  /** What depends on all elements of an array. */
  Value all(Value array, BlockBuilder builder) {
    return number("all", builder, array);
  }

  /** What a call makes of all that it was given. */
  Value called(Value all, BlockBuilder builder) {
    return number("called", builder, all);
  }

  /** Defines the given result so. */
  void called(Value result, Value all, BlockBuilder builder) {
    add(List.of(result), "called", List.of(object, all), builder);
  }

  /** Makes all elements of an array depend on the same. */
  void fill(Value array, Value all, BlockBuilder builder) {
    add(List.of(), "fill", List.of(object, array, all), builder);
  }

  /**
   * Defines the given result as what belongs to an array that a call returned.
   *
   * @param fresh what it is where the array is new
   * @param known arrays that it may be, or be a row of, each followed by what belongs to it
   */
  void twin(Value result, Value returned, Value fresh, List<Value> known, BlockBuilder builder) {
    List<Value> arguments = new ArrayList<>(List.of(object, returned, fresh));
    arguments.addAll(known);
    add(List.of(result), "twin", arguments, builder);
  }

  private Value number(String method, BlockBuilder builder, Value... values) {
    Value result = Value.temporary(Type.INT);
    List<Value> arguments = new ArrayList<>(List.of(object));
    arguments.addAll(List.of(values));
    add(List.of(result), method, arguments, builder);
    return result;
  }

  private static void add(
      List<Value> results, String method, List<Value> arguments, BlockBuilder builder) {
    builder.add(
        new Operation.Invoke(
            results,
            Callee.ofObject(RUNTIME, method),
            Callee.Form.PRIMAL,
            arguments,
            builder.at()));
  }
}
