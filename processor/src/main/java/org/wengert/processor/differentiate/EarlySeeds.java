package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wengert.processor.analyze.FreeValues;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.analyze.Sums;
import org.wengert.processor.rule.Rules;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Substitution;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * Adjoints that are known before the values are: those of values on which the result of a tape
 * depends linearly, by factors that do not depend on them.
 */
final class EarlySeeds {
  private final Tape tape;
  private final Structure structure;
  private final IdentityHashMap<Operation, Integer> positions = new IdentityHashMap<>();

  /** The operations at the top that read a value, themselves or inside. */
  private final Map<Value, Set<Operation>> users = new HashMap<>();

  EarlySeeds(Tape tape, Structure structure) {
    this.tape = tape;
    this.structure = structure;
    for (Operation operation : tape.body().operations()) {
      positions.put(operation, positions.size());
      FreeValues.of(new Block(List.of(operation), List.of()))
          .forEach(
              value -> users.computeIfAbsent(value, key -> new LinkedHashSet<>()).add(operation));
    }
  }

  /**
   * The adjoint of a result of an operation at the top of the tape, computed by what is appended
   * before that; empty where that is not possible.
   *
   * @param seeds the adjoints of the tape's results, null for those that have none
   */
  Optional<Value> of(Value value, Operation before, List<Value> seeds, BlockBuilder builder) {
    BlockBuilder scratch = new BlockBuilder().at(builder.at());
    Optional<Value> adjoint = new Search(positions.get(before), seeds, scratch).adjoint(value);
    adjoint.ifPresent(found -> scratch.operations().forEach(builder::add));
    return adjoint;
  }

  private final class Search {
    private static final int DEEPEST = 100;

    private final Map<Value, Optional<Value>> known = new HashMap<>();
    private int depth;
    private final int position;
    private final List<Value> seeds;
    private final BlockBuilder builder;

    Search(int position, List<Value> seeds, BlockBuilder builder) {
      this.position = position;
      this.seeds = seeds;
      this.builder = builder;
    }

    Optional<Value> adjoint(Value value) {
      if (!known.containsKey(value)) {
        depth++;
        known.put(value, depth > DEEPEST ? Optional.empty() : sum(value));
        depth--;
      }
      return known.get(value);
    }

    private Optional<Value> sum(Value value) {
      List<Value> terms = new ArrayList<>();
      for (int i = 0; i < tape.results().size(); i++) {
        if (tape.results().get(i) == value && seeds.get(i) != null) {
          terms.add(seeds.get(i));
        }
      }
      for (Operation user : users.getOrDefault(value, Set.of())) {
        if (!collect(user, value, terms)) {
          return Optional.empty();
        }
      }
      return terms.stream().reduce(builder::plus);
    }

    /** Adds what an operation contributes to the adjoint; false where that is not known yet. */
    private boolean collect(Operation user, Value value, List<Value> terms) {
      if (user instanceof Operation.Elementary elementary) {
        return collect(elementary, value, terms);
      }
      if (user instanceof Operation.Loop loop && loop.initial().contains(value)) {
        return collect(loop, value, terms);
      }
      return isUnaffected(user, value);
    }

    private boolean collect(Operation.Elementary elementary, Value value, List<Value> terms) {
      for (int i = 0; i < elementary.inputs().size(); i++) {
        if (elementary.inputs().get(i) == value && Rules.flows(elementary, i)) {
          Optional<Value> term = isLinear(elementary, i) ? term(elementary, i) : Optional.empty();
          if (term.isEmpty()) {
            return false;
          }
          terms.add(term.get());
        }
      }
      return true;
    }

    private static boolean isLinear(Operation.Elementary elementary, int operand) {
      return elementary.operator() instanceof Arithmetic operator
          && switch (operator) {
            case ADD, SUB, NEG, MUL -> true;
            case DIV -> operand == 0;
            default -> false;
          };
    }

    private Optional<Value> term(Operation.Elementary elementary, int operand) {
      List<Value> inputs = new ArrayList<>();
      for (int i = 0; i < elementary.inputs().size(); i++) {
        Optional<Value> input =
            i == operand
                ? Optional.of(elementary.inputs().get(i))
                : early(elementary.inputs().get(i));
        boolean isRead =
            Rules.reads(elementary, operand, elementary.result().type())
                .contains(elementary.inputs().get(i));
        if (isRead && (i == operand || input.isEmpty())) {
          return Optional.empty();
        }
        inputs.add(input.orElse(elementary.inputs().get(i)));
      }
      Operation.Elementary known =
          new Operation.Elementary(
              elementary.result(), elementary.operator(), inputs, elementary.at());
      return adjoint(elementary.result()).map(seed -> Rules.scale(known, operand, seed, builder));
    }

    /** A sum hands its adjoint on as it is. */
    private boolean collect(Operation.Loop loop, Value value, List<Value> terms) {
      Sums sums = Sums.in(loop, structure);
      for (int i = 0; i < loop.initial().size(); i++) {
        if (loop.initial().get(i) == value) {
          Optional<Value> term =
              loop.body().completes() && sums.isSum(i)
                  ? adjoint(loop.results().get(i))
                  : Optional.empty();
          if (term.isEmpty()) {
            return false;
          }
          terms.add(term.get());
        }
      }
      return loop.blocks().stream().allMatch(block -> isUnaffected(block, value));
    }

    /** Whether no derivative flows from the value through an operation. */
    private static boolean isUnaffected(Operation user, Value value) {
      if (user instanceof Operation.Elementary elementary) {
        for (int i = 0; i < elementary.inputs().size(); i++) {
          if (elementary.inputs().get(i) == value && Rules.flows(elementary, i)) {
            return false;
          }
        }
        return true;
      }
      boolean reads = !(user instanceof Operation.Throw) && user.operands().contains(value);
      return !reads && user.blocks().stream().allMatch(block -> isUnaffected(block, value));
    }

    private static boolean isUnaffected(Block block, Value value) {
      return !block.yields().contains(value)
          && block.operations().stream().allMatch(inner -> isUnaffected(inner, value));
    }

    /** Whether the array has been looked at before, so that it is there. */
    private boolean isRead(Value array) {
      for (Operation user : users.getOrDefault(array, Set.of())) {
        if (positions.get(user) < position
            && (user instanceof Operation.Length || user instanceof Operation.Load)) {
          return true;
        }
      }
      return tape.body().operations().get(position) instanceof Operation.Loop loop
          && loop.condition().operations().stream()
              .anyMatch(each -> each instanceof Operation.Length length && length.array() == array);
    }

    /** A value as it can be computed before the operation. */
    private Optional<Value> early(Value value) {
      Operation definition = structure.definition(value);
      if (definition == null || positions.getOrDefault(definition, position) < position) {
        return structure.scope(value).isTop() ? Optional.of(value) : Optional.empty();
      }
      boolean pure =
          definition instanceof Operation.Constant
              || definition instanceof Operation.Length length && isRead(length.array())
              || (definition instanceof Operation.Elementary elementary && !elementary.mayThrow());
      if (!pure) {
        return Optional.empty();
      }
      Substitution copy = Substitution.fresh();
      for (Value operand : definition.operands()) {
        Optional<Value> earlier = early(operand);
        if (earlier.isEmpty()) {
          return Optional.empty();
        }
        copy.put(operand, earlier.get());
      }
      builder.add(copy.apply(definition));
      return Optional.of(copy.get(value));
    }
  }
}
