package org.wengert.processor.analyze;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** Carried values of a loop to which its iterations only add. */
public final class Sums {
  private final Operation.Loop loop;
  private final Structure structure;

  /** How often each value is read inside the loop. */
  private final Map<Value, Integer> reads = new HashMap<>();

  private Sums(Operation.Loop loop, Structure structure) {
    this.loop = loop;
    this.structure = structure;
  }

  public static Sums in(Operation.Loop loop, Structure structure) {
    Sums sums = new Sums(loop, structure);
    sums.count(loop.condition());
    sums.count(loop.body());
    return sums;
  }

  private void count(Block block) {
    for (Operation operation : block.operations()) {
      operation.operands().forEach(this::count);
      operation.blocks().forEach(this::count);
    }
    block.yields().forEach(this::count);
  }

  private void count(Value value) {
    reads.merge(value, 1, Integer::sum);
  }

  /**
   * Whether the carried value of this position goes on as itself plus or minus other values, and is
   * read for nothing else.
   */
  public boolean isSum(int position) {
    return isSum(loop, position);
  }

  private boolean isSum(Operation.Loop around, int position) {
    Value carried = around.carried().get(position);
    Chain chain = new Chain(carried);
    return chain.leadsTo(around.body().yields().get(position)) && chain.isReadAlone();
  }

  /** The partial sums from a value on. */
  private final class Chain {
    private final Value start;
    private final Map<Value, Integer> expected = new HashMap<>();
    private final Set<Value> seen = new HashSet<>();
    private final Map<Value, Boolean> coming = new HashMap<>();

    Chain(Value start) {
      this.start = start;
    }

    /** Follows a value back to the start, expecting one read for each step. */
    boolean leadsTo(Value value) {
      expected.merge(value, 1, Integer::sum);
      if (value == start || !seen.add(value)) {
        return true;
      }
      Operation definition = structure.definition(value);
      if (definition instanceof Operation.Elementary elementary) {
        return throughAddition(elementary);
      }
      if (definition instanceof Operation.Branch branch) {
        int position = branch.results().indexOf(value);
        return throughArm(branch.whenTrue(), position) && throughArm(branch.whenFalse(), position);
      }
      if (definition instanceof Operation.Loop inner) {
        int position = inner.results().indexOf(value);
        return inner.body().completes()
            && isSum(inner, position)
            && leadsTo(inner.initial().get(position));
      }
      return false;
    }

    private boolean throughArm(Block arm, int position) {
      return !arm.completes() || leadsTo(arm.yields().get(position));
    }

    private boolean throughAddition(Operation.Elementary elementary) {
      List<Value> inputs = elementary.inputs();
      if (elementary.operator() == Arithmetic.SUB) {
        return comesFromStart(inputs.get(0)) && leadsTo(inputs.get(0));
      }
      if (elementary.operator() != Arithmetic.ADD) {
        return false;
      }
      Value partial = comesFromStart(inputs.get(0)) ? inputs.get(0) : inputs.get(1);
      return leadsTo(partial);
    }

    /** Whether a partial sum can be followed back to the start. */
    private boolean comesFromStart(Value value) {
      Boolean known = coming.get(value);
      if (known == null) {
        known = value == start || before(value).stream().anyMatch(this::comesFromStart);
        coming.put(value, known);
      }
      return known;
    }

    /** What a value may be the continuation of. */
    private List<Value> before(Value value) {
      Operation definition = structure.definition(value);
      if (definition instanceof Operation.Elementary elementary) {
        return elementary.operator() == Arithmetic.ADD
            ? elementary.inputs()
            : elementary.operator() == Arithmetic.SUB
                ? elementary.inputs().subList(0, 1)
                : List.of();
      }
      if (definition instanceof Operation.Branch branch) {
        Block arm = branch.whenTrue().completes() ? branch.whenTrue() : branch.whenFalse();
        return arm.completes()
            ? List.of(arm.yields().get(branch.results().indexOf(value)))
            : List.of();
      }
      return definition instanceof Operation.Loop inner
          ? List.of(inner.initial().get(inner.results().indexOf(value)))
          : List.of();
    }

    /** Whether nothing else reads a partial sum. */
    boolean isReadAlone() {
      return expected.entrySet().stream()
          .allMatch(entry -> reads.getOrDefault(entry.getKey(), 0).equals(entry.getValue()));
    }
  }
}
