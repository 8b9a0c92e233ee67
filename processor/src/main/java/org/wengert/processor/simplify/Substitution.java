package org.wengert.processor.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** Copies operations with other values in them; what does not change is not copied. */
final class Substitution {
  private Substitution() {}

  /**
   * The operation with other values for those it reads or defines itself, its blocks as they are.
   */
  static Operation values(Operation operation, UnaryOperator<Value> to) {
    if (keeps(operation.operands(), to)
        && keeps(operation.results(), to)
        && (!(operation instanceof Operation.Loop loop) || keeps(loop.carried(), to))) {
      return operation;
    }
    if (operation instanceof Operation.Constant o) {
      return new Operation.Constant(to.apply(o.result()), o.value(), o.at());
    }
    if (operation instanceof Operation.Elementary o) {
      return new Operation.Elementary(
          to.apply(o.result()), o.operator(), values(o.inputs(), to), o.at());
    }
    if (operation instanceof Operation.ReadStatic o) {
      return new Operation.ReadStatic(
          to.apply(o.result()), o.owner(), o.field(), o.fixed(), o.at());
    }
    if (operation instanceof Operation.Load o) {
      return new Operation.Load(
          to.apply(o.result()), to.apply(o.array()), to.apply(o.index()), o.at());
    }
    if (operation instanceof Operation.Store o) {
      return new Operation.Store(
          to.apply(o.array()), to.apply(o.index()), to.apply(o.value()), o.at());
    }
    if (operation instanceof Operation.Length o) {
      return new Operation.Length(to.apply(o.result()), to.apply(o.array()), o.at());
    }
    if (operation instanceof Operation.NewArray o) {
      return new Operation.NewArray(to.apply(o.result()), values(o.lengths(), to), o.at());
    }
    if (operation instanceof Operation.CloneArray o) {
      return new Operation.CloneArray(to.apply(o.result()), to.apply(o.array()), o.at());
    }
    if (operation instanceof Operation.Acquire o) {
      return new Operation.Acquire(to.apply(o.result()), to.apply(o.length()), o.at());
    }
    if (operation instanceof Operation.Reserve o) {
      return new Operation.Reserve(
          to.apply(o.result()), to.apply(o.buffer()), to.apply(o.length()), o.at());
    }
    if (operation instanceof Operation.Branch o) {
      return new Operation.Branch(
          values(o.results(), to), to.apply(o.condition()), o.whenTrue(), o.whenFalse(), o.at());
    }
    if (operation instanceof Operation.Loop o) {
      return new Operation.Loop(
          values(o.results(), to),
          values(o.initial(), to),
          values(o.carried(), to),
          o.condition(),
          o.body(),
          o.megabytes(),
          o.at());
    }
    if (operation instanceof Operation.Call o) {
      return new Operation.Call(o.tape(), values(o.arguments(), to), o.at());
    }
    if (operation instanceof Operation.Invoke o) {
      return new Operation.Invoke(
          values(o.results(), to), o.callee(), o.form(), values(o.arguments(), to), o.at());
    }
    if (operation instanceof Operation.Throw o) {
      return new Operation.Throw(o.exception(), arguments(o.arguments(), to), o.at());
    }
    throw new AssertionError(operation);
  }

  static List<Value> values(List<Value> values, UnaryOperator<Value> to) {
    return values.stream().map(to).toList();
  }

  private static boolean keeps(List<Value> values, UnaryOperator<Value> to) {
    for (Value value : values) {
      if (to.apply(value) != value) {
        return false;
      }
    }
    return true;
  }

  private static List<Operation.Argument> arguments(
      List<Operation.Argument> arguments, UnaryOperator<Value> to) {
    List<Operation.Argument> copies = new ArrayList<>();
    for (Operation.Argument argument : arguments) {
      List<Operation.Part> parts = new ArrayList<>();
      for (Operation.Part part : argument.parts()) {
        parts.add(
            part instanceof Operation.Operand operand
                ? new Operation.Operand(to.apply(operand.value()))
                : part);
      }
      copies.add(new Operation.Argument(parts));
    }
    return copies;
  }
}
