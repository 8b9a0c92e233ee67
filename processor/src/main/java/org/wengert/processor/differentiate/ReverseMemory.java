package org.wengert.processor.differentiate;

import java.util.List;
import java.util.Optional;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** What loads, stores and copies do: adjoints of array elements live in the array's shadow. */
final class ReverseMemory {
  private final ReverseContext context;
  private final ReverseArithmetic arithmetic;

  ReverseMemory(ReverseContext context, ReverseArithmetic arithmetic) {
    this.context = context;
    this.arithmetic = arithmetic;
  }

  void sweep(Operation.CloneArray clone, BlockBuilder builder) {
    if (context.activity().isActive(clone.result())
        && context.activity().isActive(clone.array())
        && clone.result().type().rank() == 1) {
      Zeros.accumulate(context.shadow(clone.array()), context.shadow(clone.result()), builder);
    }
  }

  void sweep(Operation.Load load, Adjoints adjoints, BlockBuilder builder) {
    if (load.result().type().isArray() || !context.activity().isActive(load.result())) {
      return;
    }
    Value adjoint = adjoints.take(load.result());
    if (adjoint != null) {
      Value shadow = context.shadow(load.array());
      Value index = context.recall().get(load.index());
      Value term = builder.convert(adjoint, load.result().type());
      builder.store(shadow, index, builder.plus(builder.load(shadow, index), term));
    }
  }

  /** The overwritten element had no influence from here on, the stored value has all of it. */
  void sweep(
      Operation.Store store, Optional<Integer> addend, Adjoints adjoints, BlockBuilder builder) {
    if (store.value().type().isArray() || !context.activity().isActive(store.array())) {
      return;
    }
    Value shadow = context.shadow(store.array());
    Value index = context.recall().get(store.index());
    if (addend.isPresent()) {
      Operation.Elementary sum =
          (Operation.Elementary) context.structure().definition(store.value());
      if (arithmetic.isDifferentiatedBy(sum, addend.get())) {
        arithmetic.propagate(sum, addend.get(), element(shadow, index, builder), adjoints, builder);
      }
    } else if (context.activity().isActive(store.value())) {
      Value adjoint = element(shadow, index, builder);
      builder.store(shadow, index, builder.zero(store.value().type()));
      context.accumulate(store.value(), adjoint, adjoints, builder);
    } else {
      builder.store(shadow, index, builder.zero(store.value().type()));
    }
  }

  private Value element(Value shadow, Value index, BlockBuilder builder) {
    Value adjoint = builder.load(shadow, index);
    context.zeros().mark(adjoint, StructuralZeros.Origin.ELEMENT);
    return adjoint;
  }

  /** What was accumulated for a grown buffer belongs to the one it was grown from. */
  void sweep(Operation.Reserve reserve, BlockBuilder builder) {
    if (!context.activity().isActive(reserve.result())) {
      return;
    }
    Value old = context.shadow(reserve.buffer());
    Value grown = context.shadow(reserve.result());
    Value same = builder.compare(Arithmetic.EQ, builder.length(old), builder.length(grown));
    BlockBuilder copy = new BlockBuilder().at(reserve.at());
    Zeros.accumulatePrefix(old, grown, copy);
    builder.add(
        new Operation.Branch(
            List.of(),
            same,
            new BlockBuilder().yield(List.of()),
            copy.yield(List.of()),
            reserve.at()));
  }
}
