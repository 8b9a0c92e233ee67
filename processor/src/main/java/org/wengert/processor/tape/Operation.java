package org.wengert.processor.tape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One entry of a tape. The language is closed under differentiation: every operation either has a
 * derivative expressed in these operations or carries none.
 */
public sealed interface Operation {
  /** The values this operation defines. */
  List<Value> results();

  /** The values it reads itself, without those that its blocks read. */
  List<Value> operands();

  /** The regions inside it, in order of evaluation. */
  default List<Block> blocks() {
    return List.of();
  }

  /**
   * The operation with other regions, asked for in order of evaluation; itself where none is
   * another.
   */
  default Operation withBlocks(UnaryOperator<Block> to) {
    return this;
  }

  /** Where it comes from in the source. */
  Location at();

  /**
   * A literal.
   *
   * @param value a {@code Boolean}, {@code Integer}, {@code Long}, {@code Float}, {@code Double} or
   *     {@code String} as the result's type says; null for the null reference
   */
  record Constant(Value result, Object value, Location at) implements Operation {
    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return List.of();
    }
  }

  /** An elementary operation: a function of scalars alone, without effect. */
  record Elementary(Value result, Operator operator, List<Value> inputs, Location at)
      implements Operation {
    public Elementary {
      inputs = List.copyOf(inputs);
    }

    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return inputs;
    }

    /** Whether it can end in an exception instead of a result. */
    public boolean mayThrow() {
      return operator.mayThrow(inputs.get(0).type());
    }
  }

  /**
   * A read of a static field, or through accessors, as in {@code F.x()}, of a component of a record
   * in such a field.
   *
   * @param fixed whether the field is final: then it has the same value at every time
   */
  record ReadStatic(Value result, String owner, String field, boolean fixed, Location at)
      implements Operation {
    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return List.of();
    }
  }

  /** {@code result = array[index]}; the result is an array where the array's rank is above one. */
  record Load(Value result, Value array, Value index, Location at) implements Operation {
    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return List.of(array, index);
    }
  }

  /** {@code array[index] = value}. */
  record Store(Value array, Value index, Value value, Location at) implements Operation {
    @Override
    public List<Value> results() {
      return List.of();
    }

    @Override
    public List<Value> operands() {
      return List.of(array, index, value);
    }
  }

  /** {@code result = array.length}. */
  record Length(Value result, Value array, Location at) implements Operation {
    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return List.of(array);
    }
  }

  /**
   * {@code result = new T[length0][length1]...}: zeros, or nulls where fewer lengths than the
   * result's rank are given.
   */
  record NewArray(Value result, List<Value> lengths, Location at) implements Operation {
    public NewArray {
      lengths = List.copyOf(lengths);
    }

    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return lengths;
    }
  }

  /** {@code result = array.clone()}: shallow, as in Java. */
  record CloneArray(Value result, Value array, Location at) implements Operation {
    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return List.of(array);
    }
  }

  /**
   * A buffer from the runtime's tape storage: at least {@code length} elements of arbitrary
   * content, this call's own until the tape returns.
   */
  record Acquire(Value result, Value length, Location at) implements Operation {
    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return List.of(length);
    }
  }

  /**
   * An acquired buffer made at least {@code length} long: the same content, perhaps in a new array;
   * the old one must not be used any more.
   */
  record Reserve(Value result, Value buffer, Value length, Location at) implements Operation {
    @Override
    public List<Value> results() {
      return List.of(result);
    }

    @Override
    public List<Value> operands() {
      return List.of(buffer, length);
    }
  }

  /**
   * {@code if}: evaluates one of two blocks. Each block that completes yields one value per result.
   */
  record Branch(List<Value> results, Value condition, Block whenTrue, Block whenFalse, Location at)
      implements Operation {
    public Branch {
      results = List.copyOf(results);
    }

    @Override
    public List<Value> operands() {
      return List.of(condition);
    }

    @Override
    public List<Block> blocks() {
      return List.of(whenTrue, whenFalse);
    }

    @Override
    public Branch withBlocks(UnaryOperator<Block> to) {
      Block first = to.apply(whenTrue);
      Block second = to.apply(whenFalse);
      return first == whenTrue && second == whenFalse
          ? this
          : new Branch(results, condition, first, second, at);
    }
  }

  /**
   * {@code while}: the carried values start as {@code initial}; as long as the condition block,
   * evaluated first, yields true, the body yields the next ones. The results are the carried values
   * when the condition yields false. Values defined in the condition are not visible in the body.
   *
   * @param megabytes of checkpoints, from which the reverse mode repeats iterations instead of
   *     recording them; 0 where it is not asked to
   */
  record Loop(
      List<Value> results,
      List<Value> initial,
      List<Value> carried,
      Block condition,
      Block body,
      int megabytes,
      Location at)
      implements Operation {
    /** A loop without checkpoints. */
    public Loop(
        List<Value> results,
        List<Value> initial,
        List<Value> carried,
        Block condition,
        Block body,
        Location at) {
      this(results, initial, carried, condition, body, 0, at);
    }

    public Loop {
      results = List.copyOf(results);
      initial = List.copyOf(initial);
      carried = List.copyOf(carried);
    }

    @Override
    public List<Value> operands() {
      return initial;
    }

    @Override
    public List<Block> blocks() {
      return List.of(condition, body);
    }

    @Override
    public Loop withBlocks(UnaryOperator<Block> to) {
      Block first = to.apply(condition);
      Block second = to.apply(body);
      return first == condition && second == body
          ? this
          : new Loop(results, initial, carried, first, second, megabytes, at);
    }
  }

  /** A call of another generated tape that only reads and writes arrays it is given. */
  record Call(String tape, List<Value> arguments, Location at) implements Operation {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<Value> results() {
      return List.of();
    }

    @Override
    public List<Value> operands() {
      return arguments;
    }
  }

  /**
   * A call of a method: whatever it does, it may read and write every array that it can reach
   * through its arguments, and throw.
   */
  record Invoke(
      List<Value> results, Callee callee, Callee.Form form, List<Value> arguments, Location at)
      implements Operation {
    public Invoke {
      results = List.copyOf(results);
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<Value> operands() {
      return arguments;
    }

    /**
     * Of the arguments of a call of the method itself, those that its derivatives are taken with
     * respect to; none where it has no derivatives.
     */
    public List<Value> active() {
      List<Value> active = new ArrayList<>();
      callee
          .derivatives()
          .ifPresent(sweeps -> sweeps.active().forEach(i -> active.add(arguments.get(i))));
      return active;
    }

    /** Whether derivatives of the method itself are taken with respect to an argument. */
    public boolean isActive(int argument) {
      return callee.derivatives().map(sweeps -> sweeps.active().contains(argument)).orElse(false);
    }

    /** Whether the callee may store into this array, or into one of its rows. */
    public boolean mayStore(Value array) {
      if (callee.isPure() || callee.hasWhole() && array.type().isDifferentiable()) {
        return false;
      }
      return stores().map(stored -> stored.contains(array)).orElse(true);
    }

    /** The arguments in which the callee stores numbers and does nothing else, where known. */
    public Optional<List<Value>> stores() {
      return form == Callee.Form.PRIMAL
          ? callee
              .derivatives()
              .flatMap(Callee.Sweeps::writes)
              .map(positions -> positions.stream().sorted().map(arguments::get).toList())
          : Optional.empty();
    }

    /** Whether it works on the open tape storage. */
    public boolean usesStorage() {
      return switch (form) {
        case PRIMAL -> callee.makesCheckpoints() || callee.isTangentOfTangent();
        case TANGENT -> callee.derivatives().orElseThrow().level() > 0;
        case FORWARD, REVERSE, WHOLE -> true;
      };
    }
  }

  /**
   * {@code throw new exception(arguments)}: ends the evaluation.
   *
   * @param exception the qualified name of the exception's class
   */
  record Throw(String exception, List<Argument> arguments, Location at) implements Operation {
    public Throw {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<Value> results() {
      return List.of();
    }

    @Override
    public List<Value> operands() {
      List<Value> operands = new ArrayList<>();
      for (Argument argument : arguments) {
        for (Part part : argument.parts()) {
          if (part instanceof Operand operand) {
            operands.add(operand.value());
          }
        }
      }
      return operands;
    }
  }

  /** One argument of an exception's constructor: a lone part as it is, several concatenated. */
  record Argument(List<Part> parts) {
    public Argument {
      parts = List.copyOf(parts);
    }
  }

  /** A piece of an exception's message. */
  sealed interface Part {}

  /** A string constant. */
  record Text(String text) implements Part {}

  /** A value, printed as Java prints it. */
  record Operand(Value value) implements Part {}
}
