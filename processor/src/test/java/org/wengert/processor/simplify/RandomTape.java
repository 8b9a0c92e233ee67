package org.wengert.processor.simplify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
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
 * Makes well-formed tapes that use everything the language has, and all of it with few distinct
 * operands, so that there is much to simplify. Loops end after a few iterations; exceptions are
 * possible but rare enough that most evaluations get far.
 */
final class RandomTape {
  private static final Type DOUBLES = Type.DOUBLE.arrayOf();
  private static final Type ROWS = DOUBLES.arrayOf();
  private static final Type INTS = Type.INT.arrayOf();
  private static final List<Type> SCALARS =
      List.of(Type.BOOLEAN, Type.INT, Type.LONG, Type.FLOAT, Type.DOUBLE);
  private static final List<Type> TYPES =
      List.of(
          Type.BOOLEAN,
          Type.INT,
          Type.INT,
          Type.LONG,
          Type.FLOAT,
          Type.DOUBLE,
          Type.DOUBLE,
          DOUBLES,
          INTS,
          ROWS);

  /** The types of the parameters of every random tape. */
  static final List<Type> PARAMETERS =
      List.of(
          Type.BOOLEAN,
          Type.INT,
          Type.LONG,
          Type.FLOAT,
          Type.DOUBLE,
          Type.DOUBLE,
          DOUBLES,
          DOUBLES,
          INTS,
          ROWS);

  private static final List<Type> SMALL =
      List.of(DOUBLES, INTS, Type.FLOAT.arrayOf(), Type.BOOLEAN.arrayOf(), Type.LONG.arrayOf());

  private static final Object[] INT_VALUES = {
    0, 0, 1, 1, -1, 2, 31, 32, Integer.MAX_VALUE, Integer.MIN_VALUE
  };
  private static final double[] DOUBLE_VALUES = {
    0.0, -0.0, 1, -1, 2, 0.5, 1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE
  };
  private static final int MAX_DEPTH = 3;

  private final Random random;

  /** All values visible at the point under construction, innermost last. */
  private final List<Value> visible = new ArrayList<>();

  /** Small arrays of constant length in sight, and how many values were visible before each. */
  private final Map<Value, Integer> small = new LinkedHashMap<>();

  /** Operations that may come again. */
  private final List<Operation> earlier = new ArrayList<>();

  private RandomTape(Random random) {
    this.random = random;
  }

  static Tape of(Random random) {
    return new RandomTape(random).tape();
  }

  private Tape tape() {
    List<Value> parameters = new ArrayList<>();
    for (Type type : PARAMETERS) {
      parameters.add(Value.named(type, "p" + parameters.size()));
    }
    visible.addAll(parameters);
    BlockBuilder builder = new BlockBuilder();
    fill(builder, 0, 25);
    List<Value> results = visible.stream().filter(value -> chance(2)).toList();
    return new Tape("f", parameters, builder.yield(results));
  }

  /** Some operations in a region of their own, handing out values of these types, or a throw. */
  private Block region(int depth, List<Type> types, boolean mayThrow) {
    return region(depth, types, List.of(), mayThrow);
  }

  /** Some operations in a region, handing out small arrays of some types as well. */
  private Block region(int depth, List<Type> types, List<Type> small, boolean mayThrow) {
    int outer = visible.size();
    BlockBuilder builder = new BlockBuilder();
    List<Value> made = small.stream().map(type -> small(type, builder)).toList();
    fill(builder, depth, 7);
    Block block;
    if (mayThrow && chance(12)) {
      List<Operation.Part> message =
          List.of(new Operation.Text("n = "), new Operation.Operand(any(Type.INT, builder)));
      builder.add(
          new Operation.Throw(
              "java.lang.IllegalArgumentException",
              List.of(new Operation.Argument(message)),
              Location.NONE));
      block = builder.yield(List.of());
    } else {
      List<Value> yields = new ArrayList<>();
      types.forEach(type -> yields.add(any(type, builder)));
      yields.addAll(made);
      block = builder.yield(yields);
    }
    hideFrom(outer);
    return block;
  }

