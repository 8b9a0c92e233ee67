package org.wengert.processor.emit;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Interpreter;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** HotSpot never compiles methods of more than 8,000 bytes: none may be generated. */
class LargeTapesTest {
  private static final int HOTSPOT_LIMIT = 8000;

  private final Random random = new Random(7);
  private final Value x = Value.named(Type.DOUBLE, "x");
  private final Value y = Value.named(Type.DOUBLE, "y");
  private final Value a = Value.named(Type.DOUBLE.arrayOf(), "a");
  private final Value n = Value.named(Type.INT, "n");

  @Test
  void straightLine() throws Throwable {
    BlockBuilder builder = new BlockBuilder();
    check(builder, arithmetic(builder, 10_000, new ArrayList<>(List.of(x, y))));
  }

  /** The reverse sweep's shape: everything is read a second time, last to first. */
  @Test
  void thereAndBack() throws Throwable {
    BlockBuilder builder = new BlockBuilder();
    List<Value> values = new ArrayList<>(List.of(x, y));
    arithmetic(builder, 3000, values);
    Value bar = builder.plus(x, y);
    for (int i = values.size() - 1; i >= 0; i--) {
      bar = builder.plus(builder.times(bar, values.get(i)), values.get(random.nextInt(i + 1)));
    }
    check(builder, bar);
  }

  @Test
  void loopsOfLargeBodies() throws Throwable {
    BlockBuilder builder = new BlockBuilder();
    BlockBuilder body = new BlockBuilder();
    Value i = Value.named(Type.INT, "i");
    Value s = Value.named(Type.DOUBLE, "s");
    List<Value> values = new ArrayList<>(List.of(x, y, s));
    arithmetic(body, 1500, values);
    branches(body, values);
    Value last = arithmetic(body, 1500, values);
    check(builder, loop(builder, i, s, body, last));
  }

  @Test
  void loopsWithinLoops() throws Throwable {
    BlockBuilder builder = new BlockBuilder();
    BlockBuilder outer = new BlockBuilder();
    Value sum = Value.named(Type.DOUBLE, "sum");
    List<Value> values = new ArrayList<>(List.of(x, y, sum));
    for (int k = 0; k < 12; k++) {
      arithmetic(outer, 150, values);
      BlockBuilder inner = new BlockBuilder();
      Value s = Value.named(Type.DOUBLE, "s");
      List<Value> visible = new ArrayList<>(values);
      visible.add(s);
      Value last = arithmetic(inner, 300, visible);
      values.add(loop(outer, Value.named(Type.INT, "j"), s, inner, last));
    }
    check(builder, loop(builder, Value.named(Type.INT, "i"), sum, outer, values.get(1800)));
  }

  @Test
  void chainsOfElseIf() throws Throwable {
    BlockBuilder builder = new BlockBuilder();
    List<Value> values = new ArrayList<>(List.of(x, y));
    branches(builder, values);
    check(builder, values.get(values.size() - 1));
  }

  @Test
  void sumsOfManyTerms() throws Throwable {
    BlockBuilder builder = new BlockBuilder();
    Value sum = x;
    for (int i = 0; i < 10_000; i++) {
      sum = builder.plus(sum, y);
    }
    check(builder, sum);
  }

  @Test
  void smallTapesStayWhole() {
    BlockBuilder builder = new BlockBuilder();
    Value last = arithmetic(builder, 100, new ArrayList<>(List.of(x, y)));
    Tape tape = new Tape("f", List.of(x, y, a), builder.yield(List.of(last)));
    assertThat(Split.of(tape)).containsExactly(tape);
  }

  @Test
  @Timeout(120)
  void hugeTapesTakeLittleTime() {
    BlockBuilder builder = new BlockBuilder();
    Value last = arithmetic(builder, 100_000, new ArrayList<>(List.of(x, y)));
    Tape tape = new Tape("f", List.of(x, y, a), builder.yield(List.of(last)));
    assertThat(Emitter.methods(tape, Results.value()).size()).isGreaterThan(100);
  }

