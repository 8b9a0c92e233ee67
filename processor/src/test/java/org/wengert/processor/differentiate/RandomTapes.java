package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Random tapes of two scalars, two arrays of four elements and an array of four such arrays:
 * arithmetic, branches, loops that count and loops that do not, nested, with reads and writes of
 * the parameters and of local arrays, whose references flow through branches, loops and arrays of
 * arrays. Smooth almost everywhere and of moderate size, so that differences can be taken.
 */
final class RandomTapes {
  static final int LENGTH = 4;
  private static final Type ARRAY = Type.DOUBLE.arrayOf();

  private final Random random;
  private int budget;

  private RandomTapes(long seed, int size) {
    random = new Random(seed);
    budget = size;
  }

  /** What can be used at one point of a tape. */
  private record Visible(
      List<Value> numbers, List<Value> integers, List<Value> arrays, List<Value> matrices) {
    Visible inner() {
      return new Visible(
          new ArrayList<>(numbers),
          new ArrayList<>(integers),
          new ArrayList<>(arrays),
          new ArrayList<>(matrices));
    }
  }

  /** A tape {@code double f(double x, double y, double[] a, double[] b, double[][] m)}. */
  static Tape of(long seed, int size) {
    return new RandomTapes(seed, size).tape();
  }

  private Tape tape() {
    Value x = Value.named(Type.DOUBLE, "x");
    Value y = Value.named(Type.DOUBLE, "y");
    Value a = Value.named(ARRAY, "a");
    Value b = Value.named(ARRAY, "b");
    Value m = Value.named(ARRAY.arrayOf(), "m");
    boolean rows = random.nextBoolean();
    Visible visible =
        new Visible(
            new ArrayList<>(List.of(x, y)),
            new ArrayList<>(),
            new ArrayList<>(List.of(a, b)),
            new ArrayList<>(rows ? List.of(m) : List.of()));
    BlockBuilder builder = new BlockBuilder();
    visible.integers().add(builder.constant(2));
    while (budget > 0) {
      step(builder, visible, 0);
    }
    Value sum = pick(visible.numbers());
    for (int i = 0; i < 3; i++) {
      sum = builder.plus(sum, pick(visible.numbers()));
    }
    return new Tape("f", List.of(x, y, a, b, m), builder.yield(List.of(bounded(sum, builder))));
  }

  private <T> T pick(List<T> list) {
    // Recent values are more interesting.
    int back = Math.min(random.nextInt(list.size()), random.nextInt(list.size()));
    return list.get(list.size() - 1 - back);
  }

  private Value bounded(Value value, BlockBuilder builder) {
    return builder.elementary(MathCall.of(MathFunction.SIN), Type.DOUBLE, value);
  }

  private Value named(Type type) {
    return random.nextInt(3) == 0
        ? Value.named(type, "v" + random.nextInt(5))
        : Value.temporary(type);
  }

  private Value index(BlockBuilder builder, Visible visible) {
    return random.nextBoolean()
        ? builder.constant(random.nextInt(LENGTH))
        : builder.elementary(
            Arithmetic.AND, Type.INT, pick(visible.integers()), builder.constant(LENGTH - 1));
  }

  private void step(BlockBuilder builder, Visible visible, int depth) {
    budget--;
    switch (random.nextInt(depth < 3 ? 16 : 11)) {
      case 0, 1, 2, 3 -> visible.numbers().add(arithmetic(builder, visible));
      case 4, 5 ->
          visible
              .numbers()
              .add(
                  builder.load(
                      named(Type.DOUBLE), pick(visible.arrays()), index(builder, visible)));
      case 6, 7 ->
          builder.store(pick(visible.arrays()), index(builder, visible), pick(visible.numbers()));
      case 8 -> {
        Value array = named(ARRAY);
        if (random.nextBoolean()) {
          builder.newArray(array, builder.constant(LENGTH));
        } else {
          builder.add(new Operation.CloneArray(array, pick(visible.arrays()), builder.at()));
        }
        visible.arrays().add(array);
      }
      case 9 ->
          visible
              .integers()
              .add(
                  builder.elementary(
                      named(Type.INT),
                      random.nextBoolean() ? Arithmetic.ADD : Arithmetic.XOR,
                      pick(visible.integers()),
                      builder.constant(1 + random.nextInt(3))));
      case 10 -> matrix(builder, visible);
      case 11, 12 -> branch(builder, visible, depth);
      case 13, 14 -> counted(builder, visible, depth);
      default -> searching(builder, visible, depth);
    }
  }