  private void fill(BlockBuilder builder, int depth, int atMost) {
    for (int count = random.nextInt(atMost); count > 0; count--) {
      operation(builder, depth);
    }
  }

  private void operation(BlockBuilder builder, int depth) {
    int kind = random.nextInt(28);
    if (kind >= 24) {
      small(builder);
    } else if (kind >= 20) {
      again(builder);
    } else if (kind < 8) {
      elementary(builder);
      remember(builder);
    } else if (kind < 10) {
      constant(pick(SCALARS), builder);
    } else if (kind < 12) {
      Value array = any(pick(List.of(DOUBLES, DOUBLES, INTS, ROWS)), builder);
      Value index = index(builder);
      show(builder.load(fresh(array.type().element()), array, index));
      remember(builder);
    } else if (kind == 12) {
      overwrite(builder);
    } else if (kind == 13) {
      Value array = any(pick(List.of(DOUBLES, DOUBLES, INTS, ROWS)), builder);
      Value index = index(builder);
      builder.store(array, index, any(array.type().element(), builder));
    } else if (kind == 14) {
      show(builder.length(any(pick(List.of(DOUBLES, INTS, ROWS)), builder)));
    } else if (kind == 15) {
      array(builder);
    } else if (kind == 16) {
      Value result = fresh(Type.DOUBLE);
      builder.add(new Operation.ReadStatic(result, "java.lang.Math", "PI", true, Location.NONE));
      show(result);
    } else if (depth < MAX_DEPTH) {
      if (kind < 19 && chance(2)) {
        branch(builder, depth);
      } else {
        loop(builder, depth);
      }
    }
  }

  /** A store into an element that was read before. */
  private void overwrite(BlockBuilder builder) {
    for (Operation operation : earlier) {
      if (operation instanceof Operation.Load load
          && chance(2)
          && visible.containsAll(load.operands())) {
        builder.store(load.array(), load.index(), any(load.result().type(), builder));
        return;
      }
    }
  }

  /** An operation that was there before, perhaps with its operands in another order. */
  private void again(BlockBuilder builder) {
    List<Operation> candidates =
        earlier.stream().filter(operation -> visible.containsAll(operation.operands())).toList();
    if (candidates.isEmpty()) {
      return;
    }
    Operation operation = candidates.get(random.nextInt(candidates.size()));
    Value result = fresh(operation.results().get(0).type());
    if (operation instanceof Operation.Elementary elementary) {
      List<Value> inputs = new ArrayList<>(elementary.inputs());
      if (inputs.size() == 2 && inputs.get(0).type().equals(inputs.get(1).type()) && chance(2)) {
        Collections.reverse(inputs);
      }
      show(builder.elementary(result, elementary.operator(), inputs.toArray(Value[]::new)));
    } else if (operation instanceof Operation.Load load) {
      show(builder.load(result, load.array(), load.index()));
    }
  }

  private void array(BlockBuilder builder) {
    if (chance(3)) {
      Value original = any(pick(List.of(DOUBLES, INTS, ROWS)), builder);
      Value copy = fresh(original.type());
      builder.add(new Operation.CloneArray(copy, original, Location.NONE));
      show(copy);
      return;
    }
    Value two = builder.constant(2);
    Value length = small(any(Type.INT, builder), builder);
    if (chance(8)) {
      length = builder.minus(length, builder.constant(1));
    }
    Value atLeastTwo = builder.elementary(Arithmetic.OR, Type.INT, length, two);
    if (chance(3)) {
      Value buffer = fresh(DOUBLES);
      Value safe = small(length, builder);
      builder.add(new Operation.Acquire(buffer, builder.plus(safe, two), Location.NONE));
      show(buffer);
    } else if (chance(3)) {
      show(builder.newArray(fresh(ROWS), two, small(atLeastTwo, builder)));
    } else {
      show(builder.newArray(fresh(pick(List.of(DOUBLES, INTS))), atLeastTwo));
    }
  }

