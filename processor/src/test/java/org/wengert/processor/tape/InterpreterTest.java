package org.wengert.processor.tape;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.wengert.processor.tape.Type.BOOLEAN;
import static org.wengert.processor.tape.Type.DOUBLE;
import static org.wengert.processor.tape.Type.FLOAT;
import static org.wengert.processor.tape.Type.INT;
import static org.wengert.processor.tape.Type.LONG;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InterpreterTest {
  private final BlockBuilder body = new BlockBuilder();

  @Test
  void intsOverflow() {
    assertThat(apply(Arithmetic.ADD, INT, Integer.MAX_VALUE, 1)).isEqualTo(Integer.MIN_VALUE);
    assertThat(apply(Arithmetic.MUL, INT, 65536, 65537)).isEqualTo(65536);
    assertThat(apply(Arithmetic.NEG, INT, Integer.MIN_VALUE)).isEqualTo(Integer.MIN_VALUE);
    assertThat(apply(Arithmetic.DIV, INT, -7, 2)).isEqualTo(-3);
    assertThat(apply(Arithmetic.REM, INT, -7, 2)).isEqualTo(-1);
    assertThat(apply(Arithmetic.SUB, LONG, Long.MIN_VALUE, 1L)).isEqualTo(Long.MAX_VALUE);
    assertThat(apply(Arithmetic.COMPLEMENT, LONG, 0L)).isEqualTo(-1L);
  }

  @Test
  void shiftDistancesAreMasked() {
    assertThat(apply(Arithmetic.SHL, INT, 1, 33)).isEqualTo(2);
    assertThat(apply(Arithmetic.SHL, LONG, 1L, 33)).isEqualTo(1L << 33);
    assertThat(apply(Arithmetic.SHR, INT, -8, 1)).isEqualTo(-4);
    assertThat(apply(Arithmetic.USHR, INT, -8, 1)).isEqualTo(0x7ffffffc);
    assertThat(apply(Arithmetic.USHR, LONG, -8L, 65L)).isEqualTo(0x7ffffffffffffffcL);
  }

  @Test
  void castsAreJavas() {
    assertThat(apply(Arithmetic.TO_INT, INT, Double.NaN)).isEqualTo(0);
    assertThat(apply(Arithmetic.TO_INT, INT, -1e20)).isEqualTo(Integer.MIN_VALUE);
    assertThat(apply(Arithmetic.TO_INT, INT, 0x1_0000_0007L)).isEqualTo(7);
    assertThat(apply(Arithmetic.TO_LONG, LONG, 1e20f)).isEqualTo(Long.MAX_VALUE);
    assertThat(apply(Arithmetic.TO_LONG, LONG, -2.9)).isEqualTo(-2L);
    assertThat(apply(Arithmetic.TO_FLOAT, FLOAT, 0.1)).isEqualTo(0.1f);
    assertThat(apply(Arithmetic.TO_DOUBLE, DOUBLE, 0.1f)).isEqualTo(0.10000000149011612);
    assertThat(apply(Arithmetic.TO_FLOAT, FLOAT, 16777217)).isEqualTo(1.6777216e7f);
  }

  @Test
  void floatingOperatorsAreJavas() {
    assertThat(apply(Arithmetic.REM, DOUBLE, -7.5, 2.0)).isEqualTo(-1.5);
    assertThat(apply(Arithmetic.REM, DOUBLE, 1e300, 0.3)).isEqualTo(1e300 % 0.3);
    assertThat(apply(Arithmetic.DIV, DOUBLE, 1.0, -0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(apply(Arithmetic.NEG, DOUBLE, 0.0)).isEqualTo(-0.0);
    assertThat(apply(Arithmetic.ADD, FLOAT, 1e8f, 1f)).isEqualTo(1e8f);
    assertThat(apply(Arithmetic.NE, BOOLEAN, Double.NaN, Double.NaN)).isEqualTo(true);
    assertThat(apply(Arithmetic.EQ, BOOLEAN, 0.0, -0.0)).isEqualTo(true);
    assertThat(apply(Arithmetic.GE, BOOLEAN, Double.NaN, 0.0)).isEqualTo(false);
  }

  @Test
  void booleanOperatorsAreJavas() {
    assertThat(apply(Arithmetic.XOR, BOOLEAN, true, true)).isEqualTo(false);
    assertThat(apply(Arithmetic.AND, BOOLEAN, true, false)).isEqualTo(false);
    assertThat(apply(Arithmetic.OR, BOOLEAN, true, false)).isEqualTo(true);
    assertThat(apply(Arithmetic.NOT, BOOLEAN, true)).isEqualTo(false);
    assertThat(apply(Arithmetic.SELECT, DOUBLE, false, 1.0, 2.0)).isEqualTo(2.0);
  }

  @Test
  void functionsAreThoseOfMath() {
    assertThat(apply(MathCall.of(MathFunction.SIN), DOUBLE, 1e10)).isEqualTo(Math.sin(1e10));
    assertThat(apply(new MathCall(MathFunction.SIN, true), DOUBLE, 2.0))
        .isEqualTo(StrictMath.sin(2.0));
    assertThat(apply(MathCall.of(MathFunction.ROUND), LONG, 2.5)).isEqualTo(3L);
    assertThat(apply(MathCall.of(MathFunction.ROUND), INT, -2.5f)).isEqualTo(-2);
    assertThat(apply(MathCall.of(MathFunction.FLOOR_MOD), INT, -7, 3)).isEqualTo(2);
    assertThrows(
        ArithmeticException.class,
        () -> apply(MathCall.of(MathFunction.ADD_EXACT), INT, Integer.MAX_VALUE, 1));
  }

  @Test
  void javasOwnExceptionsAreRaised() {
    Value w = Value.named(DOUBLE.arrayOf(), "w");
    Value i = Value.named(INT, "i");
    Tape load = tape(List.of(w, i), body.load(w, i));
    double[] one = {5};
    assertThat(Interpreter.run(load, one, 0)).containsExactly(5.0);
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> Interpreter.run(load, one, 1));
    assertThrows(NullPointerException.class, () -> Interpreter.run(load, null, 0));
    assertThrows(ArithmeticException.class, () -> apply(Arithmetic.DIV, INT, 1, 0));
  }

  @Test
  void loopsCarryTheirValuesAllAtOnce() {
    Value n = Value.named(INT, "n");
    Value a = Value.named(LONG, "a");
    Value b = Value.named(LONG, "b");
    Value i = Value.named(INT, "i");
    Value fibonacci = Value.named(LONG, "fibonacci");
    BlockBuilder condition = new BlockBuilder();
    Value more = condition.compare(Arithmetic.LT, i, n);
    BlockBuilder step = new BlockBuilder();
    Value sum = step.plus(a, b);
    Value next = step.plus(i, step.constant(1));
    body.add(
        new Operation.Loop(
            List.of(fibonacci, Value.temporary(LONG), Value.temporary(INT)),
            List.of(body.zero(LONG), body.constant(LONG, 1L), body.constant(0)),
            List.of(a, b, i),
            condition.yield(List.of(more)),
            step.yield(List.of(b, sum, next)),
            Location.NONE));
    Tape tape = tape(List.of(n), fibonacci);
    assertThat(Interpreter.run(tape, 0)).containsExactly(0L);
    assertThat(Interpreter.run(tape, 90)).containsExactly(2880067194370816120L);
  }

  @Test
  void branchesEvaluateOneBlockAndThrowsEndTheTape() {
    Value x = Value.named(DOUBLE, "x");
    Value w = Value.named(DOUBLE.arrayOf(), "w");
    Value y = Value.named(DOUBLE, "y");
    BlockBuilder fine = new BlockBuilder();
    fine.store(w, fine.constant(0), x);
    Value negative = fine.negate(x);
    BlockBuilder bad = new BlockBuilder();
    Operation.Operand operand = new Operation.Operand(x);
    bad.add(
        new Operation.Throw(
            "java.lang.IllegalArgumentException",
            List.of(
                new Operation.Argument(List.of(new Operation.Text("x = "), operand)),
                new Operation.Argument(List.of(operand))),
            Location.NONE));
    body.add(
        new Operation.Branch(
            List.of(y),
            body.compare(Arithmetic.GT, x, body.zero(DOUBLE)),
            fine.yield(List.of(negative)),
            bad.yield(List.of()),
            Location.NONE));
    Tape tape = tape(List.of(x, w), y);
    double[] memory = {0};
    assertThat(Interpreter.run(tape, 3.0, memory)).containsExactly(-3.0);
    assertThat(memory).isEqualTo(new double[] {3});
    InterpretedThrow thrown =
        assertThrows(InterpretedThrow.class, () -> Interpreter.run(tape, -3.0, memory));
    assertThat(thrown.exception()).isEqualTo("java.lang.IllegalArgumentException");
    assertThat(thrown).hasMessageThat().isEqualTo("x = -3.0");
    assertThat(thrown.arguments()).containsExactly("x = -3.0", -3.0).inOrder();
    assertThat(memory).isEqualTo(new double[] {3});
  }

  @Test
  void newArraysAreZeroAndMayBeJagged() {
    Value n = Value.named(INT, "n");
    Type cube = DOUBLE.arrayOf().arrayOf().arrayOf();
    Value full = body.newArray(Value.temporary(cube), n, n, n);
    Value jagged = body.newArray(Value.temporary(cube), n, n);
    List<Object> results = Interpreter.run(tape(List.of(n), full, jagged), 2);
    assertThat((double[][][]) results.get(0)).isEqualTo(new double[2][2][2]);
    assertThat((double[][][]) results.get(1)).isEqualTo(new double[2][2][]);
  }

  @Test
  void clonesAreShallow() {
    Value w = Value.named(DOUBLE.arrayOf().arrayOf(), "w");
    Value clone = Value.temporary(w.type());
    body.add(new Operation.CloneArray(clone, w, Location.NONE));
    double[][] argument = {{1}, {2}};
    Object[] result = (Object[]) Interpreter.run(tape(List.of(w), clone), (Object) argument).get(0);
    assertThat(result).isNotSameInstanceAs(argument);
    assertThat(result).isInstanceOf(double[][].class);
    assertThat(result[1]).isSameInstanceAs(argument[1]);
  }

  @Test
  void acquiredBuffersHoldRubbish() {
    Value n = Value.named(INT, "n");
    Value buffer = Value.temporary(DOUBLE.arrayOf());
    body.add(new Operation.Acquire(buffer, n, Location.NONE));
    double[] result = (double[]) Interpreter.run(tape(List.of(n), buffer), 4).get(0);
    assertThat(result.length).isAtLeast(4);
    assertThat(Arrays.stream(result).allMatch(Double::isNaN)).isTrue();
  }

  @Test
  void reservedBuffersKeepTheirContentAndLeaveRubbish() {
    Value old = Value.named(INT.arrayOf(), "old");
    Value n = Value.named(INT, "n");
    Value grown = Value.temporary(INT.arrayOf());
    body.add(new Operation.Reserve(grown, old, n, Location.NONE));
    int[] argument = {1, 2};
    int[] result = (int[]) Interpreter.run(tape(List.of(old, n), grown), argument, 5).get(0);
    assertThat(result.length).isAtLeast(5);
    assertThat(Arrays.copyOf(result, 3)).isEqualTo(new int[] {1, 2, 0xdead_beef});
    assertThat(argument).isEqualTo(new int[] {0xdead_beef, 0xdead_beef});
  }

  @Test
  void callsShareArraysAndNothingElse() {
    Value v = Value.named(DOUBLE.arrayOf(), "v");
    BlockBuilder callee = new BlockBuilder();
    callee.store(v, callee.constant(0), callee.number(DOUBLE, 7));
    Tape part = new Tape("part", List.of(v), callee.yield(List.of()));
    Value w = Value.named(DOUBLE.arrayOf(), "w");
    body.add(new Operation.Call("part", List.of(w), Location.NONE));
    double[] memory = {0};
    assertThat(Interpreter.run(Map.of("part", part), tape(List.of(w)), memory)).isEmpty();
    assertThat(memory).isEqualTo(new double[] {7});
  }

  @Test
  void staticFieldsAreRead() {
    Value max = Value.temporary(INT);
    body.add(
        new Operation.ReadStatic(max, "java.lang.Character", "MAX_VALUE", true, Location.NONE));
    assertThat(Interpreter.run(tape(List.of(), max))).containsExactly(65535);
  }

  @Test
  void argumentsOfOtherTypesAreRefused() {
    Tape tape = tape(List.of(Value.named(DOUBLE, "x")));
    assertThrows(IllegalArgumentException.class, () -> Interpreter.run(tape, 1));
    assertThrows(IllegalArgumentException.class, () -> Interpreter.run(tape));
  }

  private static Object apply(Operator operator, Type type, Object... operands) {
    BlockBuilder block = new BlockBuilder();
    Value[] inputs = new Value[operands.length];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = block.constant(type(operands[i]), operands[i]);
    }
    Value result = block.elementary(operator, type, inputs);
    Tape tape = new Tape("apply", List.of(), block.yield(List.of(result)));
    return Interpreter.run(Verifier.verify(tape)).get(0);
  }

  private static Type type(Object operand) {
    if (operand instanceof Integer) {
      return INT;
    } else if (operand instanceof Long) {
      return LONG;
    } else if (operand instanceof Float) {
      return FLOAT;
    }
    return operand instanceof Double ? DOUBLE : BOOLEAN;
  }

  private Tape tape(List<Value> parameters, Value... results) {
    return Verifier.verify(new Tape("f", parameters, body.yield(List.of(results))));
  }
}
