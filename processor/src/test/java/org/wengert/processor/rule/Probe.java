package org.wengert.processor.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Interpreter;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operator;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;
import org.wengert.processor.tape.Verifier;

/** Evaluates rules at points, by way of verified tapes. */
final class Probe {
  private Probe() {}

  /** An operation on operands of these types, whose names are x, y and z. */
  static Operation.Elementary operation(Operator operator, List<Type> operands) {
    List<Value> inputs = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      inputs.add(Value.named(operands.get(i), List.of("x", "y", "z").get(i)));
    }
    return new Operation.Elementary(
        Value.named(result(operator, operands), "r"), operator, inputs, Location.NONE);
  }

  private static Type result(Operator operator, List<Type> operands) {
    if (operator instanceof Arithmetic arithmetic) {
      return switch (arithmetic) {
        case LT, LE, GT, GE, EQ, NE -> Type.BOOLEAN;
        case TO_INT -> Type.INT;
        case TO_LONG -> Type.LONG;
        case TO_FLOAT -> Type.FLOAT;
        case TO_DOUBLE -> Type.DOUBLE;
        case SELECT -> operands.get(1);
        default -> operands.get(0);
      };
    }
    return operands.get(0);
  }

  /** The tape (operands, seed) to seed times partial derivative. */
  static Tape scaled(Operator operator, int operand, List<Type> operands) {
    Operation.Elementary operation = operation(operator, operands);
    Value seed = Value.named(operation.result().type(), "seed");
    BlockBuilder body = new BlockBuilder();
    body.add(operation);
    Value scaled = Rules.scale(operation, operand, seed, body);
    List<Value> parameters = new ArrayList<>(operation.inputs());
    parameters.add(seed);
    return Verifier.verify(new Tape("scaled", parameters, body.yield(List.of(scaled))));
  }

  /** The value of an operation. */
  static Object value(Operator operator, Object... point) {
    Operation.Elementary operation = operation(operator, types(point));
    BlockBuilder body = new BlockBuilder();
    body.add(operation);
    List<Value> result = List.of(operation.result());
    return Interpreter.run(new Tape("value", operation.inputs(), body.yield(result)), point).get(0);
  }

  /** Seed times partial derivative at a point of boxed operands. */
  static Object scaled(Operator operator, int operand, Object seed, Object... point) {
    List<Object> arguments = new ArrayList<>(List.of(point));
    arguments.add(seed);
    return Interpreter.run(scaled(operator, operand, types(point)), arguments.toArray()).get(0);
  }

  /** The partial derivative by an operand of an operation on doubles. */
  static double partial(Operator operator, int operand, Object... point) {
    return (double) scaled(operator, operand, 1.0, point);
  }

  /** The derivative by {@code other} of the partial derivative by {@code operand}. */
  static double second(Operator operator, int operand, int other, Object... point) {
    Tape partial = scaled(operator, operand, types(point));
    Tape tangent = Verifier.verify(tangent(partial, other));
    List<Object> arguments = new ArrayList<>(List.of(point));
    arguments.add(1.0);
    return (double) Interpreter.run(tangent, arguments.toArray()).get(0);
  }

  /** The derivative of a straight-line tape of one result by one parameter. */
  private static Tape tangent(Tape tape, int parameter) {
    BlockBuilder body = new BlockBuilder();
    Map<Value, Value> tangents = new HashMap<>();
    Value wrt = tape.parameters().get(parameter);
    tangents.put(wrt, body.number(wrt.type(), 1));
    for (Operation operation : tape.body().operations()) {
      body.add(operation);
      if (operation instanceof Operation.Elementary elementary) {
        List<Value> inputs = elementary.inputs();
        for (int i = 0; i < inputs.size(); i++) {
          if (tangents.containsKey(inputs.get(i)) && Rules.flows(elementary, i)) {
            Value seed = body.convert(tangents.get(inputs.get(i)), elementary.result().type());
            Value term = Rules.scale(elementary, i, seed, body);
            tangents.merge(elementary.result(), term, body::plus);
          }
        }
      }
    }
    Value result = tape.results().get(0);
    Value tangent = tangents.containsKey(result) ? tangents.get(result) : body.zero(result.type());
    return new Tape("tangent", tape.parameters(), body.yield(List.of(tangent)));
  }

  static List<Type> types(Object... point) {
    List<Type> types = new ArrayList<>();
    for (Object operand : point) {
      types.add(type(operand));
    }
    return types;
  }

  private static Type type(Object operand) {
    if (operand instanceof Boolean) {
      return Type.BOOLEAN;
    } else if (operand instanceof Integer) {
      return Type.INT;
    }
    return operand instanceof Float ? Type.FLOAT : Type.DOUBLE;
  }
}