  /** Something with an array that has few elements, at constant indices. */
  private void small(BlockBuilder builder) {
    if (small.isEmpty() || chance(4)) {
      small(pick(SMALL), builder);
      return;
    }
    List<Value> arrays = List.copyOf(small.keySet());
    Value array = arrays.get(Math.max(0, arrays.size() - 1 - random.nextInt(3)));
    Value index = constant(Type.INT, random.nextInt(chance(20) ? 4 : 2), builder);
    int kind = random.nextInt(12);
    if (kind < 5) {
      show(builder.load(fresh(array.type().element()), array, index));
    } else if (kind < 10) {
      builder.store(array, index, any(array.type().element(), builder));
    } else if (kind == 10) {
      show(builder.length(array));
    } else {
      Value copy = fresh(array.type());
      small.put(copy, visible.size());
      builder.add(new Operation.CloneArray(copy, array, Location.NONE));
      constant(Type.INT, builder);
    }
    if (chance(50)) {
      show(array);
    }
  }

  private Value small(Type type, BlockBuilder builder) {
    Value array = fresh(type);
    small.put(array, visible.size());
    builder.newArray(array, constant(Type.INT, chance(8) ? 3 : 2, builder));
    return array;
  }

  /** Mostly 0 or 1, which every array has. */
  private Value index(BlockBuilder builder) {
    Value any = any(Type.INT, builder);
    return chance(25)
        ? any
        : show(builder.elementary(Arithmetic.AND, Type.INT, any, builder.constant(1)));
  }

  /** Between 0 and 3. */
  private Value small(Value value, BlockBuilder builder) {
    return builder.elementary(Arithmetic.AND, Type.INT, value, builder.constant(3));
  }

  /** A branch, sometimes soon followed by another one on the same condition. */
  private void branch(BlockBuilder builder, int depth) {
    Value condition = any(Type.BOOLEAN, builder);
    branch(condition, builder, depth);
    if (chance(2)) {
      for (int between = random.nextInt(3); between > 0; between--) {
        elementary(builder);
      }
      branch(condition, builder, depth);
    }
  }

  private void branch(Value condition, BlockBuilder builder, int depth) {
    List<Type> types = someTypes();
    List<Value> results = new ArrayList<>();
    types.forEach(type -> results.add(fresh(type)));
    List<Type> arrays = chance(2) ? List.of(pick(SMALL)) : List.of();
    Block whenTrue = region(depth + 1, types, arrays, true);
    Block whenFalse = region(depth + 1, types, arrays, true);
    int before = visible.size();
    results.forEach(this::show);
    for (Type type : arrays) {
      Value array = fresh(type);
      results.add(array);
      constant(Type.INT, builder);
      small.put(array, before);
    }
    builder.add(new Operation.Branch(results, condition, whenTrue, whenFalse, Location.NONE));
  }

  private void loop(BlockBuilder builder, int depth) {
    List<Type> types = someTypes();
    List<Value> initial = new ArrayList<>();
    types.forEach(type -> initial.add(any(type, builder)));
    boolean down = chance(3);
    Value from = down ? small(any(Type.INT, builder), builder) : constant(Type.INT, 0, builder);
    Value to = down ? constant(Type.INT, 0, builder) : small(any(Type.INT, builder), builder);
    initial.add(from);

    List<Value> carried = new ArrayList<>();
    List<Value> results = new ArrayList<>();
    types.forEach(type -> carried.add(fresh(type)));
    types.forEach(type -> results.add(fresh(type)));
    Value counter = Value.named(Type.INT, "i");
    carried.add(counter);
    results.add(fresh(Type.INT));

    int outer = visible.size();
    carried.forEach(this::show);
    Block condition = condition(depth, counter, to, down);
    Block body = body(depth, types, carried, down ? -1 : 1);
    hideFrom(outer);
    builder.add(new Operation.Loop(results, initial, carried, condition, body, Location.NONE));
    results.forEach(this::show);
  }

