package org.wengert.processor.propagate;

import java.util.List;
import java.util.Optional;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Taylor series, as the runtime's {@code Series} keeps them, whatever the type of the scalar.
 *
 * @param terms how many coefficients there are
 */
record SeriesCompanion(Value terms) implements Companion {
  @Override
  public Type type() {
    return Type.DOUBLE.arrayOf();
  }

  @Override
  public Optional<Value> length() {
    return Optional.of(terms);
  }

  @Override
  public String suffix() {
    return "Series";
  }

  @Override
  public Value ofConstant(BlockBuilder builder) {
    return builder.newArray(Value.temporary(type()), terms);
  }

  @Override
  public Value of(Operation.Elementary operation, List<Value> companions, BlockBuilder builder) {
    return new SeriesRule(operation, companions, this, builder).result();
  }

  @Override
  public void call(
      Operation.Invoke call, List<Value> companions, List<Value> results, BlockBuilder builder) {
    throw new IllegalStateException("refused before");
  }

  /** Calls a method of the runtime that gives a series. */
  Value call(String owner, String method, List<Value> arguments, BlockBuilder builder) {
    Value result = Value.temporary(type());
    define(result, owner, method, arguments, builder);
    return result;
  }

  /** Defines a value by a call of the runtime. */
  static void define(
      Value result, String owner, String method, List<Value> arguments, BlockBuilder builder) {
    builder.add(
        new Operation.Invoke(
            List.of(result),
            Callee.plain(owner, method),
            Callee.Form.PRIMAL,
            arguments,
            builder.at()));
  }
}
