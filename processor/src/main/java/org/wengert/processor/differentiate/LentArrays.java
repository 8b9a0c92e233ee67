package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/**
 * Derivative arrays of zeros for constants that a call may write to. Where the constants may share
 * arrays, so do these.
 */
final class LentArrays {
  private LentArrays() {}

  static Map<Value, Value> zeros(List<Value> constants, BlockBuilder builder) {
    Map<Value, Value> zeros = new LinkedHashMap<>();
    for (Value constant : constants) {
      boolean alone =
          constant.type().rank() == 1
              && constants.stream()
                  .noneMatch(
                      other -> other != constant && other.type().kind() == constant.type().kind());
      zeros.put(constant, alone ? Zeros.like(constant, builder) : twin(constant, zeros, builder));
    }
    return zeros;
  }

  private static Value twin(Value constant, Map<Value, Value> known, BlockBuilder builder) {
    List<Value> arguments = new ArrayList<>(List.of(constant));
    known.forEach(
        (other, its) -> {
          if (other.type().kind() == constant.type().kind()) {
            arguments.add(other);
            arguments.add(its);
          }
        });
    Value twin = Value.temporary(constant.type());
    builder.add(
        new Operation.Invoke(
            List.of(twin), Callee.ZEROS_LIKE, Callee.Form.PRIMAL, arguments, builder.at()));
    return twin;
  }
}
