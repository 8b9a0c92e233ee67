package org.wengert.processor.emit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Random tapes that try to catch a printer out: values of every type, few names for many values,
 * what is carried swapped and shifted, exceptions of several kinds in an order that counts, stores
 * between loads, blocks that never complete, and constants of every sort.
 */
final class RandomPrograms {
  static final int LENGTH = 4;
  static final List<Type> TYPES =
      List.of(Type.DOUBLE, Type.FLOAT, Type.INT, Type.LONG, Type.BOOLEAN, Type.DOUBLE.arrayOf());
  private static final Type ARRAY = Type.DOUBLE.arrayOf();
  private static final List<Type> RESULTS =
      List.of(Type.DOUBLE, Type.FLOAT, Type.INT, Type.LONG, Type.BOOLEAN, ARRAY);
  private static final List<String> NAMES = List.of("x", "y", "s", "t1", "x1", "if", "Math");
  private static final List<Arithmetic> COMPARISONS =
      Arrays.stream(Arithmetic.values()).filter(Arithmetic::isComparison).toList();
  private static final double[] NUMBERS = {
    0.0, -0.0, 1, -1, 0.1, 1e-310, 1e300, Double.NaN, Double.POSITIVE_INFINITY, -2.5, 3
  };

  private final Random random;
  private final boolean calm;
  private int budget;
  private int line = 1;

  private RandomPrograms(long seed, int size) {
    random = new Random(seed);
    calm = random.nextInt(3) > 0;
    budget = size;
  }

  /** A tape of {@link #arguments} whose results are those of an {@link Outcome}. */
  static Tape of(String name, long seed, int size) {
    return new RandomPrograms(seed, size).tape(name);
  }

  /** Arguments for one of these tapes, fresh arrays each time. */
  static Object[] arguments(long seed) {
    Random random = new Random(seed);
    double[] row = random.nextInt(4) == 0 ? null : new double[LENGTH];
    return new Object[] {
      random.nextGaussian(),
      (float) random.nextGaussian(),
      random.nextInt(5) - 1,
      random.nextLong() >> random.nextInt(64),
      random.nextBoolean(),
      random.doubles(LENGTH, -1, 1).toArray(),
      random.doubles(LENGTH, -1, 1).toArray(),
      new double[][] {new double[LENGTH], {1, 2, 3, 4}, new double[LENGTH], row},
    };
  }

  private static final class Visible {
    private final Map<Type, List<Value>> values = new HashMap<>();

    Visible inner() {
      Visible inner = new Visible();
      values.forEach((type, list) -> inner.values.put(type, new ArrayList<>(list)));
      return inner;
    }

    List<Value> of(Type type) {
      return values.computeIfAbsent(type, key -> new ArrayList<>());
    }

    void add(Value value) {
      of(value.type()).add(value);
    }
  }

  private Tape tape(String name) {
    Visible visible = new Visible();
    List<Value> parameters = new ArrayList<>();
    for (Type type : TYPES) {
      parameters.add(Value.named(type, "p" + parameters.size()));
    }
    parameters.add(Value.named(ARRAY, "x"));
    parameters.add(Value.named(ARRAY.arrayOf(), "rows"));
    parameters.forEach(visible::add);
    BlockBuilder builder = new BlockBuilder();
    while (budget > 0) {
      step(builder, visible, 0);
    }
    List<Value> results = new ArrayList<>();
    RESULTS.forEach(type -> results.add(pick(visible.of(type))));
    return new Tape(name, parameters, builder.yield(results));
  }

  private Value pick(List<Value> list) {
    int back = Math.min(random.nextInt(list.size()), random.nextInt(list.size()));
    return list.get(list.size() - 1 - back);
  }

  private Value pick(Type type, Visible visible, BlockBuilder builder) {
    return random.nextInt(6) == 0 ? constant(type, builder) : pick(visible.of(type));
  }

  private Value constant(Type type, BlockBuilder builder) {
    double number = NUMBERS[random.nextInt(NUMBERS.length)];
    if (type.isArray()) {
      return calm
          ? builder.newArray(Value.temporary(type), builder.constant(LENGTH))
          : builder.zero(type);
    }
    return switch (type.kind()) {
      case BOOLEAN -> builder.constant(random.nextBoolean());
      case INT -> builder.constant(random.nextInt(9) == 0 ? Integer.MIN_VALUE : (int) number);
      case LONG -> builder.constant(type, random.nextInt(9) == 0 ? Long.MIN_VALUE : (long) number);
      default -> builder.number(type, number);
    };
  }

