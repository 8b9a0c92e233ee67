package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wengert.processor.analyze.Scope;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** A branch backwards: each arm hands out the adjoints that it changes. */
final class ReverseBranch {
  private final ReverseContext context;
  private final ReverseSweep sweep;

  ReverseBranch(ReverseContext context, ReverseSweep sweep) {
    this.context = context;
    this.sweep = sweep;
  }

  void sweep(Operation.Branch branch, Adjoints adjoints, BlockBuilder builder) {
    List<Value> seeds = new ArrayList<>();
    for (Value result : branch.results()) {
      seeds.add(context.isActiveScalar(result) ? adjoints.take(result) : null);
    }
    Value condition = context.recall().get(branch.condition());
    BlockBuilder whenTrue = new BlockBuilder().at(branch.at());
    Adjoints ifTrue = arm(branch.whenTrue(), seeds, adjoints, whenTrue);
    BlockBuilder whenFalse = new BlockBuilder().at(branch.at());
    Adjoints ifFalse = arm(branch.whenFalse(), seeds, adjoints, whenFalse);

    Set<Value> keys = new LinkedHashSet<>();
    addOuter(ifTrue, context.structure().scope(branch.whenTrue()), adjoints, keys);
    addOuter(ifFalse, context.structure().scope(branch.whenFalse()), adjoints, keys);
    List<Value> results = new ArrayList<>();
    List<Value> trueYields = new ArrayList<>();
    List<Value> falseYields = new ArrayList<>();
    for (Value key : keys) {
      Value result = Value.named(context.types().of(key), context.nameOf(key));
      context
          .zeros()
          .mark(
              result,
              StructuralZeros.either(
                  context.zeros().origin(ifTrue.get(key)),
                  context.zeros().origin(ifFalse.get(key))));
      results.add(result);
      trueYields.add(context.getOrZero(key, ifTrue, whenTrue));
      falseYields.add(context.getOrZero(key, ifFalse, whenFalse));
      adjoints.set(key, result);
    }
    builder.add(
        new Operation.Branch(
            results,
            condition,
            whenTrue.yield(trueYields),
            whenFalse.yield(falseYields),
            branch.at()));
  }

  private Adjoints arm(Block arm, List<Value> seeds, Adjoints adjoints, BlockBuilder builder) {
    Adjoints layer = adjoints.layer();
    if (!arm.completes()) {
      return layer;
    }
    Scope scope = context.structure().scope(arm);
    context.recall().open(scope, builder);
    for (int i = 0; i < seeds.size(); i++) {
      Value yielded = arm.yields().get(i);
      if (seeds.get(i) != null && context.isActiveScalar(yielded)) {
        context.accumulate(yielded, seeds.get(i), layer, builder);
      }
    }
    sweep.sweep(arm, layer, builder);
    context.recall().close(scope);
    return layer;
  }

  private void addOuter(Adjoints layer, Scope arm, Adjoints under, Set<Value> keys) {
    for (Value key : layer.changed()) {
      boolean outer =
          ReverseContext.isRunningCount(key)
              ? under.get(key) != null
              : !context.structure().scope(key).isWithin(arm);
      if (outer) {
        keys.add(key);
      }
    }
  }
}