  /** The counter has not come to its bound, and perhaps something else. */
  private Block condition(int depth, Value counter, Value to, boolean down) {
    int outer = visible.size();
    BlockBuilder builder = new BlockBuilder();
    if (chance(3)) {
      fill(builder, depth + 1, 3);
    }
    Arithmetic comparison = chance(4) ? Arithmetic.NE : down ? Arithmetic.GT : Arithmetic.LT;
    Value goesOn = builder.compare(comparison, counter, to);
    if (chance(4)) {
      Value also = any(Type.BOOLEAN, builder);
      goesOn = builder.elementary(Arithmetic.AND, Type.BOOLEAN, goesOn, also);
    } else if (chance(4)) {
      Value both = Value.temporary(Type.BOOLEAN);
      Block otherwise = region(depth + 1, List.of(Type.BOOLEAN), true);
      BlockBuilder no = new BlockBuilder();
      Block stop = no.yield(List.of(no.constant(false)));
      builder.add(new Operation.Branch(List.of(both), goesOn, otherwise, stop, Location.NONE));
      goesOn = both;
    }
    hideFrom(outer);
    return builder.yield(List.of(goesOn));
  }

  private Block body(int depth, List<Type> types, List<Value> carried, int step) {
    int outer = visible.size();
    BlockBuilder builder = new BlockBuilder();
    fill(builder, depth + 1, 6);
    List<Value> next = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      next.add(chance(3) ? carried.get(i) : any(types.get(i), builder));
    }
    Value counter = carried.get(carried.size() - 1);
    Value advanced = builder.plus(counter, builder.constant(step));
    if (chance(5)) {
      advanced =
          builder.select(builder.compare(Arithmetic.EQ, counter, counter), advanced, counter);
    }
    next.add(advanced);
    hideFrom(outer);
    return builder.yield(next);
  }

  private void elementary(BlockBuilder builder) {
    Type type = pick(SCALARS);
    Value x = any(type, builder);
    Value y = any(type, builder);
    int kind = random.nextInt(10);
    if (kind == 0) {
      Value condition = any(Type.BOOLEAN, builder);
      show(builder.elementary(fresh(type), Arithmetic.SELECT, condition, x, y));
    } else if (type.equals(Type.BOOLEAN)) {
      if (kind < 3) {
        show(builder.elementary(fresh(type), Arithmetic.NOT, x));
      } else {
        List<Arithmetic> logic =
            List.of(Arithmetic.AND, Arithmetic.OR, Arithmetic.XOR, Arithmetic.EQ, Arithmetic.NE);
        show(builder.elementary(fresh(type), pick(logic), x, y));
      }
    } else if (kind == 1) {
      Type target = pick(SCALARS.subList(1, SCALARS.size()));
      show(builder.elementary(fresh(target), conversion(target), x));
    } else if (kind < 4) {
      List<Arithmetic> comparisons =
          List.of(
              Arithmetic.LT,
              Arithmetic.LE,
              Arithmetic.GT,
              Arithmetic.GE,
              Arithmetic.EQ,
              Arithmetic.NE);
      show(builder.elementary(fresh(Type.BOOLEAN), pick(comparisons), x, y));
    } else if (kind == 4) {
      show(builder.elementary(fresh(type), Arithmetic.NEG, x));
    } else if (kind == 5) {
      function(type, x, y, builder);
    } else if (type.isFloating()) {
      List<Arithmetic> operators =
          List.of(Arithmetic.ADD, Arithmetic.SUB, Arithmetic.MUL, Arithmetic.DIV, Arithmetic.REM);
      show(builder.elementary(fresh(type), pick(operators), x, y));
    } else {
      integral(type, x, y, builder);
    }
  }

  private void integral(Type type, Value x, Value y, BlockBuilder builder) {
    List<Arithmetic> operators =
        List.of(
            Arithmetic.ADD,
            Arithmetic.SUB,
            Arithmetic.MUL,
            Arithmetic.DIV,
            Arithmetic.REM,
            Arithmetic.AND,
            Arithmetic.OR,
            Arithmetic.XOR,
            Arithmetic.SHL,
            Arithmetic.SHR,
            Arithmetic.USHR,
            Arithmetic.COMPLEMENT);
    Arithmetic operator = pick(operators);
    if (operator == Arithmetic.COMPLEMENT) {
      show(builder.elementary(fresh(type), operator, x));
      return;
    }
    boolean division = operator == Arithmetic.DIV || operator == Arithmetic.REM;
    Value second = y;
    if (division && !chance(6)) {
      Value one = constant(type, type.equals(Type.INT) ? (Object) 1 : (Object) 1L, builder);
      second = builder.elementary(Arithmetic.OR, type, y, one);
    } else if (operator.compareTo(Arithmetic.SHL) >= 0 && chance(2)) {
      second = any(Type.INT, builder);
    }
    show(builder.elementary(fresh(type), operator, x, second));
  }

  private void function(Type type, Value x, Value y, BlockBuilder builder) {
    if (type.equals(Type.LONG) && chance(2)) {
      MathCall exact = MathCall.of(MathFunction.TO_INT_EXACT);
      show(builder.elementary(fresh(Type.INT), exact, x));
      return;
    }
    MathFunction function =
        pick(
            type.equals(Type.DOUBLE)
                ? List.of(
                    MathFunction.SQRT,
                    MathFunction.POW,
                    MathFunction.POW,
                    MathFunction.SIN,
                    MathFunction.ABS,
                    MathFunction.MAX,
                    MathFunction.MIN,
                    MathFunction.FLOOR,
                    MathFunction.CEIL,
                    MathFunction.RINT,
                    MathFunction.SIGNUM)
                : List.of(MathFunction.ABS, MathFunction.MAX, MathFunction.MIN));
    boolean binary =
        function == MathFunction.POW
            || function == MathFunction.MAX
            || function == MathFunction.MIN;
    MathCall call = new MathCall(function, chance(4));
    show(
        binary
            ? builder.elementary(fresh(type), call, x, y)
            : builder.elementary(fresh(type), call, x));
  }

  private static Arithmetic conversion(Type type) {
    return switch (type.kind()) {
      case INT -> Arithmetic.TO_INT;
      case LONG -> Arithmetic.TO_LONG;
      case FLOAT -> Arithmetic.TO_FLOAT;
      default -> Arithmetic.TO_DOUBLE;
    };
  }

  /** A visible value of the type, preferably a recent one; a new constant where there is none. */
  private Value any(Type type, BlockBuilder builder) {
    List<Value> candidates = visible.stream().filter(v -> v.type().equals(type)).toList();
    if (!type.isArray() && (candidates.isEmpty() || chance(4))) {
      return constant(type, builder);
    }
    int last = candidates.size() - 1;
    return candidates.get(chance(2) ? Math.max(0, last - random.nextInt(3)) : index(last + 1));
  }

  private int index(int size) {
    return random.nextInt(size);
  }

  private Value constant(Type type, BlockBuilder builder) {
    Object literal =
        switch (type.kind()) {
          case BOOLEAN -> random.nextBoolean();
          case INT -> INT_VALUES[index(INT_VALUES.length)];
          case LONG -> ((Integer) INT_VALUES[index(INT_VALUES.length)]).longValue();
          case FLOAT -> (float) DOUBLE_VALUES[index(DOUBLE_VALUES.length)];
          default -> DOUBLE_VALUES[index(DOUBLE_VALUES.length)];
        };
    return constant(type, literal, builder);
  }

  private Value constant(Type type, Object literal, BlockBuilder builder) {
    Value result = fresh(type);
    builder.add(new Operation.Constant(result, literal, Location.NONE));
    show(result);
    return result;
  }

  private List<Type> someTypes() {
    List<Type> types = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      types.add(pick(TYPES));
    }
    return types;
  }

  private Value fresh(Type type) {
    return chance(3) ? Value.named(type, "x" + random.nextInt(10)) : Value.temporary(type);
  }

  private Value show(Value value) {
    visible.add(value);
    return value;
  }

  private void remember(BlockBuilder builder) {
    List<Operation> operations = builder.operations();
    earlier.add(operations.get(operations.size() - 1));
  }

  private void hideFrom(int outer) {
    visible.subList(outer, visible.size()).clear();
    small.values().removeIf(before -> before >= outer);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
