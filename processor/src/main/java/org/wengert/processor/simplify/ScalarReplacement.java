package org.wengert.processor.simplify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Branch;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * Variables in place of small arrays: a store changes what the variable stands for from there on,
 * branches hand out and loops carry what they may have changed. Derivatives then need no arrays of
 * tangents or adjoints.
 */
final class ScalarReplacement implements Rule {
  /** An element of an array that a branch or loop may store into. */
  private record Element(Value array, int index) {}

  private final SmallArrays arrays;

  /** What the elements are at the point under rewriting. */
  private final Map<Value, Value[]> elements = new HashMap<>();

  private ScalarReplacement(SmallArrays arrays) {
    this.arrays = arrays;
  }

  static Tape of(Tape tape, Names names) {
    SmallArrays arrays = SmallArrays.in(tape);
    return arrays.isEmpty() ? tape : Rewriter.rewrite(tape, names, new ScalarReplacement(arrays));
  }

  @Override
  public boolean apply(Operation operation, Rewriter rewriter) {
    if (operation instanceof Operation.NewArray creation && arrays.contains(creation.result())) {
      create(creation, rewriter);
      return true;
    }
    if (operation instanceof Operation.CloneArray clone && arrays.contains(clone.result())) {
      elements.put(clone.result(), elements.get(clone.array()).clone());
      return true;
    }
    if (operation instanceof Operation.Length length && arrays.contains(length.array())) {
      Object known = arrays.length(length.array());
      rewriter.emit(new Operation.Constant(length.result(), known, length.at()));
      return true;
    }
    if (operation instanceof Operation.Load load && arrays.contains(load.array())) {
      rewriter.replace(load.result(), elements.get(load.array())[index(load.index(), rewriter)]);
      return true;
    }
    if (operation instanceof Operation.Store store && arrays.contains(store.array())) {
      elements.get(store.array())[index(store.index(), rewriter)] = store.value();
      return true;
    }
    if (operation instanceof Branch branch) {
      rewriter.emit(branch(branch, rewriter));
      return true;
    }
    if (operation instanceof Loop loop) {
      rewriter.emit(loop(loop, rewriter));
      return true;
    }
    return false;
  }

  private static int index(Value index, Rewriter rewriter) {
    return (Integer) rewriter.literal(index).orElseThrow();
  }

  private void create(Operation.NewArray creation, Rewriter rewriter) {
    Value[] zeros = new Value[arrays.length(creation.result())];
    BlockBuilder builder = new BlockBuilder().at(creation.at());
    Arrays.setAll(zeros, i -> builder.zero(creation.result().type().element()));
    builder.operations().forEach(rewriter::emit);
    elements.put(creation.result(), zeros);
  }

  private Branch branch(Branch branch, Rewriter rewriter) {
    List<Element> changed = changedBy(branch);
    List<Value> before = current(changed);
    Block whenTrue = arm(branch.whenTrue(), changed, rewriter);
    set(changed, before);
    Block whenFalse = arm(branch.whenFalse(), changed, rewriter);
    List<Value> results = new ArrayList<>();
    for (Value result : branch.results()) {
      if (arrays.contains(result)) {
        elements.put(result, new Value[arrays.length(result)]);
        List<Element> all = all(result);
        List<Value> fresh = fresh(all);
        set(all, fresh);
        results.addAll(fresh);
      } else {
        results.add(result);
      }
    }
    List<Value> after = fresh(changed);
    set(changed, after);
    results.addAll(after);
    return whenTrue == branch.whenTrue()
            && whenFalse == branch.whenFalse()
            && results.equals(branch.results())
        ? branch
        : new Branch(results, branch.condition(), whenTrue, whenFalse, branch.at());
  }

  /** The block, with elements for the arrays that it yields, and those it changes in addition. */
  private Block arm(Block block, List<Element> changed, Rewriter rewriter) {
    Block rewritten = rewriter.block(block);
    if (!block.completes()) {
      return rewritten;
    }
    List<Value> yields = new ArrayList<>();
    for (Value value : rewritten.yields()) {
      if (arrays.contains(value)) {
        yields.addAll(Arrays.asList(elements.get(value)));
      } else {
        yields.add(value);
      }
    }
    yields.addAll(current(changed));
    return yields.equals(rewritten.yields())
        ? rewritten
        : new Block(rewritten.operations(), yields);
  }

  private Loop loop(Loop loop, Rewriter rewriter) {
    List<Element> changed = changedBy(loop);
    List<Value> initial = current(changed);
    List<Value> carried = fresh(changed);
    set(changed, carried);
    Block condition = rewriter.block(loop.condition());
    Block body = arm(loop.body(), changed, rewriter);
    List<Value> results = fresh(changed);
    set(changed, results);
    return changed.isEmpty() && condition == loop.condition() && body == loop.body()
        ? loop
        : new Loop(
            concat(loop.results(), results),
            concat(loop.initial(), initial),
            concat(loop.carried(), carried),
            condition,
            body,
            loop.megabytes(),
            loop.at());
  }

  private List<Element> changedBy(Operation operation) {
    List<Element> changed = new ArrayList<>();
    arrays
        .storedWithin(operation)
        .forEach(
            (array, indices) -> indices.forEach(index -> changed.add(new Element(array, index))));
    return changed;
  }

  private List<Element> all(Value array) {
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < arrays.length(array); i++) {
      all.add(new Element(array, i));
    }
    return all;
  }

  private List<Value> current(List<Element> some) {
    return some.stream().map(e -> elements.get(e.array())[e.index()]).toList();
  }

  private void set(List<Element> some, List<Value> values) {
    for (int i = 0; i < some.size(); i++) {
      elements.get(some.get(i).array())[some.get(i).index()] = values.get(i);
    }
  }

  private static List<Value> fresh(List<Element> some) {
    return some.stream()
        .map(
            element ->
                Value.named(
                    element.array().type().element(),
                    element.array().isNamed() ? element.array().name() + element.index() : ""))
        .toList();
  }

  private static List<Value> concat(List<Value> some, List<Value> others) {
    List<Value> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
