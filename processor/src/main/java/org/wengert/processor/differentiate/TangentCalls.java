package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.DerivativeTypes;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * What calls of methods do to tangents: methods with derivatives are only called in one direction.
 */
final class TangentCalls {
  private final Activity activity;
  private final DerivativeTypes types;
  private final Lanes lanes;
  private final StructuralZeros zeros;
  private final boolean again;

  /**
   * @param again whether the tangent is to be differentiated once more
   */
  TangentCalls(
      Activity activity, DerivativeTypes types, Lanes lanes, StructuralZeros zeros, boolean again) {
    this.activity = activity;
    this.types = types;
    this.lanes = lanes;
    this.zeros = zeros;
    this.again = again;
  }

  /** Appends a call with its tangent. */
  void append(Operation.Invoke invoke, BlockBuilder builder) {
    if (activity.isDifferentiated(invoke)) {
      differentiate(invoke, builder);
    } else {
      builder.add(invoke);
      for (Value result : invoke.results()) {
        if (activity.isActive(result)) {
          // written into later on
          lanes.arrays().set(result, Zeros.like(result, lanes.width(), builder));
        }
      }
    }
    CallResults.check(invoke, activity, builder);
  }

  /** By partial derivatives that are asked for by themselves, so that they are differentiated. */
  private void differentiateByRules(
      Operation.Invoke invoke, Map<Integer, Callee> partials, BlockBuilder builder) {
    Lane lane = lanes.only();
    builder.add(invoke);
    Value result = invoke.results().get(0);
    Value sum = null;
    for (int i = 0; i < invoke.arguments().size(); i++) {
      Value tangent = lane.tangent(invoke.arguments().get(i));
      if (partials.containsKey(i) && tangent != null) {
        Value slope = Value.temporary(result.type());
        builder.add(
            new Operation.Invoke(
                List.of(slope),
                partials.get(i),
                Callee.Form.PRIMAL,
                invoke.arguments(),
                invoke.at()));
        Type type = types.of(result);
        Value term = builder.absorb(builder.convert(tangent, type), builder.convert(slope, type));
        zeros.mark(term, zeros.origin(tangent));
        sum = sum == null ? term : builder.plus(sum, term);
      }
    }
    if (sum != null) {
      lane.set(result, sum);
    }
  }

  private void differentiate(Operation.Invoke invoke, BlockBuilder builder) {
    Map<Integer, Callee> partials = invoke.callee().derivatives().orElseThrow().partials();
    if (again && !partials.isEmpty()) {
      differentiateByRules(invoke, partials, builder);
      return;
    }
    Lane lane = lanes.only();
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < invoke.arguments().size(); i++) {
      Value argument = invoke.arguments().get(i);
      arguments.add(argument);
      if (invoke.isActive(i)) {
        arguments.add(lanes.roundedTangent(lane, argument, builder));
      }
    }
    List<Value> results = new ArrayList<>();
    Map<Value, Value> returned = new LinkedHashMap<>();
    for (Value result : invoke.results()) {
      results.add(result);
      if (result.type().isDifferentiable()) {
        Value tangent = Value.named(result.type(), lane.nameFor(result));
        returned.put(result, tangent);
        results.add(tangent);
      }
    }
    builder.add(
        again
            ? new Operation.Invoke(
                results, invoke.callee().ofTangent(), Callee.Form.PRIMAL, arguments, invoke.at())
            : new Operation.Invoke(
                results, invoke.callee(), Callee.Form.TANGENT, arguments, invoke.at()));
    returned.forEach(
        (result, tangent) -> lane.put(result, lanes.widened(tangent, result, builder)));
  }
}
