package org.wengert.processor.simplify;

import java.util.List;
import java.util.Optional;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operator;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** An elementary operation that a rule looks at, and the ways to take its place. */
record Match(Operation.Elementary operation, Rewriter rewriter) {
  Value first() {
    return operation.inputs().get(0);
  }

  Value second() {
    return operation.inputs().get(1);
  }

  boolean isFloating() {
    return first().type().isFloating();
  }

  /** Whether a value is a small number. */
  boolean is(Value value, int number) {
    return isLiteral(value, Literals.of(value.type(), number));
  }

  /** Whether a value is a constant, to the last bit. */
  boolean isLiteral(Value value, Object literal) {
    return rewriter.literal(value).filter(literal::equals).isPresent();
  }

  /** What the operator was applied to, where the value is its result. */
  Optional<Value> operand(Operator operator, Value value) {
    return rewriter
        .elementary(value)
        .filter(definition -> definition.operator().equals(operator))
        .map(definition -> definition.inputs().get(0));
  }

  /** The same, but only of values without a name: what the user named stays in use. */
  Optional<Value> unnamed(Operator operator, Value value) {
    return value.isNamed() ? Optional.empty() : operand(operator, value);
  }

  boolean becomes(Value value) {
    rewriter.replace(operation.result(), value);
    return true;
  }

  boolean becomesLiteral(Object literal) {
    rewriter.emit(new Operation.Constant(operation.result(), literal, operation.at()));
    return true;
  }

  /** A constant appended before what takes the operation's place. */
  Value literal(Type type, Object literal) {
    Value result = Value.temporary(type);
    rewriter.emit(new Operation.Constant(result, literal, operation.at()));
    return result;
  }

  /** Zero in the type of the operands. */
  boolean becomesZero() {
    return becomesLiteral(Literals.of(first().type(), 0));
  }

  boolean becomes(Operator operator, Value... inputs) {
    rewriter.rewrite(
        new Operation.Elementary(operation.result(), operator, List.of(inputs), operation.at()));
    return true;
  }

  /** The same operator on other operands. */
  boolean becomesOn(Value... inputs) {
    return becomes(operation.operator(), inputs);
  }

  boolean has(Arithmetic operator) {
    return operation.operator() == operator;
  }
}
