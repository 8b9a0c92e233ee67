package org.wengert.processor.differentiate;

import static org.wengert.processor.differentiate.NestedCall.invoke;
import static org.wengert.processor.differentiate.NestedCall.like;
import static org.wengert.processor.differentiate.NestedCall.zeros;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The adjoint of a method as a method that others call, and its derivatives. They all follow from
 * the sweeps of the tangent, since second derivatives are symmetric: with seeds {@code yBar} and
 * {@code yDotBar} these give at {@code (x, xDot)} the adjoint {@code yBar J + yDotBar H xDot} of
 * {@code x}, and {@code yDotBar J} of {@code xDot}. So the tangent of the adjoint is the adjoint of
 * the tangent, and this goes on to any order.
 *
 * <p>The adjoint takes the method's parameters, each of those that it is taken with respect to
 * followed by the adjoint array to which it adds, or for a scalar by an array of one element, which
 * it overwrites; the seeds come last, one for each result.
 */
public final class NestedAdjoint {
  private final NestedCall call;
  private final Callee adjoint;

  /**
   * @param call the method
   * @param adjoint its adjoint
   */
  public NestedAdjoint(NestedCall call, Callee adjoint) {
    this.call = call;
    this.adjoint = adjoint;
  }

  /** The positions of what the adjoint of a method is differentiated by. */
  public static List<Integer> active(NestedCall call) {
    List<Integer> active = new ArrayList<>(call.active(2));
    int next = call.parameters().size() + call.wrt().size();
    for (int i = 0; i < call.results().size(); i++) {
      active.add(next++);
    }
    return active;
  }

  /** The positions of what the adjoint of a method writes into. */
  public static Set<Integer> written(NestedCall call) {
    return call.lastOfEach(2);
  }

  private List<Value> seeds() {
    List<Value> seeds = new ArrayList<>();
    for (Type type : call.results()) {
      String number = call.results().size() == 1 ? "" : Integer.toString(seeds.size() + 1);
      seeds.add(Value.named(type, "resultBar" + number));
    }
    return seeds;
  }

