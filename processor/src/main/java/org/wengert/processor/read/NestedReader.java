package org.wengert.processor.read;

import com.sun.source.tree.MethodInvocationTree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.model.Derivative;
import org.wengert.processor.model.GeneratedMethod;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Traversal;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Lowers calls of derivatives of other methods: their values, and the derivatives, each a call. */
final class NestedReader {
  private final Lowering lowering;

  NestedReader(Lowering lowering) {
    this.lowering = lowering;
  }

  /** The call's value; null where the method is void. */
  Value read(MethodInvocationTree tree, GeneratedMethod method, List<Value> arguments)
      throws ProblemException {
    type(method, tree);
    if (method.meaning().form() == Derivative.Form.SECOND_ORDER) {
      throw lowering.problem(
          Message.NESTED_SECOND_ORDER,
          tree,
          method.getSimpleName(),
          method.meaning().method().getSimpleName());
    }
    Callees.Nested nested = nested(tree, method);
    return switch (method.meaning().form()) {
      case JVP -> tangent(tree, method, nested, arguments);
      case VJP -> adjoint(tree, method, nested, arguments);
      case GRADIENT -> gradient(tree, method, nested, arguments);
      case JACOBIAN -> jacobian(tree, method, nested, arguments);
      case HVP -> product(tree, method, thirdOrder(tree, nested), arguments);
      case HESSIAN -> hessian(tree, method, thirdOrder(tree, nested), arguments);
      default -> throw lowering.problem(Message.NESTED_SERIES, tree, method.getSimpleName());
    };
  }

  private Callees.Nested nested(MethodInvocationTree tree, GeneratedMethod method)
      throws ProblemException {
    try {
      return lowering.callees().nested(method.meaning().method());
    } catch (CalleeException e) {
      throw lowering.problem(e.template(), tree, e.arguments());
    }
  }

  /** Refuses what has no third derivatives. */
  private Callees.Nested thirdOrder(MethodInvocationTree tree, Callees.Nested nested)
      throws ProblemException {
    Callee primal = nested.primal();
    if (primal.derivatives().orElseThrow().order() != Callee.Sweeps.ANY) {
      throw lowering.problem(Message.CALLEE_SECOND_ORDER, tree, primal.method());
    }
    return nested;
  }

