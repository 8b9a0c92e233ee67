package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The derivatives of derivatives that a method calls. All of them follow from the reverse sweep of
 * the tangent, since second derivatives are symmetric: with seeds {@code yBar} and {@code yDotBar}
 * it gives at {@code (x, xDot)} the adjoint {@code yBar J + yDotBar H xDot} of {@code x}, and
 * {@code yDotBar J} of {@code xDot}.
 */
public final class NestedSweeps {
  private final Callee tangent;
  private final List<Value> parameters;
  private final Set<Value> real;
  private final Set<Integer> wrt;
  private final Type result;

  /**
   * @param tangent the tangent of the method, with derivatives
   * @param parameters one value for each of the method's parameters, named as they are
   * @param wrt the positions of those that the derivative is taken with respect to
   * @param result the type of its result
   */
  public NestedSweeps(Callee tangent, List<Value> parameters, Set<Integer> wrt, Type result) {
    this.tangent = tangent;
    this.parameters = List.copyOf(parameters);
    this.real = new HashSet<>();
    for (int i = 0, next = 0; i < parameters.size(); i++, next++) {
      if (tangent.derivatives().orElseThrow().active().contains(next)) {
        real.add(parameters.get(i));
        next++; // its tangent
      }
    }
    this.wrt = Set.copyOf(wrt);
    this.result = result;
  }

  /** What one run of the tangent forward gives. */
  private record Run(Value value, Value valueBar, Value dot, Value dotBar) {}

  /** Whether derivatives by a parameter are known. */
  private boolean isReal(Value parameter) {
    return real.contains(parameter);
  }

  private boolean isIn(int parameter) {
    return wrt.contains(parameter);
  }

  private static Value zeros(Value like, BlockBuilder builder) {
    if (!like.type().isArray()) {
      return builder.zero(like.type());
    }
    Value zeros = Value.temporary(like.type());
    builder.add(
        new Operation.Invoke(
            List.of(zeros), Callee.ZEROS_LIKE, Callee.Form.PRIMAL, List.of(like), Location.NONE));
    return zeros;
  }

