package org.wengert.processor.differentiate;

import static org.wengert.processor.differentiate.NestedCall.invoke;
import static org.wengert.processor.differentiate.NestedCall.like;
import static org.wengert.processor.differentiate.NestedCall.zeros;

import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The derivative of a method in a direction as a method that others call: it takes the method's
 * parameters, each of those that it is taken with respect to followed by its tangent, and gives the
 * tangent of the result.
 */
public final class NestedTangent {
  private NestedTangent() {}

  /** The positions of what it is differentiated by. */
  public static List<Integer> active(NestedCall call) {
    return call.active(2);
  }

  /** The tape that its derivatives are made of. */
  public static Tape tape(NestedCall call, String name) {
    BlockBuilder builder = new BlockBuilder();
    List<Value> own = new ArrayList<>();
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < call.parameters().size(); i++) {
      Value value = call.parameters().get(i);
      own.add(value);
      arguments.add(value);
      if (call.isIn(i)) {
        Value dot = like(value, "Dot");
        own.add(dot);
        arguments.add(dot);
      } else if (call.isReal(i)) {
        arguments.add(zeros(value, builder));
      }
    }
    Type type = call.results().get(0);
    Value value = Value.temporary(type);
    Value dot = Value.named(type, "resultDot");
    invoke(List.of(value, dot), call.callee().ofTangent(), Callee.Form.PRIMAL, arguments, builder);
    return new Tape(name, own, builder.yield(List.of(dot)));
  }
}
