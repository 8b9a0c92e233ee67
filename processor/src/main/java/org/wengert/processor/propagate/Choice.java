package org.wengert.processor.propagate;

import java.util.HashMap;
import java.util.Map;
import org.wengert.processor.rule.Rules;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Operations that hand on one of their operands, such as {@code max}: by their rules the partial
 * derivative by an operand that was not taken is a selected zero.
 */
final class Choice {
  private final Map<Value, Operation> definitions = new HashMap<>();
  private final BlockBuilder builder;
  private final Value its;

  private Choice(Value its, BlockBuilder builder) {
    this.its = its;
    this.builder = builder;
  }

  /**
   * What the result takes of a number that accompanies an operand: the number or, where the operand
   * was not taken, zero. The number itself where the operation does not choose.
   */
  static Value taken(Operation.Elementary operation, int operand, Value its, BlockBuilder builder) {
    BlockBuilder steps = new BlockBuilder().at(builder.at());
    Type type = operation.result().type();
    Value partial = Rules.scale(operation, operand, steps.number(type, 1), steps);
    Choice choice = new Choice(its, builder);
    for (Operation step : steps.operations()) {
      step.results().forEach(result -> choice.definitions.put(result, step));
    }
    if (!choice.chooses(partial)) {
      return its;
    }
    steps.operations().forEach(builder::add);
    return choice.follow(partial);
  }

  private boolean chooses(Value partial) {
    return definitions.get(partial) instanceof Operation.Elementary select
        && select.operator() == Arithmetic.SELECT
        && (isZero(select.inputs().get(1)) || isZero(select.inputs().get(2)));
  }

  private boolean isZero(Value partial) {
    return definitions.get(partial) instanceof Operation.Constant constant
        && ((Number) constant.value()).doubleValue() == 0;
  }

  private Value follow(Value partial) {
    if (isZero(partial)) {
      return builder.constant(0);
    }
    if (!chooses(partial)) {
      return its;
    }
    Operation.Elementary select = (Operation.Elementary) definitions.get(partial);
    return builder.select(
        select.inputs().get(0), follow(select.inputs().get(1)), follow(select.inputs().get(2)));
  }
}
