package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** The reverse sweep of a method that is called. */
final class ReverseCall {
  private ReverseCall() {}

  /** The callee has kept what it needs, and goes back on its own. */
  static void sweep(
      Operation.Invoke invoke, ReverseContext context, Adjoints adjoints, BlockBuilder builder) {
    List<Value> seeds = new ArrayList<>();
    for (Value result : invoke.results()) {
      if (result.type().isFloating()) {
        Value seed = adjoints.take(result);
        seeds.add(
            seed == null ? builder.zero(result.type()) : builder.convert(seed, result.type()));
      }
    }
    List<Value> scalars = new ArrayList<>();
    List<Value> bars = new ArrayList<>();
    int next = 0;
    for (int i = 0; next < invoke.arguments().size(); i++) {
      Value argument = invoke.arguments().get(next++);
      if (invoke.isActive(i) && argument.type().isArray()) {
        next++; // its adjoint array
      } else if (invoke.isActive(i)) {
        scalars.add(argument);
        Value bar = Value.temporary(argument.type());
        context
            .zeros()
            .mark(bar, StructuralZeros.Origin.UNUSED); // perhaps the callee made no use of it
        bars.add(bar);
      }
    }
    builder.add(
        new Operation.Invoke(bars, invoke.callee(), Callee.Form.REVERSE, seeds, invoke.at()));
    for (int i = 0; i < scalars.size(); i++) {
      if (context.activity().isActive(scalars.get(i))) {
        context.accumulate(scalars.get(i), bars.get(i), adjoints, builder);
      }
    }
  }
}
