package org.wengert.processor.differentiate;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.wengert.processor.analyze.DerivativeTypes;
import org.wengert.processor.rule.Rules;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** What elementary operations do to tangents, in one direction. */
final class ElementaryTangent {
  /** Of more, their sum has to tell. */
  private static final int MOST_ROOTS = 3;

  private final StructuralZeros zeros;
  private final DerivativeTypes types;
  private final Map<Value, List<Value>> roots = new HashMap<>();

  ElementaryTangent(StructuralZeros zeros, DerivativeTypes types) {
    this.zeros = zeros;
    this.types = types;
  }

  /** How a tangent that is structurally zero stays so, whatever its factor. */
  interface Guard {
    /**
     * The term, or what stands for it.
     *
     * @param term what the operand contributes
     * @param seed the operand's tangent
     * @param roots of which each is zero exactly where the seed is a structural zero
     */
    Value apply(
        Value term,
        Value seed,
        List<Value> roots,
        Operation.Elementary operation,
        int operand,
        BlockBuilder builder);
  }

  /**
   * The tangent of the result.
   *
   * @param tangents those of the operands, null where they are structurally zero
   * @return null if it is structurally zero
   */
  Value of(
      Operation.Elementary elementary,
      UnaryOperator<Value> tangents,
      Guard guard,
      BlockBuilder builder) {
    Value sum = null;
    for (int i = 0; i < elementary.inputs().size(); i++) {
      if (Rules.flows(elementary, i)) {
        Value tangent = tangents.apply(elementary.inputs().get(i));
        if (tangent != null) {
          Value term = term(elementary, i, tangent, guard, builder);
          sum = sum == null ? term : sum(sum, term, builder);
        }
      }
    }
    return sum;
  }

  private Value term(
      Operation.Elementary elementary,
      int operand,
      Value tangent,
      Guard guard,
      BlockBuilder builder) {
    Value seed = builder.convert(tangent, types.of(elementary.result()));
    zeros.mark(seed, zeros.origin(tangent));
    Value scaled = Rules.scale(elementary, operand, seed, builder);
    Value term = guard.apply(scaled, seed, roots(tangent), elementary, operand, builder);
    if (StructuralZeros.mayPassOver(elementary)) {
      zeros.mark(term, StructuralZeros.Origin.UNUSED); // zero where another operand was taken
    } else if (term != tangent) {
      roots.put(term, roots(tangent));
    }
    return term;
  }

  private Value sum(Value some, Value other, BlockBuilder builder) {
    Value sum = builder.plus(some, other);
    zeros.mark(sum, StructuralZeros.both(zeros.origin(some), zeros.origin(other)));
    Set<Value> all = new LinkedHashSet<>(roots(some));
    all.addAll(roots(other));
    if (all.size() <= MOST_ROOTS) {
      roots.put(sum, List.copyOf(all));
    }
    return sum;
  }

  /** The tangents that a tangent is computed from, up to where one may be a structural zero. */
  private List<Value> roots(Value tangent) {
    return roots.getOrDefault(tangent, List.of(tangent));
  }
}
