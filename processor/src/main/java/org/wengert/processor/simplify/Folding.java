package org.wengert.processor.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** An elementary operation on constants becomes a constant. */
final class Folding implements Rule {
  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (!(operation instanceof Operation.Elementary elementary)) {
      return false;
    }
    List<Object> inputs = new ArrayList<>();
    for (Value input : elementary.inputs()) {
      Optional<Object> literal = rewriter.literal(input);
      if (literal.isEmpty()) {
        return false;
      }
      inputs.add(literal.get());
    }
    Optional<Object> folded = Evaluation.of(elementary.operator(), inputs);
    folded.ifPresent(
        value ->
            rewriter.emit(new Operation.Constant(elementary.result(), value, elementary.at())));
    return folded.isPresent();
  }
}
