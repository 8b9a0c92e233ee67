package org.wengert.processor.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wengert.processor.analyze.DerivativeTypes;
import org.wengert.processor.rule.Rules;
import org.wengert.processor.simplify.Simplifier;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The partial derivatives of a tape's elementary operations, each kind once: as tapes, for the page
 * to compute with, and as text.
 */
final class RuleTable {
  /** Longer ones say nothing at a glance. */
  private static final int LONGEST_TEXT = 60;

  private final DerivativeTypes types;
  private final Map<Value, Object> constants;
  private final Map<List<Object>, Integer> positions = new HashMap<>();
  private final List<Object> rules = new ArrayList<>();

  /**
   * @param constants the literals on the tape
   */
  RuleTable(Tape tape, Map<Value, Object> constants) {
    this.types = DerivativeTypes.of(tape);
    this.constants = constants;
  }

  /** All that have been asked for. */
  List<Object> rules() {
    return rules;
  }

  /** Where the rule of an operation stands; -1 if it has no derivative. */
  int position(Operation.Elementary operation) {
    boolean flows = false;
    List<Object> key = new ArrayList<>(List.of(operation.operator()));
    for (int i = 0; i < operation.inputs().size(); i++) {
      Value input = operation.inputs().get(i);
      flows |= flows(operation, i);
      key.add(input.type());
      key.add(constants.containsKey(input) ? List.of(constants.get(input)) : List.of());
    }
    if (!flows) {
      return -1;
    }
    Integer known = positions.get(key);
    if (known == null) {
      known = rules.size();
      positions.put(key, known);
      rules.add(rule(operation));
    }
    return known;
  }

  private List<Object> rule(Operation.Elementary operation) {
    List<Object> partials = new ArrayList<>();
    for (int i = 0; i < operation.inputs().size(); i++) {
      partials.add(flows(operation, i) ? partial(operation, i) : null);
    }
    return partials;
  }

  private boolean flows(Operation.Elementary operation, int operand) {
    return Rules.flows(operation, operand)
        && !constants.containsKey(operation.inputs().get(operand));
  }

  private Map<String, Object> partial(Operation.Elementary operation, int operand) {
    Value seed = Value.named(types.of(operation.result()), "d");
    BlockBuilder builder = new BlockBuilder();
    Tape map = map(operation, operand, seed, builder);
    BlockBuilder ofOne = new BlockBuilder();
    Tape slope = map(operation, operand, ofOne.number(seed.type(), 1), ofOne);
    Expression text = text(Simplifier.of(slope));
    Map<String, Object> partial = new LinkedHashMap<>();
    partial.put("map", TapeJson.of(map));
    partial.put("text", text.text().length() > LONGEST_TEXT ? "" : text.text());
    partial.put("binding", text.binding());
    return partial;
  }

  /** Of the operands, the result and the seed: the seed times the partial derivative. */
  private Tape map(Operation.Elementary operation, int operand, Value seed, BlockBuilder builder) {
    List<Value> parameters = new ArrayList<>();
    List<Value> inputs = new ArrayList<>();
    for (Value input : operation.inputs()) {
      Value parameter = Value.named(input.type(), "{" + inputs.size() + "}");
      parameters.add(parameter);
      inputs.add(
          constants.containsKey(input)
              ? builder.constant(input.type(), constants.get(input))
              : parameter);
    }
    Value result = Value.named(operation.result().type(), "{r}");
    parameters.add(result);
    parameters.add(seed);
    Operation.Elementary copy =
        new Operation.Elementary(result, operation.operator(), inputs, Location.NONE);
    Value scaled = Rules.scale(copy, operand, seed, builder);
    return new Tape("", parameters, builder.yield(List.of(scaled)));
  }

  /** What a tape of elementary operations computes. */
  private static Expression text(Tape slope) {
    Map<Value, Expression> expressions = new HashMap<>();
    for (Value parameter : slope.parameters()) {
      expressions.put(parameter, Expression.atom(parameter.name()));
    }
    for (Operation operation : slope.body().operations()) {
      if (operation instanceof Operation.Constant constant) {
        expressions.put(constant.result(), Expression.literal(constant.value()));
      } else if (operation instanceof Operation.Elementary elementary) {
        List<Expression> operands = elementary.inputs().stream().map(expressions::get).toList();
        expressions.put(
            elementary.result(),
            elementary.result().type().equals(Type.DOUBLE)
                    && elementary.inputs().get(0).type().equals(Type.FLOAT)
                ? operands.get(0) // floats are exact as doubles
                : Expression.of(elementary.operator(), operands));
      }
    }
    return expressions.get(slope.results().get(0));
  }
}