  private Value arithmetic(BlockBuilder builder, Visible visible) {
    Value p = pick(visible.numbers());
    Value q = pick(visible.numbers());
    return switch (random.nextInt(8)) {
      case 0 -> builder.elementary(named(Type.DOUBLE), Arithmetic.ADD, p, q);
      case 1 -> builder.elementary(named(Type.DOUBLE), Arithmetic.SUB, p, q);
      case 2, 3 ->
          builder.elementary(
              named(Type.DOUBLE),
              Arithmetic.MUL,
              bounded(p, builder),
              random.nextBoolean() ? q : builder.constant(Type.DOUBLE, 0.75));
      case 4 ->
          builder.elementary(
              named(Type.DOUBLE),
              Arithmetic.DIV,
              p,
              builder.plus(builder.constant(Type.DOUBLE, 2.5), bounded(q, builder)));
      case 5 ->
          builder.elementary(
              named(Type.DOUBLE), MathCall.of(MathFunction.EXP), bounded(p, builder));
      case 6 -> builder.elementary(named(Type.DOUBLE), MathCall.of(MathFunction.TANH), p);
      default -> bounded(p, builder);
    };
  }

  private void matrix(BlockBuilder builder, Visible visible) {
    if (visible.matrices().isEmpty() || random.nextInt(4) == 0) {
      Value matrix = named(ARRAY.arrayOf());
      builder.newArray(matrix, builder.constant(LENGTH), builder.constant(LENGTH));
      visible.matrices().add(matrix);
    } else if (random.nextInt(3) == 0) {
      builder.store(pick(visible.matrices()), index(builder, visible), pick(visible.arrays()));
    } else {
      Value row = named(ARRAY);
      visible.arrays().add(builder.load(row, pick(visible.matrices()), index(builder, visible)));
    }
  }

  private Value condition(BlockBuilder builder, Visible visible) {
    if (random.nextBoolean()) {
      return builder.compare(Arithmetic.LT, pick(visible.numbers()), pick(visible.numbers()));
    }
    Value low =
        builder.elementary(Arithmetic.AND, Type.INT, pick(visible.integers()), builder.constant(1));
    return builder.compare(Arithmetic.EQ, low, builder.constant(0));
  }

