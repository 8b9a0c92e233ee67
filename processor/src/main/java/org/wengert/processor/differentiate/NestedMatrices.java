package org.wengert.processor.differentiate;

import static org.wengert.processor.differentiate.NestedCall.invoke;
import static org.wengert.processor.differentiate.NestedCall.like;
import static org.wengert.processor.differentiate.NestedCall.zeros;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Traversal;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * What the derivatives of Jacobians, of Hessians and of their products with vectors are made of:
 * tapes that compute them from derivatives in one direction.
 */
public final class NestedMatrices {
  private final NestedCall call;

  public NestedMatrices(NestedCall call) {
    this.call = call;
  }

  /**
   * The positions of what a matrix is differentiated by: it comes after the method's parameters.
   */
  public List<Integer> activeOfMatrix() {
    List<Integer> active = new ArrayList<>(call.callee().derivatives().orElseThrow().active());
    active.add(call.parameters().size());
    return active;
  }

  /** The same of a product: what it is taken by is followed by the direction and the result. */
  public List<Integer> activeOfProduct() {
    return call.active(3);
  }

  /** The positions of what a product is written into. */
  public Set<Integer> writtenByProduct() {
    return call.lastOfEach(3);
  }

  /**
   * Writes the Jacobian into a matrix of its size, the last parameter.
   *
   * @param tangent the derivative in a direction
   */
  public Tape jacobian(String name, Callee tangent) {
    BlockBuilder builder = new BlockBuilder();
    Type type = call.results().get(0);
    Value matrix = Value.named(type.arrayOf(), "jacobian");
    Value column = builder.constant(0);
    for (int i = 0; i < call.parameters().size(); i++) {
      if (call.isIn(i)) {
        int position = i;
        column =
            forEachUnit(
                i,
                column,
                builder,
                (unit, number, body) -> {
                  List<Value> arguments = new ArrayList<>();
                  for (int j = 0; j < call.parameters().size(); j++) {
                    arguments.add(call.parameters().get(j));
                    if (call.isIn(j)) {
                      arguments.add(j == position ? unit : zeros(call.parameters().get(j), body));
                    }
                  }
                  Value entries = Value.temporary(type);
                  invoke(List.of(entries), tangent, Callee.Form.PRIMAL, arguments, body);
                  Traversal.forEachIndex(
                      "row",
                      body.length(entries),
                      body,
                      (row, inner) ->
                          inner.store(inner.load(matrix, row), number, inner.load(entries, row)));
                });
      }
    }
    return new Tape(name, with(matrix), builder.yield(List.of()));
  }

  /**
   * Writes the Hessian into a matrix of its size, the last parameter.
   *
   * @param product the product of the Hessian and a vector
   */
  public Tape hessian(String name, Callee product) {
    BlockBuilder builder = new BlockBuilder();
    Type type = call.results().get(0).arrayOf();
    Value matrix = Value.named(type.arrayOf(), "hessian");
    Value row = builder.constant(0);
    for (int i = 0; i < call.parameters().size(); i++) {
      if (call.isIn(i)) {
        int position = i;
        row =
            forEachUnit(
                i,
                row,
                builder,
                (unit, number, body) -> {
                  List<Value> arguments = new ArrayList<>();
                  List<Value> bars = new ArrayList<>();
                  for (int j = 0; j < call.parameters().size(); j++) {
                    Value value = call.parameters().get(j);
                    arguments.add(value);
                    if (call.isIn(j)) {
                      arguments.add(j == position ? unit : zeros(value, body));
                      bars.add(cell(value, body));
                      arguments.add(bars.get(bars.size() - 1));
                    }
                  }
                  invoke(List.of(), product, Callee.Form.PRIMAL, arguments, body);
                  Value entries = body.load(matrix, number);
                  Value next = body.constant(0);
                  for (Value bar : bars) {
                    next = put(bar, entries, next, body);
                  }
                });
      }
    }
    return new Tape(name, with(matrix), builder.yield(List.of()));
  }