  private Value fresh(Type type) {
    return random.nextInt(3) == 0
        ? Value.named(type, NAMES.get(random.nextInt(NAMES.size())))
        : Value.temporary(type);
  }

  private void step(BlockBuilder builder, Visible visible, int depth) {
    budget--;
    if (random.nextInt(3) == 0) {
      builder.at(random.nextInt(5) == 0 ? Location.NONE : new Location(++line, 0, 0));
    }
    switch (random.nextInt(depth < 4 ? 18 : 12)) {
      case 0, 1, 2, 3, 4, 5 -> visible.add(scalar(builder, visible));
      case 6, 7 -> load(builder, visible);
      case 8, 9 -> store(builder, visible);
      case 10 -> array(builder, visible);
      case 11 -> buffer(builder, visible);
      case 12, 13 -> branch(builder, visible, depth);
      case 14 -> lazy(builder, visible);
      default -> loop(builder, visible, depth);
    }
  }

  private Value scalar(BlockBuilder builder, Visible visible) {
    Type type = RESULTS.get(random.nextInt(5));
    Value a = pick(type, visible, builder);
    Value b = pick(type, visible, builder);
    Value result = fresh(type);
    if (random.nextInt(8) == 0) {
      Value condition = pick(Type.BOOLEAN, visible, builder);
      return builder.elementary(result, Arithmetic.SELECT, condition, a, b);
    }
    return switch (type.kind()) {
      case BOOLEAN -> truth(result, a, b, builder, visible);
      case INT, LONG -> integer(result, a, b, builder, visible);
      default -> floating(result, a, b, builder, visible);
    };
  }

  private Value truth(Value result, Value a, Value b, BlockBuilder builder, Visible visible) {
    int choice = random.nextInt(8);
    if (choice == 0) {
      return builder.elementary(result, Arithmetic.NOT, a);
    }
    if (choice < 3) {
      Arithmetic operator = pickOf(Arithmetic.AND, Arithmetic.OR, Arithmetic.XOR, Arithmetic.EQ);
      return builder.elementary(result, operator, a, b);
    }
    Type type = RESULTS.get(random.nextInt(4));
    Arithmetic comparison = COMPARISONS.get(random.nextInt(COMPARISONS.size()));
    return builder.elementary(
        result, comparison, pick(type, visible, builder), pick(type, visible, builder));
  }

  private Value integer(Value result, Value a, Value b, BlockBuilder builder, Visible visible) {
    boolean isInt = result.type().equals(Type.INT);
    return switch (random.nextInt(9)) {
      case 0 ->
          builder.elementary(
              result,
              isInt ? Arithmetic.TO_INT : Arithmetic.TO_LONG,
              pick(Type.DOUBLE, visible, builder));
      case 1 ->
          builder.elementary(
              result, random.nextBoolean() ? Arithmetic.NEG : Arithmetic.COMPLEMENT, a);
      case 2 -> {
        Arithmetic shift = pickOf(Arithmetic.SHL, Arithmetic.SHR, Arithmetic.USHR);
        yield builder.elementary(result, shift, a, pick(Type.INT, visible, builder));
      }
      case 3 -> builder.elementary(result, MathCall.of(MathFunction.MAX), a, b);
      case 4 ->
          builder.elementary(
              result, calm ? Arithmetic.MUL : pickOf(Arithmetic.DIV, Arithmetic.REM), a, b);
      case 5 ->
          builder.elementary(result, pickOf(Arithmetic.AND, Arithmetic.OR, Arithmetic.XOR), a, b);
      default ->
          builder.elementary(result, pickOf(Arithmetic.ADD, Arithmetic.SUB, Arithmetic.MUL), a, b);
    };
  }

  private Value floating(Value result, Value a, Value b, BlockBuilder builder, Visible visible) {
    boolean isDouble = result.type().equals(Type.DOUBLE);
    return switch (random.nextInt(9)) {
      case 0 -> builder.elementary(result, Arithmetic.NEG, a);
      case 1 -> {
        Value operand = pick(RESULTS.get(random.nextInt(4)), visible, builder);
        yield builder.elementary(
            result, isDouble ? Arithmetic.TO_DOUBLE : Arithmetic.TO_FLOAT, operand);
      }
      case 2 -> builder.elementary(result, new MathCall(MathFunction.ABS, random.nextBoolean()), a);
      case 3 -> builder.elementary(result, MathCall.of(MathFunction.MIN), a, b);
      case 4 -> builder.elementary(result, pickOf(Arithmetic.DIV, Arithmetic.REM), a, b);
      default ->
          builder.elementary(result, pickOf(Arithmetic.ADD, Arithmetic.SUB, Arithmetic.MUL), a, b);
    };
  }

