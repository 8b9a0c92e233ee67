package org.wengert.processor.tape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Ways through whole arrays, appended to a block. */
public final class Traversal {
  private Traversal() {}

  /** What is done at an index. */
  public interface Body {
    void build(Value index, BlockBuilder body);
  }

  /** What is done at an index with a number that goes from one iteration to the next. */
  public interface Step {
    Value next(Value index, Value number, BlockBuilder body);
  }

  private interface Iteration {
    List<Value> yields(Value index, BlockBuilder body);
  }

  /**
   * Goes through the indices from 0 on.
   *
   * @param name of the index
   */
  public static void forEachIndex(String name, Value length, BlockBuilder builder, Body content) {
    loop(
        Value.named(Type.INT, name),
        length,
        List.of(),
        List.of(),
        builder,
        (index, body) -> {
          content.build(index, body);
          return List.of();
        });
  }

  /**
   * The same with a number.
   *
   * @param name of the number
   * @param start what it is in the first iteration
   * @return what it is after the last
   */
  public static Value count(
      String name, Value length, Value start, BlockBuilder builder, Step step) {
    Value number = Value.named(Type.INT, name);
    return loop(
            Value.named(Type.INT, "i"),
            length,
            List.of(start),
            List.of(number),
            builder,
            (index, body) -> List.of(step.next(index, number, body)))
        .get(0);
  }

  /** The results of the loop but for the index. */
  private static List<Value> loop(
      Value index,
      Value length,
      List<Value> initial,
      List<Value> carried,
      BlockBuilder builder,
      Iteration iteration) {
    BlockBuilder condition = new BlockBuilder().at(builder.at());
    Value test = condition.compare(Arithmetic.LT, index, length);
    BlockBuilder body = new BlockBuilder().at(builder.at());
    List<Value> yields = new ArrayList<>(iteration.yields(index, body));
    yields.add(0, body.plus(index, body.constant(1)));
    List<Value> results = carried.stream().map(value -> Value.temporary(value.type())).toList();
    builder.add(
        new Operation.Loop(
            with(Value.temporary(Type.INT), results),
            with(builder.constant(0), initial),
            with(index, carried),
            condition.yield(List.of(test)),
            body.yield(yields),
            builder.at()));
    return results;
  }

  private static List<Value> with(Value first, List<Value> others) {
    List<Value> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }

  /**
   * A value that depends on whether an array is there.
   *
   * @param otherwise what it is where the array is not null
   */
  public static Value unlessNull(
      Value array, Value whenNull, BlockBuilder builder, Function<BlockBuilder, Value> otherwise) {
    Value isNull = builder.compare(Arithmetic.EQ, array, builder.zero(array.type()));
    BlockBuilder present = new BlockBuilder().at(builder.at());
    Value made = otherwise.apply(present);
    Value result = Value.temporary(whenNull.type());
    builder.add(
        new Operation.Branch(
            List.of(result),
            isNull,
            new BlockBuilder().yield(List.of(whenNull)),
            present.yield(List.of(made)),
            builder.at()));
    return result;
  }

  /** Makes an array that stands for one of scalars. */
  public interface Leaf {
    Value make(Type type, Value length, BlockBuilder builder);
  }

  /**
   * A new array of arrays in the shape of another one, in each place one of its own; null for null.
   *
   * @param type its type, perhaps of a higher rank than the array's
   * @param leaf makes what stands for the arrays of scalars
   */
  public static Value shapedLike(Value array, Type type, BlockBuilder builder, Leaf leaf) {
    return unlessNull(
        array,
        builder.zero(type),
        builder,
        present -> {
          Value length = present.length(array);
          if (array.type().rank() == 1) {
            return leaf.make(type, length, present);
          }
          Value rows = present.newArray(Value.temporary(type), length);
          forEachIndex(
              "i",
              length,
              present,
              (index, body) -> {
                Value row = body.load(array, index);
                body.store(rows, index, shapedLike(row, type.component(), body, leaf));
              });
          return rows;
        });
  }

  /** New zeros in the shape of an array, in each place an array of its own; null for null. */
  public static Value zerosLike(Value array, BlockBuilder builder) {
    return shapedLike(
        array,
        array.type(),
        builder,
        (type, length, present) -> present.newArray(Value.temporary(type), length));
  }
}