  /**
   * The product of the Hessian and a vector.
   *
   * @param adjoint of the tangent
   */
  public Tape product(String name, Callee adjoint) {
    BlockBuilder builder = new BlockBuilder();
    List<Value> own = new ArrayList<>();
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < call.parameters().size(); i++) {
      Value value = call.parameters().get(i);
      own.add(value);
      arguments.add(value);
      if (call.isIn(i)) {
        Value dot = like(value, "Dot");
        Value bar = NestedCall.barOf(value);
        own.add(dot);
        own.add(bar);
        arguments.addAll(List.of(bar, dot, cell(value, builder)));
      } else if (call.isReal(i)) {
        arguments.addAll(
            List.of(cell(value, builder), zeros(value, builder), cell(value, builder)));
      }
    }
    Type type = call.results().get(0);
    arguments.add(builder.zero(type));
    arguments.add(builder.number(type, 1));
    invoke(List.of(), adjoint, Callee.Form.PRIMAL, arguments, builder);
    return new Tape(name, own, builder.yield(List.of()));
  }

  private List<Value> with(Value matrix) {
    List<Value> all = new ArrayList<>(call.parameters());
    all.add(matrix);
    return all;
  }

  /** Where the adjoint of a parameter goes: an array of one element for a scalar. */
  private static Value cell(Value value, BlockBuilder builder) {
    return value.type().isArray()
        ? zeros(value, builder)
        : builder.newArray(Value.temporary(value.type().arrayOf()), builder.constant(1));
  }

  private interface Entry {
    void build(Value unit, Value number, BlockBuilder body);
  }

  /**
   * Appends something for each scalar of a parameter.
   *
   * @param start the number of the first
   * @return the number after the last
   */
  private Value forEachUnit(int parameter, Value start, BlockBuilder builder, Entry entry) {
    Value value = call.parameters().get(parameter);
    if (!value.type().isArray()) {
      entry.build(builder.number(value.type(), 1), start, builder);
      return builder.plus(start, builder.constant(1));
    }
    return forEachElement(
        value,
        start,
        builder,
        UnaryOperator.identity(),
        (one, number, body) -> {
          Value unit = zeros(value, body);
          one.store(unit, body);
          entry.build(unit, number, body);
        });
  }

  /** Stores a one at some place. */
  private interface Place {
    void store(Value unit, BlockBuilder body);
  }

  private interface Visit {
    void build(Place place, Value number, BlockBuilder body);
  }

  private static Value forEachElement(
      Value array, Value start, BlockBuilder builder, UnaryOperator<Place> within, Visit visit) {
    return count(
        array,
        start,
        builder,
        (index, number, body) -> {
          if (array.type().rank() == 1) {
            Place own =
                (unit, inner) ->
                    inner.store(unit, index, inner.number(array.type().component(), 1));
            visit.build(within.apply(own), number, body);
            return body.plus(number, body.constant(1));
          }
          UnaryOperator<Place> deeper =
              place -> within.apply((unit, inner) -> place.store(inner.load(unit, index), inner));
          return forEachElement(body.load(array, index), number, body, deeper, visit);
        });
  }

  /** Goes through an array with a number; through nothing where that is null. */
  private static Value count(Value array, Value start, BlockBuilder builder, Traversal.Step step) {
    return Traversal.unlessNull(
        array,
        start,
        builder,
        present -> Traversal.count("n", present.length(array), start, present, step));
  }

  /** Writes the elements of an array into a row, one after the other. */
  private static Value put(Value from, Value row, Value start, BlockBuilder builder) {
    return count(
        from,
        start,
        builder,
        (index, number, body) -> {
          Value element = body.load(from, index);
          if (from.type().rank() > 1) {
            return put(element, row, number, body);
          }
          body.store(row, number, body.convert(element, row.type().component()));
          return body.plus(number, body.constant(1));
        });
  }
}
