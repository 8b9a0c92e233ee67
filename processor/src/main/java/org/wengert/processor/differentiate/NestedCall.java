package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * A method of which derivatives are called.
 *
 * @param callee the method, with derivatives
 * @param parameters one value for each of its parameters, named as they are
 * @param wrt the positions of those that the derivatives are taken with respect to
 * @param results the types of its results
 */
public record NestedCall(
    Callee callee, List<Value> parameters, Set<Integer> wrt, List<Type> results) {
  public NestedCall {
    parameters = List.copyOf(parameters);
    wrt = Set.copyOf(wrt);
    results = List.copyOf(results);
  }

  /** Whether derivatives by a parameter are known. */
  boolean isReal(int parameter) {
    return callee.derivatives().orElseThrow().active().contains(parameter);
  }

  boolean isIn(int parameter) {
    return wrt.contains(parameter);
  }

  boolean isRealArray(int parameter) {
    return isReal(parameter) && parameters.get(parameter).type().isArray();
  }

  /**
   * The positions of what has derivatives, where each parameter that they are taken with respect to
   * stands for several.
   *
   * @param each how many
   */
  List<Integer> active(int each) {
    List<Integer> active = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < parameters.size(); i++) {
      int count = isIn(i) ? each : 1;
      for (int k = 0; k < count; k++, next++) {
        if (isReal(i)) {
          active.add(next);
        }
      }
    }
    return active;
  }

  /** The last position of each of those several. */
  Set<Integer> lastOfEach(int each) {
    Set<Integer> last = new LinkedHashSet<>();
    int next = 0;
    for (int i = 0; i < parameters.size(); i++) {
      next += isIn(i) ? each : 1;
      if (isIn(i)) {
        last.add(next - 1);
      }
    }
    return last;
  }

  /** Where the adjoint of a parameter goes: an array of one element for a scalar. */
  static Value barOf(Value value) {
    return value.type().isArray()
        ? like(value, "Bar")
        : Value.named(value.type().arrayOf(), value.name() + "Bar");
  }

  /**
   * The tangent of the method: every real parameter, and every result, is followed by its tangent.
   * With respect to all of them.
   */
  public NestedCall ofTangent() {
    List<Value> all = new ArrayList<>();
    Set<Integer> real = new LinkedHashSet<>();
    for (int i = 0; i < parameters.size(); i++) {
      all.add(parameters.get(i));
      if (isReal(i)) {
        real.add(all.size() - 1);
        real.add(all.size());
        all.add(like(parameters.get(i), "Dot"));
      }
    }
    List<Type> twice = new ArrayList<>();
    for (Type result : results) {
      twice.add(result);
      twice.add(result);
    }
    return new NestedCall(callee.ofTangent(), all, real, twice);
  }

  /** A value of the same type, with a longer name. */
  static Value like(Value value, String suffix) {
    return Value.named(value.type(), value.name() + suffix);
  }

  /** A new zero in the shape of a value, in each place of an array one of its own. */
  static Value zeros(Value like, BlockBuilder builder) {
    if (!like.type().isArray()) {
      return builder.zero(like.type());
    }
    return Zeros.like(like, builder);
  }

  static void invoke(
      List<Value> results,
      Callee callee,
      Callee.Form form,
      List<Value> arguments,
      BlockBuilder builder) {
    builder.add(new Operation.Invoke(results, callee, form, arguments, Location.NONE));
  }
}
