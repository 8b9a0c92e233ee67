package org.wengert.processor.differentiate;

import java.util.List;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Traversal;
import org.wengert.processor.tape.Value;

/**
 * A callee may hand out an array that is a constant to it. As its result the array has a tangent or
 * an adjoint, as its argument none, and what the caller writes into the one would be lost in the
 * other.
 */
public final class CallResults {
  private CallResults() {}

  /** Refuses, at run time, an array that is both, where anything is written into either. */
  public static void check(Operation.Invoke primal, Activity activity, BlockBuilder builder) {
    if (primal.callee().isPure()) {
      return; // something new
    }
    for (Value result : primal.results()) {
      if (!result.type().isArray() || !activity.isVaried(result)) {
        continue;
      }
      for (int i = 0; i < primal.arguments().size(); i++) {
        Value argument = primal.arguments().get(i);
        if (!primal.isActive(i)
            && argument.type().kind() == result.type().kind()
            && argument.type().rank() >= result.type().rank()
            && (activity.isWritten(result) || activity.isWritten(argument))) {
          refuse(result, argument, primal.callee().method(), builder);
        }
      }
    }
  }

  private static void refuse(Value result, Value array, String method, BlockBuilder builder) {
    if (array.type().rank() == result.type().rank()) {
      throwIf(builder.compare(Arithmetic.EQ, result, array), method, builder);
    } else {
      Traversal.forEachIndex(
          "i",
          builder.length(array),
          builder,
          (index, body) -> refuse(result, body.load(array, index), method, body));
    }
  }

  private static void throwIf(Value condition, String method, BlockBuilder builder) {
    BlockBuilder refusal = new BlockBuilder().at(builder.at());
    String text =
        method + " returned an array that is a constant to it, and that is written into: clone it";
    refusal.add(
        new Operation.Throw(
            "java.lang.IllegalStateException",
            List.of(new Operation.Argument(List.of(new Operation.Text(text)))),
            builder.at()));
    builder.add(
        new Operation.Branch(
            List.of(),
            condition,
            refusal.yield(List.of()),
            new BlockBuilder().yield(List.of()),
            builder.at()));
  }
}
