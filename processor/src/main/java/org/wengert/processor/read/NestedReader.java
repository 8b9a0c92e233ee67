package org.wengert.processor.read;

import com.sun.source.tree.MethodInvocationTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
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
    if (primal.derivatives().orElseThrow().order() < Callee.Sweeps.upTo(3)) {
      throw lowering.problem(Message.CALLEE_ORDER, tree, primal.method(), 2, 3, 3);
    }
    return nested;
  }

  /**
   * The arguments of a call.
   *
   * @param own those of the method itself
   * @param following what follows them, by position of the parameter
   */
  private record Given(List<Value> own, Map<Integer, Value> following) {
    /**
     * @param isFollowed whether a parameter that the derivative is taken by is followed by another
     */
    static Given of(
        int count, Set<Integer> wrt, List<Value> arguments, Predicate<Value> isFollowed) {
      List<Value> own = new ArrayList<>();
      Map<Integer, Value> following = new TreeMap<>();
      int next = 0;
      for (int i = 0; i < count; i++) {
        own.add(arguments.get(next++));
        if (wrt.contains(i) && isFollowed.test(own.get(i))) {
          following.put(i, arguments.get(next++));
        }
      }
      return new Given(own, following);
    }

    /** The method's own arguments, each followed by what stands at its position. */
    List<Value> followedBy(List<Map<Integer, Value>> others) {
      List<Value> all = new ArrayList<>();
      for (int i = 0; i < own.size(); i++) {
        all.add(own.get(i));
        for (Map<Integer, Value> other : others) {
          if (other.containsKey(i)) {
            all.add(other.get(i));
          }
        }
      }
      return all;
    }
  }

  private static Given given(
      GeneratedMethod method,
      Callees.Nested nested,
      List<Value> arguments,
      Predicate<Value> isFollowed) {
    int count = method.meaning().method().getParameters().size();
    return Given.of(count, nested.wrt(), arguments, isFollowed);
  }

  private Value tangent(
      MethodInvocationTree tree,
      GeneratedMethod method,
      Callees.Nested nested,
      List<Value> arguments)
      throws ProblemException {
    List<Value> own = given(method, nested, arguments, value -> true).own();
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
    Given given = given(method, nested, arguments, value -> value.type().isArray());
    Map<Integer, Value> bars = new TreeMap<>(given.following());
    for (int i : nested.wrt()) {
      if (!bars.containsKey(i)) {
        bars.put(i, cell(given.own().get(i).type(), tree));
      }
    }
    List<Value> all = given.followedBy(List.of(bars));
    all.add(arguments.get(arguments.size() - 1));
    Value value = invoke(tree, nested.primal(), given.own(), type(method, tree));
    call(tree, nested.adjoint(), List.of(), all);
    bars.keySet().removeAll(given.following().keySet());
    return bars.isEmpty() ? value : record(tree, method, components(tree, value, given, bars));
  }

  private Value gradient(
      MethodInvocationTree tree,
      GeneratedMethod method,
      Callees.Nested nested,
      List<Value> arguments)
      throws ProblemException {
    Given given = given(method, nested, arguments, value -> false);
    Map<Integer, Value> bars = bars(tree, given, nested);
    List<Value> all = given.followedBy(List.of(bars));
    Value value = invoke(tree, nested.primal(), arguments, type(method, tree));
    all.add(lowering.at(tree).number(value.type(), 1));
    call(tree, nested.adjoint(), List.of(), all);
    return record(tree, method, components(tree, value, given, bars));
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
    Given given = given(method, nested, arguments, value -> true);
    Map<Integer, Value> bars = bars(tree, given, nested);
    Value value = invoke(tree, nested.primal(), given.own(), type(method, tree));
    List<Value> all = given.followedBy(List.of(given.following(), bars));
    call(tree, nested.product(), List.of(), all);
    return record(tree, method, components(tree, value, given, bars));
  }

  /** Where the adjoints of the arguments go: arrays of one element for scalars. */
  private Map<Integer, Value> bars(MethodInvocationTree tree, Given given, Callees.Nested nested)
      throws ProblemException {
    Map<Integer, Value> bars = new TreeMap<>();
    for (int i : nested.wrt()) {
      Value argument = given.own().get(i);
      bars.put(
          i,
          argument.type().isArray()
              ? Traversal.zerosLike(argument, lowering.at(tree))
              : cell(argument.type(), tree));
    }
    return bars;
  }

  /** The value, and what is in the adjoints. */
  private List<Value> components(
      MethodInvocationTree tree, Value value, Given given, Map<Integer, Value> bars)
      throws ProblemException {
    List<Value> components = new ArrayList<>(List.of(value));
    for (Map.Entry<Integer, Value> bar : bars.entrySet()) {
      boolean isArray = given.own().get(bar.getKey()).type().isArray();
      components.add(isArray ? bar.getValue() : content(bar.getValue(), tree));
    }
    return components;
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