  /**
   * The tangent's forward sweep.
   *
   * @param at the point
   * @param bars adjoint arrays of its arrays; others get new ones
   * @param dots the direction, as far as it is not zero
   * @param dotBars likewise
   */
  private Run forward(
      List<Value> at,
      Map<Integer, Value> bars,
      Map<Integer, Value> dots,
      Map<Integer, Value> dotBars,
      BlockBuilder builder) {
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < at.size(); i++) {
      Value value = at.get(i);
      arguments.add(value);
      if (!isReal(parameters.get(i))) {
        continue;
      }
      if (value.type().isArray()) {
        arguments.add(bars.containsKey(i) ? bars.get(i) : zeros(value, builder));
      }
      arguments.add(dots.containsKey(i) ? dots.get(i) : zeros(value, builder));
      if (value.type().isArray()) {
        arguments.add(dotBars.containsKey(i) ? dotBars.get(i) : zeros(value, builder));
      }
    }
    Value value = Value.temporary(result);
    Value dot = Value.temporary(result);
    Value valueBar = Value.temporary(result);
    Value dotBar = Value.temporary(result);
    List<Value> results =
        result.isArray() ? List.of(value, valueBar, dot, dotBar) : List.of(value, dot);
    builder.add(
        new Operation.Invoke(results, tangent, Callee.Form.FORWARD, arguments, Location.NONE));
    return new Run(value, valueBar, dot, dotBar);
  }

  /**
   * The reverse sweep of that.
   *
   * @param valueSeed of the value; null for zero
   * @param dotSeed of the tangent; null for an array that has been seeded
   * @return the adjoints of the scalars and of their tangents, by position of the parameter
   */
  private Bars reverse(Run run, Value valueSeed, Value dotSeed, BlockBuilder builder) {
    List<Value> seeds = new ArrayList<>();
    if (result.isArray()) {
      if (valueSeed != null) {
        Zeros.accumulate(run.valueBar(), valueSeed, builder);
      }
      if (dotSeed != null) {
        Zeros.accumulate(run.dotBar(), dotSeed, builder);
      }
    } else {
      seeds.add(valueSeed == null ? builder.zero(result) : valueSeed);
      seeds.add(dotSeed);
    }
    Map<Integer, Value> ofPoint = new TreeMap<>();
    Map<Integer, Value> ofDirection = new TreeMap<>();
    List<Value> results = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).type().isFloating() && isReal(parameters.get(i))) {
        ofPoint.put(i, Value.temporary(parameters.get(i).type()));
        ofDirection.put(i, Value.temporary(parameters.get(i).type()));
        results.add(ofPoint.get(i));
        results.add(ofDirection.get(i));
      }
    }
    builder.add(new Operation.Invoke(results, tangent, Callee.Form.REVERSE, seeds, Location.NONE));
    return new Bars(ofPoint, ofDirection);
  }

  private record Bars(Map<Integer, Value> ofPoint, Map<Integer, Value> ofDirection) {}

  private static Value like(Value value, String suffix) {
    return Value.named(value.type(), value.name() + suffix);
  }

  /** The tangent of the directional derivative. */
  public Tape tangentOfTangent(String name) {
    BlockBuilder builder = new BlockBuilder();
    List<Value> own = new ArrayList<>();
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Value value = parameters.get(i);
      own.add(value);
      arguments.add(value);
      if (!isReal(value)) {
        continue;
      }
      Value moved = like(value, "Dot");
      own.add(moved);
      arguments.add(moved);
      if (isIn(i)) {
        Value direction = like(value, "Direction");
        Value directionDot = like(value, "DirectionDot");
        own.add(direction);
        own.add(directionDot);
        arguments.add(direction);
        arguments.add(directionDot);
      } else {
        arguments.add(zeros(value, builder));
        arguments.add(zeros(value, builder));
      }
    }
    List<Value> results = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      results.add(Value.temporary(result));
    }
    builder.add(
        new Operation.Invoke(results, tangent, Callee.Form.TANGENT, arguments, Location.NONE));
    return new Tape(name, own, builder.yield(results.subList(2, 4)));
  }

  /** Both sweeps of the directional derivative. */
  public Handover sweepsOfTangent(String forward, String reverse) {
    BlockBuilder first = new BlockBuilder();
    List<Value> own = new ArrayList<>();
    Map<Integer, Value> bars = new TreeMap<>();
    Map<Integer, Value> dots = new TreeMap<>();
    Map<Integer, Value> dotBars = new TreeMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      Value value = parameters.get(i);
      add(value, "Bar", i, own, bars);
      if (isReal(value) && isIn(i)) {
        dots.put(i, like(value, "Dot"));
        own.add(dots.get(i));
        if (value.type().isArray()) {
          dotBars.put(i, like(dots.get(i), "Bar"));
          own.add(dotBars.get(i));
        }
      }
    }
    Run run = forward(parameters, bars, dots, dotBars, first);
    List<Value> results = new ArrayList<>(List.of(run.dot()));
    if (result.isArray()) {
      results.add(run.dotBar());
    }
    BlockBuilder second = new BlockBuilder();
    List<Value> seeds = new ArrayList<>();
    if (!result.isArray()) {
      seeds.add(Value.named(result, "resultBar"));
    }
    Bars found = reverse(run, null, seeds.isEmpty() ? null : seeds.get(0), second);
    List<Value> given = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      if (found.ofPoint().containsKey(i)) {
        given.add(found.ofPoint().get(i));
        if (isIn(i)) {
          given.add(found.ofDirection().get(i));
        }
      }
    }
    return Handover.of(
        new Tape(forward, own, first.yield(results)),
        new Tape(reverse, seeds, second.yield(given)));
  }

  /** A parameter, followed by its adjoint array if it is an array with derivatives. */
  private void add(
      Value value, String suffix, int position, List<Value> own, Map<Integer, Value> bars) {
    own.add(value);
    if (value.type().isArray() && isReal(value)) {
      bars.put(position, like(value, suffix));
      own.add(bars.get(position));
    }
  }

  /** The parameters of the adjoint: adjoints of scalars are stored in arrays of one element. */
  private Value adjointOf(Value value) {
    return value.type().isArray()
        ? like(value, "Bar")
        : Value.named(value.type().arrayOf(), value.name() + "Bar");
  }

  /**
   * The tangent of the adjoint.
   *
   * @param adjoint the adjoint itself
   */
  public Tape tangentOfAdjoint(String name, Callee adjoint) {
    BlockBuilder builder = new BlockBuilder();
    List<Value> own = new ArrayList<>();
    List<Value> plain = new ArrayList<>();
    Map<Integer, Value> moved = new TreeMap<>();
    Map<Integer, Value> barDots = new TreeMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      Value value = parameters.get(i);
      own.add(value);
      plain.add(value);
      if (!isReal(value)) {
        continue;
      }
      moved.put(i, like(value, "Dot"));
      own.add(moved.get(i));
      if (isIn(i)) {
        Value bar = adjointOf(value);
        barDots.put(i, like(bar, "Dot"));
        own.add(bar);
        own.add(barDots.get(i));
        plain.add(bar);
      }
    }
    Value seed = Value.named(result, "resultBar");
    Value seedDot = Value.named(result, "resultBarDot");
    own.add(seed);
    own.add(seedDot);
    plain.add(seed);
    builder.add(new Operation.Invoke(List.of(), adjoint, Callee.Form.PRIMAL, plain, Location.NONE));
    Map<Integer, Value> bars = new TreeMap<>();
    barDots.forEach(
        (i, barDot) -> {
          if (parameters.get(i).type().isArray()) {
            bars.put(i, barDot);
          }
        });
    Run run = forward(parameters, bars, moved, Map.of(), builder);
    Bars found = reverse(run, seedDot, seed, builder);
    barDots.forEach(
        (i, barDot) -> {
          if (!parameters.get(i).type().isArray()) {
            builder.store(barDot, builder.constant(0), found.ofPoint().get(i));
          }
        });
    return new Tape(name, own, builder.yield(List.of()));
  }

  /**
   * Both sweeps of the adjoint.
   *
   * @param adjoint the adjoint itself
   */
  public Handover sweepsOfAdjoint(String forward, String reverse, Callee adjoint) {
    BlockBuilder first = new BlockBuilder();
    BlockBuilder second = new BlockBuilder();
    List<Value> own = new ArrayList<>();
    List<Value> plain = new ArrayList<>();
    List<Value> at = new ArrayList<>();
    Map<Integer, Value> bars = new TreeMap<>();
    Map<Integer, Value> dots = new TreeMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      Value value = parameters.get(i);
      add(value, "Shadow", i, own, bars);
      plain.add(value);
      at.add(value.type().isArray() ? RuleSweeps.copy(value, first) : value);
      if (isReal(value) && isIn(i)) {
        Value bar = adjointOf(value);
        Value shadow = like(bar, "Shadow");
        own.add(bar);
        own.add(shadow);
        plain.add(bar);
        if (value.type().isArray()) {
          dots.put(i, shadow);
        } else {
          Value zero = second.constant(0);
          dots.put(i, second.load(shadow, zero));
          second.store(shadow, zero, second.zero(value.type()));
        }
      }
    }
    Value seed = Value.named(result, "resultBar");
    own.add(seed);
    plain.add(seed);
    Value seedBar = like(seed, "Shadow");
    Value kept = seed;
    if (result.isArray()) {
      own.add(seedBar);
      kept = RuleSweeps.copy(seed, first);
    }
    first.add(new Operation.Invoke(List.of(), adjoint, Callee.Form.PRIMAL, plain, Location.NONE));
    Run run = forward(at, bars, dots, Map.of(), second);
    Bars found = reverse(run, null, kept, second);
    List<Value> given = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Optional.ofNullable(found.ofPoint().get(i)).ifPresent(given::add);
    }
    if (result.isArray()) {
      Zeros.accumulate(seedBar, run.dot(), second);
    } else {
      given.add(run.dot());
    }
    return Handover.of(
        new Tape(forward, own, first.yield(List.of())),
        new Tape(reverse, List.of(), second.yield(given)));
  }
}
