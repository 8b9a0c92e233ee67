package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.Iterations;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Gives every active array its adjoint array (a shadow that is passed around exactly as the array
 * is) and every loop that carries derivatives a count of its iterations.
 */
final class Augmentation {
  private final Structure structure;
  private final Activity activity;
  private final FusedParts fused;
  private final Checkpointing checkpointing;
  private final Naming names;
  private final Map<Value, Value> shadows = new HashMap<>();
  private final IdentityHashMap<Operation.Loop, Iterations> iterations = new IdentityHashMap<>();
  private final Map<Operation.Loop, CheckpointedLoop> checkpointed = new IdentityHashMap<>();
  private final Set<Value> allocations = new LinkedHashSet<>();

  private Augmentation(
      Structure structure,
      Activity activity,
      FusedParts fused,
      Checkpointing checkpointing,
      Naming names) {
    this.structure = structure;
    this.activity = activity;
    this.fused = fused;
    this.checkpointing = checkpointing;
    this.names = names;
  }

  static Augmented of(
      Tape tape,
      Set<Value> wrt,
      Structure structure,
      Activity activity,
      FusedParts fused,
      Checkpointing checkpointing,
      Naming names) {
    Augmentation augmentation = new Augmentation(structure, activity, fused, checkpointing, names);
    List<Value> parameters = new ArrayList<>();
    for (Value parameter : tape.parameters()) {
      parameters.add(parameter);
      if (wrt.contains(parameter) && parameter.type().isArray()) {
        parameters.add(augmentation.declare(parameter));
      }
    }
    BlockBuilder builder = new BlockBuilder();
    List<Value> lent =
        tape.parameters().stream()
            .filter(parameter -> !wrt.contains(parameter) && augmentation.hasShadow(parameter))
            .toList();
    augmentation.shadows.putAll(LentArrays.zeros(lent, builder));
    Block body = augmentation.augment(tape.body(), List.of(), builder);
    return new Augmented(
        new Tape(tape.name(), parameters, body),
        augmentation.shadows,
        augmentation.iterations,
        augmentation.checkpointed,
        augmentation.allocations);
  }

  private Value declare(Value array) {
    Value shadow = Value.named(array.type(), names.of(array));
    shadows.put(array, shadow);
    return shadow;
  }

  private boolean hasShadow(Value value) {
    return value.type().isArray() && activity.isActive(value);
  }

  /** The block with its shadows; active array targets receive shadows as well. */
  private Block augment(Block block, List<Value> targets, BlockBuilder builder) {
    block.operations().forEach(operation -> augment(operation, builder));
    List<Value> yields = new ArrayList<>(block.yields());
    if (block.completes()) {
      addShadows(block.yields(), targets, yields);
    }
    return builder.yield(yields);
  }

  private void addShadows(List<Value> values, List<Value> targets, List<Value> all) {
    for (int i = 0; i < targets.size(); i++) {
      if (hasShadow(targets.get(i))) {
        all.add(shadows.get(values.get(i)));
      }
    }
  }

  private List<Value> declareAll(List<Value> values) {
    List<Value> all = new ArrayList<>(values);
    for (Value value : values) {
      if (hasShadow(value)) {
        all.add(declare(value));
      }
    }
    return all;
  }

  private void augment(Operation operation, BlockBuilder builder) {
    builder.at(operation.at());
    if (fused.contains(operation)) {
      builder.add(operation);
      return;
    }
    if (operation instanceof Operation.Branch branch) {
      Block whenTrue = augment(branch.whenTrue(), branch.results(), new BlockBuilder());
      Block whenFalse = augment(branch.whenFalse(), branch.results(), new BlockBuilder());
      builder.add(
          new Operation.Branch(
              declareAll(branch.results()), branch.condition(), whenTrue, whenFalse, branch.at()));
      return;
    }
    if (operation instanceof Operation.Loop loop) {
      augment(loop, builder);
      return;
    }
    if (operation instanceof Operation.Invoke invoke) {
      if (activity.isDifferentiated(invoke)) {
        augment(invoke, builder);
      } else {
        builder.add(invoke);
        for (Value result : invoke.results()) {
          if (hasShadow(result)) {
            shadows.put(result, Zeros.like(result, builder)); // written into later on
          }
        }
      }
      CallResults.check(invoke, activity, builder);
      return;
    }
    builder.add(operation);
    if (operation.results().isEmpty()) {
      if (operation instanceof Operation.Store store && hasShadow(store.value())) {
        builder.store(shadows.get(store.array()), store.index(), shadows.get(store.value()));
      }
      return;
    }
    if (hasShadow(operation.results().get(0))) {
      shadow(operation, operation.results().get(0), builder);
    }
  }