  private Value tangent(
      MethodInvocationTree tree,
      GeneratedMethod method,
      Callees.Nested nested,
      List<Value> arguments)
      throws ProblemException {
    List<Value> own = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < count(method); i++) {
      own.add(arguments.get(next++));
      next += nested.wrt().contains(i) ? 1 : 0;
    }
    Value value = invoke(tree, nested.primal(), own, type(method, tree));
    Value tangent = invoke(tree, nested.tangent(), arguments, value.type());
    return record(tree, method, List.of(value, tangent));
  }

  private Value adjoint(
      MethodInvocationTree tree,
      GeneratedMethod method,
      Callees.Nested nested,
      List<Value> arguments)
      throws ProblemException {
    List<Value> own = new ArrayList<>();
    List<Value> all = new ArrayList<>();
    List<Value> scalars = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < count(method); i++) {
      Value argument = arguments.get(next++);
      own.add(argument);
      all.add(argument);
      if (nested.wrt().contains(i)) {
        if (argument.type().isArray()) {
          all.add(arguments.get(next++));
        } else {
          scalars.add(cell(argument.type(), tree));
          all.add(scalars.get(scalars.size() - 1));
        }
      }
    }
    all.add(arguments.get(next));
    Value value = invoke(tree, nested.primal(), own, type(method, tree));
    call(tree, nested.adjoint(), List.of(), all);
    if (scalars.isEmpty()) {
      return value;
    }
    List<Value> components = new ArrayList<>(List.of(value));
    for (Value scalar : scalars) {
      components.add(content(scalar, tree));
    }
    return record(tree, method, components);
  }

  private Value gradient(
      MethodInvocationTree tree,
      GeneratedMethod method,
      Callees.Nested nested,
      List<Value> arguments)
      throws ProblemException {
    List<Value> all = new ArrayList<>();
    List<Value> bars = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Value argument = arguments.get(i);
      all.add(argument);
      if (nested.wrt().contains(i)) {
        bars.add(bar(tree, argument));
        all.add(bars.get(bars.size() - 1));
      }
    }
    Value value = invoke(tree, nested.primal(), arguments, type(method, tree));
    all.add(lowering.at(tree).number(value.type(), 1));
    call(tree, nested.adjoint(), List.of(), all);
    return record(tree, method, components(tree, value, arguments, bars, nested));
  }

  private Value jacobian(
      MethodInvocationTree tree,
      GeneratedMethod method,
      Callees.Nested nested,
      List<Value> arguments)
      throws ProblemException {
    Value value = invoke(tree, nested.primal(), arguments, type(method, tree));
    Value rows = lowering.at(tree).length(value);
    return matrix(tree, nested.jacobian(), value.type().arrayOf(), rows, nested, arguments);
  }

  private Value hessian(
      MethodInvocationTree tree,
      GeneratedMethod method,
      Callees.Nested nested,
      List<Value> arguments)
      throws ProblemException {
    Type type = type(method, tree).arrayOf().arrayOf();
    return matrix(tree, nested.hessian(), type, null, nested, arguments);
  }

  /**
   * A new matrix with a column for each scalar, filled in by a method.
   *
   * @param rows how many it has; null if as many as columns
   */
  private Value matrix(
      MethodInvocationTree tree,
      Callee filling,
      Type type,
      Value rows,
      Callees.Nested nested,
      List<Value> arguments)
      throws ProblemException {
    List<Value> inputs = new ArrayList<>();
    nested.wrt().stream().sorted().forEach(i -> inputs.add(arguments.get(i)));
    Value columns = NestedSize.of(inputs, lowering.at(tree));
    Value matrix =
        lowering.at(tree).newArray(Value.temporary(type), rows == null ? columns : rows, columns);
    List<Value> all = new ArrayList<>(arguments);
    all.add(matrix);
    call(tree, filling, List.of(), all);
    return matrix;
  }

  private Value product(
      MethodInvocationTree tree,
      GeneratedMethod method,
      Callees.Nested nested,
      List<Value> arguments)
      throws ProblemException {
    List<Value> own = new ArrayList<>();
    List<Value> all = new ArrayList<>();
    List<Value> bars = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < count(method); i++) {
      Value argument = arguments.get(next++);
      own.add(argument);
      all.add(argument);
      if (nested.wrt().contains(i)) {
        all.add(arguments.get(next++));
        bars.add(bar(tree, argument));
        all.add(bars.get(bars.size() - 1));
      }
    }
    Value value = invoke(tree, nested.primal(), own, type(method, tree));
    call(tree, nested.product(), List.of(), all);
    return record(tree, method, components(tree, value, own, bars, nested));
  }

  /** Where the adjoint of an argument goes. */
  private Value bar(MethodInvocationTree tree, Value argument) throws ProblemException {
    return argument.type().isArray()
        ? Traversal.zerosLike(argument, lowering.at(tree))
        : cell(argument.type(), tree);
  }

  /** The value, and what is in the adjoints. */
  private List<Value> components(
      MethodInvocationTree tree,
      Value value,
      List<Value> arguments,
      List<Value> bars,
      Callees.Nested nested)
      throws ProblemException {
    List<Value> components = new ArrayList<>(List.of(value));
    int next = 0;
    for (int i = 0; i < arguments.size(); i++) {
      if (nested.wrt().contains(i)) {
        Value bar = bars.get(next++);
        components.add(arguments.get(i).type().isArray() ? bar : content(bar, tree));
      }
    }
    return components;
  }

  private static int count(GeneratedMethod method) {
    return method.meaning().method().getParameters().size();
  }

  /** A new array for one number. */
  private Value cell(Type type, MethodInvocationTree tree) throws ProblemException {
    return lowering
        .at(tree)
        .newArray(Value.temporary(type.arrayOf()), lowering.at(tree).constant(1));
  }

  private Value content(Value cell, MethodInvocationTree tree) throws ProblemException {
    return lowering.at(tree).load(cell, lowering.at(tree).constant(0));
  }

  private Type type(GeneratedMethod method, MethodInvocationTree tree) throws ProblemException {
    if (method.meaning().method().getReturnType().getKind() == TypeKind.VOID) {
      throw lowering.problem(Message.NESTED_FORM, tree, method.getSimpleName());
    }
    return lowering.computable(method.meaning().method().getReturnType(), tree);
  }

  private Value invoke(MethodInvocationTree tree, Callee callee, List<Value> arguments, Type type)
      throws ProblemException {
    Value result = Value.temporary(type);
    call(tree, callee, List.of(result), arguments);
    return result;
  }

  private void call(
      MethodInvocationTree tree, Callee callee, List<Value> results, List<Value> arguments)
      throws ProblemException {
    lowering
        .at(tree)
        .add(
            new Operation.Invoke(
                results, callee, Callee.Form.PRIMAL, arguments, lowering.region().builder().at()));
  }

  private Value record(MethodInvocationTree tree, GeneratedMethod method, List<Value> components)
      throws ProblemException {
    lowering.computable(method.getReturnType(), tree);
    return lowering
        .records()
        .of(lowering.layouts().of(method.getReturnType()).orElseThrow(), components);
  }
}