  private Arithmetic pickOf(Arithmetic... operators) {
    return operators[random.nextInt(operators.length)];
  }

  private Value index(BlockBuilder builder, Visible visible) {
    if (!calm && random.nextInt(6) == 0) {
      return pick(Type.INT, visible, builder);
    }
    return random.nextBoolean()
        ? builder.constant(random.nextInt(LENGTH))
        : builder.elementary(
            Arithmetic.AND, Type.INT, pick(visible.of(Type.INT)), builder.constant(LENGTH - 1));
  }

  private void load(BlockBuilder builder, Visible visible) {
    if (random.nextInt(6) == 0) {
      Value length = fresh(Type.INT);
      builder.add(new Operation.Length(length, pick(visible.of(ARRAY)), builder.at()));
      visible.add(length);
      return;
    }
    Value array = pick(ARRAY, visible, builder);
    visible.add(builder.load(fresh(Type.DOUBLE), array, index(builder, visible)));
  }

  private void store(BlockBuilder builder, Visible visible) {
    Value array =
        random.nextInt(3) == 0
            ? builder.load(pick(visible.of(ARRAY.arrayOf())), index(builder, visible))
            : pick(visible.of(ARRAY));
    Value index = index(builder, visible);
    Value value = pick(Type.DOUBLE, visible, builder);
    if (random.nextBoolean()) {
      Value old = builder.load(array, index);
      value = random.nextBoolean() ? builder.plus(old, value) : builder.minus(old, value);
    }
    builder.store(array, index, value);
  }

  private void array(BlockBuilder builder, Visible visible) {
    Value result = fresh(ARRAY);
    if (random.nextBoolean()) {
      builder.add(new Operation.CloneArray(result, pick(visible.of(ARRAY)), builder.at()));
    } else if (calm || random.nextInt(3) > 0) {
      builder.newArray(result, builder.constant(LENGTH));
    } else {
      Value low = builder.constant(31);
      Value size = pick(visible.of(Type.INT));
      builder.newArray(result, builder.elementary(Arithmetic.REM, Type.INT, size, low));
    }
    visible.add(result);
  }

  /** Storage filled, perhaps grown, and read. */
  private void buffer(BlockBuilder builder, Visible visible) {
    Value buffer = fresh(ARRAY);
    builder.add(new Operation.Acquire(buffer, builder.constant(3), builder.at()));
    for (int i = 0; i < 3; i++) {
      builder.store(buffer, builder.constant(i), pick(Type.DOUBLE, visible, builder));
    }
    if (random.nextBoolean()) {
      Value grown = Value.named(ARRAY, buffer.name());
      builder.add(new Operation.Reserve(grown, buffer, builder.constant(9), builder.at()));
      buffer = grown;
    }
    visible.add(builder.load(fresh(Type.DOUBLE), buffer, builder.constant(random.nextInt(3))));
  }

