package org.wengert.processor.differentiate;

import java.util.List;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Calls of the runtime's checkpoints of one loop.
 *
 * @param object the runtime's object
 */
record Checkpoints(Value object) {
  private static final Type TYPE = Type.opaque(Callee.CHECKPOINTS);

  /**
   * Makes them.
   *
   * @param count the number of iterations; null where that is not known
   */
  static Checkpoints make(int megabytes, Value count, BlockBuilder builder) {
    Value object = Value.named(TYPE, "checkpoints");
    Value memory = builder.constant(megabytes);
    builder.add(
        new Operation.Invoke(
            List.of(object),
            Callee.plain(Callee.CHECKPOINTS, "in"),
            Callee.Form.PRIMAL,
            count == null ? List.of(memory) : List.of(memory, count),
            builder.at()));
    return new Checkpoints(object);
  }

  /** Whether what a block takes from the storage is given back at its end. */
  static boolean giveBack(Block block) {
    return block.operations().stream()
        .anyMatch(
            operation ->
                operation instanceof Operation.Invoke invoke
                    && invoke.callee().owner().equals(Callee.CHECKPOINTS)
                    && invoke.callee().method().equals("wentBack"));
  }

  /** Calls a method that returns nothing. */
  void call(String method, BlockBuilder builder) {
    add(List.of(), method, List.of(object), builder);
  }

  /** Calls a method with one argument that returns nothing. */
  void call(String method, Value argument, BlockBuilder builder) {
    add(List.of(), method, List.of(object, argument), builder);
  }

  /** Calls a method with two arguments that returns nothing. */
  void call(String method, Value first, Value second, BlockBuilder builder) {
    add(List.of(), method, List.of(object, first, second), builder);
  }

  /** Calls a method that returns a boolean. */
  Value ask(String method, String name, BlockBuilder builder) {
    Value answer = Value.named(Type.BOOLEAN, name);
    add(List.of(answer), method, List.of(object), builder);
    return answer;
  }

  /** Defines a value as the next one of the snapshot. */
  void load(Value value, BlockBuilder builder) {
    String type = value.type().toString();
    boolean isReference = value.type().isArray() || value.type().kind() == Type.Kind.REFERENCE;
    String method =
        isReference
            ? "loadReference"
            : "load" + Character.toUpperCase(type.charAt(0)) + type.substring(1);
    add(List.of(value), method, List.of(object), builder);
  }

  private static void add(
      List<Value> results, String method, List<Value> arguments, BlockBuilder builder) {
    builder.add(
        new Operation.Invoke(
            results,
            Callee.ofObject(Callee.CHECKPOINTS, method),
            Callee.Form.PRIMAL,
            arguments,
            builder.at()));
  }
}