  private Value arithmetic(BlockBuilder builder, int count, List<Value> values) {
    for (int i = 0; i < count; i++) {
      builder.at(new Location(1 + i / 3, 0, 0));
      int recent = Math.min(values.size(), 12);
      Value p = values.get(values.size() - 1 - random.nextInt(recent));
      Value q =
          values.get(random.nextInt(10) == 0 ? random.nextInt(values.size()) : values.size() - 1);
      Value result =
          random.nextInt(3) == 0
              ? Value.named(Type.DOUBLE, "u" + random.nextInt(9))
              : Value.temporary(Type.DOUBLE);
      switch (random.nextInt(6)) {
        case 0 -> builder.elementary(result, MathCall.of(MathFunction.SIN), q);
        case 1 -> builder.load(result, a, builder.constant(random.nextInt(4)));
        case 2 -> {
          builder.store(a, builder.constant(random.nextInt(4)), p);
          builder.elementary(result, Arithmetic.SUB, p, q);
        }
        case 3 -> builder.elementary(result, Arithmetic.MUL, p, builder.number(Type.DOUBLE, 0.5));
        default -> builder.elementary(result, Arithmetic.ADD, p, q);
      }
      values.add(result);
    }
    return values.get(values.size() - 1);
  }

  /** A long chain of {@code else if}. */
  private void branches(BlockBuilder builder, List<Value> values) {
    BlockBuilder otherwise = new BlockBuilder();
    Value chosen = arithmetic(otherwise, 20, new ArrayList<>(values));
    for (int i = 0; i < 300; i++) {
      BlockBuilder block = new BlockBuilder();
      Value condition =
          block.compare(Arithmetic.GT, block.load(a, block.constant(i % 4)), values.get(i % 2));
      BlockBuilder taken = new BlockBuilder();
      Value result = Value.named(Type.DOUBLE, "chosen");
      Value value = arithmetic(taken, 10, new ArrayList<>(values));
      block.add(
          new Operation.Branch(
              List.of(result),
              condition,
              taken.yield(List.of(value)),
              otherwise.yield(List.of(chosen)),
              Location.NONE));
      otherwise = block;
      chosen = result;
    }
    otherwise.operations().forEach(builder::add);
    values.add(chosen);
  }

  private Value loop(BlockBuilder builder, Value i, Value s, BlockBuilder body, Value last) {
    BlockBuilder condition = new BlockBuilder();
    Value more = condition.compare(Arithmetic.LT, i, n);
    Value next = body.elementary(MathCall.of(MathFunction.COS), Type.DOUBLE, last);
    Value step = body.plus(i, body.constant(1));
    Value result = Value.named(s.type(), s.name());
    builder.add(
        new Operation.Loop(
            List.of(Value.temporary(Type.INT), result),
            List.of(builder.constant(0), x),
            List.of(i, s),
            condition.yield(List.of(more)),
            body.yield(List.of(step, next)),
            Location.NONE));
    return result;
  }

  private void check(BlockBuilder builder, Value result) throws Throwable {
    Tape tape = new Tape("f", List.of(x, y, a, n), builder.yield(List.of(result)));
    Compiled compiled = Compiled.of(Emitter.methods(tape, Results.value()));
    MethodSizes.of(compiled.bytes())
        .forEach((name, size) -> assertWithMessage(name).that(size).isLessThan(HOTSPOT_LIMIT));
    double[] ours = {0.1, -0.2, 0.3, -0.4};
    double[] theirs = ours.clone();
    Object expected = Interpreter.run(tape, 0.7, -0.3, theirs, 3).get(0);
    assertThat(compiled.call("f", 0.7, -0.3, ours, 3)).isEqualTo(expected);
    assertThat(ours).isEqualTo(theirs);
  }
}