  /** The adjoint itself, by both sweeps of the method. */
  public Tape primal() {
    BlockBuilder builder = new BlockBuilder();
    List<Value> own = new ArrayList<>();
    Map<Integer, Value> bars = new TreeMap<>();
    Map<Integer, Value> cells = new TreeMap<>();
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < call.parameters().size(); i++) {
      Value value = call.parameters().get(i);
      own.add(value);
      arguments.add(value);
      if (call.isIn(i)) {
        Value bar = NestedCall.barOf(value);
        own.add(bar);
        (value.type().isArray() ? bars : cells).put(i, bar);
      }
      if (call.isRealArray(i)) {
        arguments.add(bars.containsKey(i) ? bars.get(i) : zeros(value, builder));
      }
    }
    List<Value> seeds = seeds();
    own.addAll(seeds);
    Sweeps sweeps = new Sweeps(call);
    Sweeps.Run run = sweeps.forward(arguments, builder);
    Map<Integer, Value> found = sweeps.reverse(run, seeds, builder);
    cells.forEach((i, cell) -> builder.store(cell, builder.constant(0), found.get(i)));
    return new Tape(adjoint.method(), own, builder.yield(List.of()));
  }

  /**
   * The tangent of the adjoint.
   *
   * @param ofTangent the adjoint of the tangent
   */
  public Tape tangent(String name, Callee ofTangent) {
    BlockBuilder builder = new BlockBuilder();
    List<Value> own = new ArrayList<>();
    List<Value> plain = new ArrayList<>();
    List<Value> moved = new ArrayList<>();
    for (int i = 0; i < call.parameters().size(); i++) {
      Value value = call.parameters().get(i);
      own.add(value);
      plain.add(value);
      moved.add(value);
      if (!call.isReal(i)) {
        continue;
      }
      Value dot = like(value, "Dot");
      own.add(dot);
      if (call.isIn(i)) {
        Value bar = NestedCall.barOf(value);
        Value barDot = like(bar, "Dot");
        own.add(bar);
        own.add(barDot);
        plain.add(bar);
        moved.add(barDot);
      } else {
        moved.add(unused(value, builder));
      }
      moved.add(dot);
      moved.add(unused(value, builder));
    }
    for (Value seed : seeds()) {
      Value dot = like(seed, "Dot");
      own.add(seed);
      own.add(dot);
      plain.add(seed);
      moved.add(dot);
      moved.add(seed);
    }
    invoke(List.of(), adjoint, Callee.Form.PRIMAL, plain, builder);
    invoke(List.of(), ofTangent, Callee.Form.PRIMAL, moved, builder);
    return new Tape(name, own, builder.yield(List.of()));
  }

  /** Takes adjoints that nobody asks for. */
  private static Value unused(Value value, BlockBuilder builder) {
    return value.type().isArray()
        ? zeros(value, builder)
        : builder.newArray(Value.temporary(value.type().arrayOf()), builder.constant(1));
  }

  /** Both sweeps of the adjoint. */
  public Handover sweeps(String forward, String reverse) {
    BlockBuilder first = new BlockBuilder();
    BlockBuilder second = new BlockBuilder();
    List<Value> own = new ArrayList<>();
    List<Value> plain = new ArrayList<>();
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < call.parameters().size(); i++) {
      Value value = call.parameters().get(i);
      own.add(value);
      plain.add(value);
      Value at = value.type().isArray() ? RuleSweeps.copy(value, first) : value;
      arguments.add(at);
      if (!call.isReal(i)) {
        continue;
      }
      if (value.type().isArray()) {
        Value shadow = like(value, "Shadow");
        own.add(shadow);
        arguments.add(shadow);
      }
      Value direction = null;
      if (call.isIn(i)) {
        Value bar = NestedCall.barOf(value);
        Value shadow = like(bar, "Shadow");
        own.add(bar);
        own.add(shadow);
        plain.add(bar);
        direction = shadow;
        if (!value.type().isArray()) {
          Value zero = second.constant(0);
          direction = second.load(shadow, zero);
          second.store(shadow, zero, second.zero(value.type()));
        }
      }
      arguments.add(direction == null ? zeros(at, second) : direction);
      if (value.type().isArray()) {
        arguments.add(zeros(at, second));
      }
    }
    List<Value> seeds = new ArrayList<>();
    List<Value> shadows = new ArrayList<>();
    for (Value seed : seeds()) {
      own.add(seed);
      plain.add(seed);
      shadows.add(like(seed, "Shadow"));
      seeds.add(null);
      if (seed.type().isArray()) {
        own.add(shadows.get(shadows.size() - 1));
        seeds.add(RuleSweeps.copy(seed, first));
      } else {
        seeds.add(seed);
      }
    }
    invoke(List.of(), adjoint, Callee.Form.PRIMAL, plain, first);
    NestedCall tangent = call.ofTangent();
    Sweeps sweeps = new Sweeps(tangent);
    Sweeps.Run run = sweeps.forward(arguments, second);
    Map<Integer, Value> found = sweeps.reverse(run, seeds, second);
    List<Value> given = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < call.parameters().size(); i++) {
      if (found.containsKey(next)) {
        given.add(found.get(next));
      }
      next += call.isReal(i) ? 2 : 1;
    }
    for (int i = 0; i < shadows.size(); i++) {
      Value dot = run.values().get(2 * i + 1);
      if (dot.type().isArray()) {
        Zeros.accumulate(shadows.get(i), dot, second);
      } else {
        given.add(dot);
      }
    }
    return Handover.of(
        new Tape(forward, own, first.yield(List.of())),
        new Tape(reverse, List.of(), second.yield(given)));
  }

  /** The two sweeps of a method, one after the other. */
  private record Sweeps(NestedCall call) {
    /**
     * What the forward sweep gave.
     *
     * @param bars the adjoint arrays of results, null for scalars
     */
    record Run(List<Value> values, List<Value> bars) {}

    /**
     * @param arguments those of the forward sweep: each active array is followed by its adjoint
     */
    Run forward(List<Value> arguments, BlockBuilder builder) {
      List<Value> results = new ArrayList<>();
      List<Value> values = new ArrayList<>();
      List<Value> bars = new ArrayList<>();
      for (Type type : call.results()) {
        values.add(Value.temporary(type));
        results.add(values.get(values.size() - 1));
        bars.add(type.isArray() ? Value.temporary(type) : null);
        if (type.isArray()) {
          results.add(bars.get(bars.size() - 1));
        }
      }
      invoke(results, call.callee(), Callee.Form.FORWARD, arguments, builder);
      return new Run(values, bars);
    }

    /**
     * @param seeds one for each result; null for zero
     * @return the adjoints of the scalars, by position of the parameter
     */
    Map<Integer, Value> reverse(Run run, List<Value> seeds, BlockBuilder builder) {
      List<Value> arguments = new ArrayList<>();
      for (int i = 0; i < seeds.size(); i++) {
        Value bar = run.bars().get(i);
        if (bar == null) {
          Value seed = seeds.get(i);
          arguments.add(seed == null ? builder.zero(call.results().get(i)) : seed);
        } else if (seeds.get(i) != null) {
          Zeros.accumulate(bar, seeds.get(i), builder);
        }
      }
      Map<Integer, Value> found = new TreeMap<>();
      for (int i = 0; i < call.parameters().size(); i++) {
        if (call.isReal(i) && !call.isRealArray(i)) {
          found.put(i, Value.temporary(call.parameters().get(i).type()));
        }
      }
      List<Value> results = List.copyOf(found.values());
      invoke(results, call.callee(), Callee.Form.REVERSE, arguments, builder);
      return found;
    }
  }
}