  private void augment(Operation.Invoke invoke, BlockBuilder builder) {
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < invoke.arguments().size(); i++) {
      Value argument = invoke.arguments().get(i);
      arguments.add(argument);
      if (invoke.isActive(i) && argument.type().isArray()) {
        Value shadow = shadows.get(argument);
        arguments.add(shadow == null ? Zeros.like(argument, builder) : shadow);
      }
    }
    List<Value> results = new ArrayList<>();
    for (Value result : invoke.results()) {
      results.add(result);
      if (result.type().isArray() && result.type().isDifferentiable()) {
        results.add(declare(result));
      }
    }
    builder.add(
        new Operation.Invoke(
            results, invoke.callee(), Callee.Form.FORWARD, arguments, invoke.at()));
  }

  private void shadow(Operation operation, Value array, BlockBuilder builder) {
    if (operation instanceof Operation.Load load) {
      Value rows = shadows.get(load.array());
      builder.load(declare(array), rows, load.index());
    } else if (operation instanceof Operation.NewArray creation) {
      allocations.add(builder.newArray(declare(array), creation.lengths().toArray(Value[]::new)));
    } else if (operation instanceof Operation.CloneArray clone && array.type().rank() > 1) {
      Value rows = shadows.get(clone.array());
      builder.add(new Operation.CloneArray(declare(array), rows, clone.at()));
    } else if (operation instanceof Operation.CloneArray
        || operation instanceof Operation.Acquire) {
      allocations.add(builder.newArray(declare(array), builder.length(array)));
    } else if (operation instanceof Operation.Reserve reserve) {
      reserve(reserve, builder);
    } else if (operation instanceof Operation.Constant) {
      builder.add(new Operation.Constant(declare(array), null, operation.at()));
    } else {
      throw new IllegalStateException("no adjoint array for " + operation);
    }
  }

  /** A grown buffer has a longer shadow, of zeros still: nothing has been accumulated yet. */
  private void reserve(Operation.Reserve reserve, BlockBuilder builder) {
    Value old = shadows.get(reserve.buffer());
    Value length = builder.length(reserve.result());
    Value same = builder.compare(Arithmetic.EQ, length, builder.length(old));
    BlockBuilder grown = new BlockBuilder().at(reserve.at());
    Value longer = grown.newArray(Value.temporary(old.type()), length);
    builder.add(
        new Operation.Branch(
            List.of(declare(reserve.result())),
            same,
            new BlockBuilder().yield(List.of(old)),
            grown.yield(List.of(longer)),
            reserve.at()));
  }

  /** Of more iterations than an int can count, the sweep back would make another number. */
  private static Value next(Value counter, TripCount trips, BlockBuilder body) {
    return trips.iterations().atEntry()
        ? body.plus(counter, body.constant(1))
        : body.elementary(MathCall.of(MathFunction.INCREMENT_EXACT), Type.INT, counter);
  }

  private void augment(Operation.Loop loop, BlockBuilder builder) {
    boolean reversed = activity.touches(loop) && loop.body().completes();
    TripCount trips = reversed ? TripCount.of(loop, structure, builder) : null;
    List<Value> initial = new ArrayList<>(loop.initial());
    addShadows(loop.initial(), loop.carried(), initial);
    List<Value> carried = declareAll(loop.carried());
    BlockBuilder conditionBuilder = new BlockBuilder();
    Block condition = augment(loop.condition(), List.of(), conditionBuilder);
    BlockBuilder bodyBuilder = new BlockBuilder();
    Block body = augment(loop.body(), loop.carried(), bodyBuilder);
    List<Value> results = new ArrayList<>(loop.results());
    for (int i = 0; i < loop.carried().size(); i++) {
      if (hasShadow(loop.carried().get(i))) {
        results.add(declare(loop.results().get(i)));
      }
    }
    boolean repeated = reversed && checkpointing.contains(loop);
    if (reversed && !repeated && trips.needsCounter()) {
      Value counter = Value.named(Type.INT, "k");
      initial.add(builder.constant(0));
      carried.add(counter);
      bodyBuilder.at(loop.at());
      List<Value> yields = new ArrayList<>(body.yields());
      yields.add(next(counter, trips, bodyBuilder));
      body = bodyBuilder.yield(yields);
      Value counted = Value.named(Type.INT, "count");
      results.add(counted);
      trips = trips.countedBy(counter, counted);
    }
    Operation.Loop augmented =
        new Operation.Loop(results, initial, carried, condition, body, loop.at());
    builder.add(augmented);
    if (repeated) {
      Value count = trips.iterations().atEntry() ? trips.iterations().count() : null;
      checkpointed.put(augmented, checkpointing.of(loop, augmented, count, shadows));
    } else if (reversed) {
      iterations.put(augmented, trips.iterations());
    }
  }
}
