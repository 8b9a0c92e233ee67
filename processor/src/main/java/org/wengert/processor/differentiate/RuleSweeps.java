package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Traversal;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The sweeps of a method whose derivative the user gives: tapes that call the method and the user's
 * rules.
 */
public final class RuleSweeps {
  private final Callee primal;
  private final List<Value> parameters;
  private final Optional<Type> result;

  /**
   * @param primal the method itself
   * @param parameters one value for each of its parameters, named as they are
   * @param result the type of its result, if there is one
   */
  public RuleSweeps(Callee primal, List<Value> parameters, Optional<Type> result) {
    this.primal = primal;
    this.parameters = List.copyOf(parameters);
    this.result = result;
  }

  /**
   * Value and tangent. A partial derivative whose tangent is zero is not asked for: it may not
   * exist.
   *
   * @param partials the rules, by position of the parameter
   */
  public Tape tangent(String name, Map<Integer, Callee> partials) {
    BlockBuilder builder = new BlockBuilder();
    List<Value> all = new ArrayList<>();
    Value value = call(primal, parameters, result, builder).orElseThrow();
    Value sum = null;
    for (int i = 0; i < parameters.size(); i++) {
      all.add(parameters.get(i));
      if (partials.containsKey(i)) {
        Value dot = Value.named(parameters.get(i).type(), parameters.get(i).name() + "Dot");
        all.add(dot);
        Value term = product(dot, partials.get(i), builder);
        sum = sum == null ? term : builder.plus(sum, term);
      }
    }
    return new Tape(name, all, builder.yield(List.of(value, sum)));
  }

  /** The sweeps that callers use, likewise. */
  public Handover sweeps(String forward, String reverse, Map<Integer, Callee> partials) {
    BlockBuilder first = new BlockBuilder();
    Value value = call(primal, parameters, result, first).orElseThrow();
    List<Value> kept = new ArrayList<>(List.of(value));
    kept.addAll(parameters);
    Value seed = Value.named(result.orElseThrow(), "resultBar");
    BlockBuilder second = new BlockBuilder();
    List<Value> bars = new ArrayList<>();
    partials.values().forEach(partial -> bars.add(product(seed, partial, second)));
    List<Value> handed = new ArrayList<>(List.of(seed));
    handed.addAll(parameters);
    return new Handover(
        new Tape(forward, parameters, first.yield(kept)),
        new Tape(reverse, handed, second.yield(bars)),
        parameters.size());
  }

  /** {@code seed * partial(...)}, zero where the seed is. */
  private Value product(Value seed, Callee partial, BlockBuilder builder) {
    Value isZero = builder.compare(Arithmetic.EQ, seed, builder.zero(seed.type()));
    BlockBuilder zero = new BlockBuilder();
    Block whenZero = zero.yield(List.of(zero.zero(seed.type())));
    BlockBuilder slope = new BlockBuilder();
    Value factor = call(partial, parameters, Optional.of(seed.type()), slope).orElseThrow();
    Block otherwise = slope.yield(List.of(slope.times(seed, factor)));
    Value term = Value.temporary(seed.type());
    builder.add(new Operation.Branch(List.of(term), isZero, whenZero, otherwise, Location.NONE));
    return term;
  }

  /**
   * The sweeps that callers use, by a rule that gives the adjoints all at once. It sees the arrays
   * as they were at the call.
   */
  public Handover sweeps(String forward, String reverse, Callee adjoint) {
    BlockBuilder first = new BlockBuilder();
    List<Value> given = new ArrayList<>();
    List<Value> kept = new ArrayList<>();
    List<Value> scalars = new ArrayList<>();
    for (Value parameter : parameters) {
      given.add(parameter);
      kept.add(parameter.type().isArray() ? copy(parameter, first) : parameter);
      if (parameter.type().isArray() && parameter.type().isDifferentiable()) {
        Value bar = Value.named(parameter.type(), parameter.name() + "Bar");
        given.add(bar);
        kept.add(bar);
      } else if (parameter.type().isFloating()) {
        scalars.add(parameter);
      }
    }
    List<Value> results = new ArrayList<>();
    List<Value> seeds = new ArrayList<>();
    List<Value> arguments = new ArrayList<>(kept);
    Optional<Value> value = call(primal, parameters, result, first);
    if (value.isPresent()) {
      results.add(value.get());
      if (value.get().type().isArray()) {
        refuseArguments(value.get(), first);
        Value bar = Zeros.like(value.get(), first);
        results.add(bar);
        kept.add(copy(value.get(), first));
        kept.add(bar);
        arguments.addAll(kept.subList(kept.size() - 2, kept.size()));
      } else {
        Value seed = Value.named(value.get().type(), "resultBar");
        seeds.add(seed);
        kept.add(value.get());
        arguments.add(value.get());
        arguments.add(seed);
      }
    }
    BlockBuilder second = new BlockBuilder();
    List<Value> bars = bars(adjoint, arguments, scalars, second);
    results.addAll(kept);
    seeds.addAll(kept);
    return new Handover(
        new Tape(forward, given, first.yield(results)),
        new Tape(reverse, seeds, second.yield(bars)),
        kept.size());
  }

  private static List<Value> bars(
      Callee adjoint, List<Value> arguments, List<Value> scalars, BlockBuilder builder) {
    if (scalars.size() <= 1) {
      Optional<Type> type = scalars.stream().map(Value::type).findFirst();
      return call(adjoint, arguments, type, builder).stream().toList();
    }
    Value all = call(adjoint, arguments, Optional.of(Type.DOUBLE.arrayOf()), builder).orElseThrow();
    List<Value> bars = new ArrayList<>();
    for (int i = 0; i < scalars.size(); i++) {
      Value bar = builder.load(all, builder.constant(i));
      bars.add(builder.convert(bar, scalars.get(i).type()));
    }
    return bars;
  }

  private static Optional<Value> call(
      Callee callee, List<Value> arguments, Optional<Type> type, BlockBuilder builder) {
    Optional<Value> value = type.map(Value::temporary);
    builder.add(
        new Operation.Invoke(
            value.stream().toList(), callee, Callee.Form.PRIMAL, arguments, Location.NONE));
    return value;
  }

  /** Its adjoint would be that of the argument. */
  private void refuseArguments(Value array, BlockBuilder builder) {
    for (Value parameter : parameters) {
      if (parameter.type().equals(array.type())) {
        BlockBuilder refusal = new BlockBuilder();
        String text =
            primal.method()
                + " returned its own argument, which its rules do not tell: return a"
                + " clone";
        refusal.add(
            new Operation.Throw(
                "java.lang.IllegalStateException",
                List.of(new Operation.Argument(List.of(new Operation.Text(text)))),
                Location.NONE));
        builder.add(
            new Operation.Branch(
                List.of(),
                builder.compare(Arithmetic.EQ, array, parameter),
                refusal.yield(List.of()),
                new BlockBuilder().yield(List.of()),
                Location.NONE));
      }
    }
  }

  static Value copy(Value array, BlockBuilder builder) {
    Value copy = Value.temporary(array.type());
    builder.add(new Operation.CloneArray(copy, array, Location.NONE));
    if (array.type().rank() > 1) {
      Traversal.forEachIndex(
          "i",
          builder.length(copy),
          builder,
          (index, body) -> {
            Value row = body.load(copy, index);
            Value none = body.zero(row.type());
            body.store(
                copy, index, Traversal.unlessNull(row, none, body, present -> copy(row, present)));
          });
    }
    return copy;
  }
}