  private void branch(BlockBuilder builder, Visible visible, int depth) {
    Value condition = condition(builder, visible);
    List<Value> results = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      results.add(named(Type.DOUBLE));
    }
    if (random.nextInt(3) == 0) {
      results.add(named(Type.INT));
    }
    if (random.nextInt(3) == 0) {
      results.add(named(ARRAY));
    }
    Block whenTrue = arm(visible, depth, results);
    Block whenFalse = arm(visible, depth, results);
    builder.add(new Operation.Branch(results, condition, whenTrue, whenFalse, builder.at()));
    publish(results, visible);
  }

  private void publish(List<Value> results, Visible visible) {
    for (Value result : results) {
      listFor(result, visible).add(result);
    }
  }

  private static List<Value> listFor(Value value, Visible visible) {
    if (value.type().isArray()) {
      return visible.arrays();
    }
    return value.type().equals(Type.INT) ? visible.integers() : visible.numbers();
  }

  private Block arm(Visible visible, int depth, List<Value> results) {
    BlockBuilder builder = new BlockBuilder();
    Visible inner = visible.inner();
    int steps = random.nextInt(5);
    for (int i = 0; i < steps && budget > 0; i++) {
      step(builder, inner, depth + 1);
    }
    return builder.yield(results.stream().map(r -> pick(listFor(r, inner))).toList());
  }

  /** {@code for (int i = start; i < bound; i += step)} with one or two carried numbers. */
  private void counted(BlockBuilder builder, Visible visible, int depth) {
    boolean canonical = random.nextBoolean();
    boolean down = !canonical && random.nextBoolean();
    Value bound =
        random.nextBoolean()
            ? builder.length(pick(visible.arrays()))
            : builder.elementary(
                Arithmetic.AND, Type.INT, pick(visible.integers()), builder.constant(3));
    Value start =
        canonical ? builder.constant(0) : builder.constant(down ? 5 : random.nextInt(3) - 1);
    int stride = canonical ? 1 : 1 + random.nextInt(2);
    Value index = Value.named(Type.INT, "i");
    List<Value> initial = new ArrayList<>(List.of(start));
    List<Value> carried = new ArrayList<>(List.of(index));
    List<Value> results = new ArrayList<>(List.of(named(Type.INT)));
    carry(visible, initial, carried, results);
    BlockBuilder condition = new BlockBuilder();
    Arithmetic comparison =
        canonical
            ? Arithmetic.LT
            : down
                ? (random.nextBoolean() ? Arithmetic.GT : Arithmetic.GE)
                : (random.nextBoolean() ? Arithmetic.LT : Arithmetic.LE);
    Value compared =
        !down && random.nextInt(4) == 0 ? condition.plus(index, condition.constant(1)) : index;
    Value test =
        canonical && random.nextBoolean()
            ? condition.compare(Arithmetic.GT, bound, compared)
            : condition.compare(comparison, compared, bound);
    BlockBuilder body = new BlockBuilder();
    Visible inner = visible.inner();
    inner.integers().add(index);
    publish(carried.subList(1, carried.size()), inner);
    steps(body, inner, depth);
    List<Value> yields = yields(carried.subList(1, carried.size()), inner, body);
    yields.add(
        0,
        down ? body.minus(index, body.constant(stride)) : body.plus(index, body.constant(stride)));
    builder.add(
        new Operation.Loop(
            results,
            initial,
            carried,
            condition.yield(List.of(test)),
            body.yield(yields),
            builder.at()));
    publish(results.subList(1, results.size()), visible);
  }

  private void steps(BlockBuilder body, Visible inner, int depth) {
    int steps = 1 + random.nextInt(4);
    for (int i = 0; i < steps && budget > 0; i++) {
      step(body, inner, depth + 1);
    }
  }

  private void carry(
      Visible visible, List<Value> initial, List<Value> carried, List<Value> results) {
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      initial.add(pick(visible.numbers()));
      carried.add(named(Type.DOUBLE));
      results.add(named(Type.DOUBLE));
    }
    if (random.nextInt(4) == 0) {
      initial.add(pick(visible.arrays()));
      carried.add(named(ARRAY));
      results.add(named(ARRAY));
    }
  }

  private List<Value> yields(List<Value> carried, Visible inner, BlockBuilder body) {
    List<Value> yields = new ArrayList<>();
    for (Value value : carried) {
      Value next = pick(listFor(value, inner));
      yields.add(value.type().isArray() ? next : bounded(next, body));
    }
    return yields;
  }

  /** {@code while (n < limit && number > threshold)}: how often is known only afterwards. */
  private void searching(BlockBuilder builder, Visible visible, int depth) {
    Value count = Value.named(Type.INT, "n");
    List<Value> initial = new ArrayList<>(List.of(builder.constant(0)));
    List<Value> carried = new ArrayList<>(List.of(count));
    List<Value> results = new ArrayList<>(List.of(named(Type.INT)));
    carry(visible, initial, carried, results);
    BlockBuilder condition = new BlockBuilder();
    if (random.nextInt(3) == 0) {
      condition.store(
          pick(visible.arrays()),
          condition.constant(random.nextInt(LENGTH)),
          pick(visible.numbers()));
    }
    Value few = condition.compare(Arithmetic.LT, count, condition.constant(4));
    Value above =
        condition.compare(Arithmetic.GT, carried.get(1), condition.constant(Type.DOUBLE, -0.5));
    Value both = condition.elementary(Arithmetic.AND, Type.BOOLEAN, few, above);
    BlockBuilder body = new BlockBuilder();
    Visible inner = visible.inner();
    inner.integers().add(count);
    publish(carried.subList(1, carried.size()), inner);
    steps(body, inner, depth);
    List<Value> yields = yields(carried.subList(1, carried.size()), inner, body);
    yields.add(0, body.plus(count, body.constant(1)));
    builder.add(
        new Operation.Loop(
            results,
            initial,
            carried,
            condition.yield(List.of(both)),
            body.yield(yields),
            builder.at()));
    publish(results, visible);
  }
}