  private List<Value> results(int most) {
    List<Value> results = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      results.add(fresh(RESULTS.get(random.nextInt(RESULTS.size()))));
    }
    return results;
  }

  private void branch(BlockBuilder builder, Visible visible, int depth) {
    Value condition = pick(visible.of(Type.BOOLEAN));
    List<Value> results = results(3);
    boolean throwing = random.nextInt(calm ? 40 : 10) == 0;
    Block whenTrue = throwing ? thrown(visible.inner()) : arm(visible, depth, results);
    Block whenFalse =
        throwing && random.nextInt(5) == 0 ? thrown(visible) : arm(visible, depth, results);
    if (random.nextBoolean()) {
      Block swap = whenTrue;
      whenTrue = whenFalse;
      whenFalse = swap;
    }
    builder.add(new Operation.Branch(results, condition, whenTrue, whenFalse, builder.at()));
    results.forEach(visible::add);
  }

  private Block thrown(Visible visible) {
    BlockBuilder builder = new BlockBuilder();
    if (random.nextBoolean()) {
      store(builder, visible);
    }
    List<Operation.Part> parts = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      parts.add(
          i == 0 || random.nextBoolean()
              ? new Operation.Text("\"at\"\n" + i)
              : new Operation.Operand(pick(RESULTS.get(random.nextInt(5)), visible, builder)));
    }
    builder.add(
        new Operation.Throw(
            "java.lang.IllegalStateException",
            List.of(new Operation.Argument(parts)),
            builder.at()));
    return builder.yield(List.of());
  }

  private Block arm(Visible visible, int depth, List<Value> results) {
    BlockBuilder builder = new BlockBuilder();
    Visible inner = visible.inner();
    for (int i = random.nextInt(5); i > 0 && budget > 0; i--) {
      step(builder, inner, depth + 1);
    }
    return builder.yield(
        results.stream().map(result -> pick(result.type(), inner, builder)).toList());
  }

  /** {@code a && b}, {@code a || b} and {@code a ? b : c}. */
  private void lazy(BlockBuilder builder, Visible visible) {
    Value condition = pick(visible.of(Type.BOOLEAN));
    Type type = random.nextInt(3) > 0 ? Type.BOOLEAN : Type.DOUBLE;
    Value result = fresh(type);
    Block whenTrue = operand(type, visible);
    Block whenFalse = operand(type, visible);
    builder.add(
        new Operation.Branch(List.of(result), condition, whenTrue, whenFalse, builder.at()));
    visible.add(result);
  }

  private Block operand(Type type, Visible visible) {
    BlockBuilder builder = new BlockBuilder();
    Visible inner = visible.inner();
    if (random.nextBoolean()) {
      return builder.yield(List.of(pick(type, inner, builder)));
    }
    if (random.nextInt(3) == 0) {
      load(builder, inner);
    }
    Value result = Value.temporary(type);
    Value a = pick(type, inner, builder);
    Value b = pick(type, inner, builder);
    return builder.yield(
        List.of(
            type.equals(Type.BOOLEAN)
                ? truth(result, a, b, builder, inner)
                : floating(result, a, b, builder, inner)));
  }

  private void loop(BlockBuilder builder, Visible visible, int depth) {
    Value count = Value.named(Type.INT, random.nextBoolean() ? "i" : "");
    int step = random.nextInt(4) == 0 ? -1 : 1;
    List<Value> initial = new ArrayList<>();
    List<Value> carried = new ArrayList<>();
    List<Value> results = new ArrayList<>();
    for (Value result : results(3)) {
      results.add(result);
      initial.add(pick(result.type(), visible, builder));
      carried.add(
          random.nextBoolean() ? Value.named(result.type(), result.name()) : fresh(result.type()));
    }
    initial.add(
        random.nextInt(3) == 0
            ? builder.elementary(
                Arithmetic.AND, Type.INT, pick(visible.of(Type.INT)), builder.constant(1))
            : builder.constant(step < 0 ? 2 : 0));
    carried.add(count);
    Value last = fresh(Type.INT);
    results.add(last);

    BlockBuilder condition = new BlockBuilder();
    Visible tested = visible.inner();
    carried.forEach(tested::add);
    while (random.nextInt(4) == 0 && budget > 0) {
      step(condition, tested, depth + 1);
    }
    Value more =
        step < 0
            ? condition.compare(Arithmetic.GT, count, condition.constant(0))
            : condition.compare(Arithmetic.LT, count, condition.constant(3));
    if (random.nextInt(4) == 0) {
      Value other = pick(tested.of(Type.BOOLEAN));
      more = condition.elementary(Arithmetic.AND, Type.BOOLEAN, more, other);
    }

    BlockBuilder body = new BlockBuilder();
    Visible inner = visible.inner();
    carried.forEach(inner::add);
    Value early = random.nextBoolean() ? null : body.plus(count, body.constant(step));
    for (int i = random.nextInt(6); i > 0 && budget > 0; i--) {
      step(body, inner, depth + 1);
    }
    List<Value> yields = new ArrayList<>();
    for (Value value : carried.subList(0, carried.size() - 1)) {
      List<Value> same =
          carried.stream().filter(other -> other.type().equals(value.type())).toList();
      yields.add(random.nextInt(3) == 0 ? pick(same) : pick(value.type(), inner, body));
    }
    yields.add(early != null ? early : body.plus(count, body.constant(step)));
    builder.add(
        new Operation.Loop(
            results,
            initial,
            carried,
            condition.yield(List.of(more)),
            body.yield(yields),
            builder.at()));
    results.subList(0, results.size() - 1).forEach(visible::add);
    if (random.nextInt(3) == 0) {
      visible.add(last);
    }
  }
}
