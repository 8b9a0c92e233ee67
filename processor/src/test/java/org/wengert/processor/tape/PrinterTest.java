package org.wengert.processor.tape;

import static com.google.common.truth.Truth.assertThat;
import static org.wengert.processor.tape.Type.BOOLEAN;
import static org.wengert.processor.tape.Type.DOUBLE;
import static org.wengert.processor.tape.Type.FLOAT;
import static org.wengert.processor.tape.Type.INT;
import static org.wengert.processor.tape.Type.LONG;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PrinterTest {
  private final BlockBuilder body = new BlockBuilder();

  @Test
  void everyOperationHasItsLine() {
    Value x = Value.named(DOUBLE, "x");
    Value w = Value.named(DOUBLE.arrayOf(), "w");
    body.at(line(3));
    Value i = body.constant(1);
    body.constant(FLOAT, 2f);
    body.constant(LONG, 3L);
    body.zero(DOUBLE.arrayOf());
    body.at(line(4));
    body.elementary(Value.named(DOUBLE, "s"), MathCall.of(MathFunction.SIN), x);
    body.elementary(new MathCall(MathFunction.ATAN2, true), DOUBLE, x, x);
    body.at(Location.NONE);
    body.convert(x, INT);
    body.select(body.compare(Arithmetic.LE, x, x), x, x);
    body.add(new Operation.ReadStatic(Value.named(DOUBLE, "PI"), "Math", "PI", true, line(5)));
    body.load(w, i);
    body.store(w, i, x);
    body.length(w);
    body.newArray(Value.named(DOUBLE.arrayOf().arrayOf(), "a"), i, i);
    body.add(new Operation.CloneArray(Value.temporary(w.type()), w, Location.NONE));
    Value buffer = Value.named(INT.arrayOf(), "buffer");
    body.add(new Operation.Acquire(buffer, i, Location.NONE));
    body.add(new Operation.Reserve(Value.named(INT.arrayOf(), "buffer"), buffer, i, line(6)));
    body.add(new Operation.Call("fPart1", List.of(w, x), Location.NONE));
    Tape tape = new Tape("f", List.of(x, w), body.yield(List.of(x)));
    assertThat(Printer.print(tape))
        .isEqualTo(
            """
            f(double x, double[] w) {
              int v1 = constant 1 @3
              float v2 = constant 2.0f @3
              long v3 = constant 3L @3
              double[] v4 = constant null @3
              double s = Math.sin x @4
              double v5 = StrictMath.atan2 x x @4
              int v6 = to_int x
              boolean v7 = le x x
              double v8 = select v7 x x
              double PI = static Math.PI @5
              double v9 = load w v1
              store w v1 x
              int v10 = length w
              double[][] a = new v1 v1
              double[] v11 = clone w
              int[] buffer = acquire v1
              int[] buffer2 = reserve buffer v1 @6
              call fPart1 w x
              yield x
            }
            """);
  }

  @Test
  void regionsAreIndented() {
    Value x = Value.named(DOUBLE, "x");
    Value s = Value.named(DOUBLE, "s");
    BlockBuilder condition = new BlockBuilder();
    Value more = condition.compare(Arithmetic.LT, s, x);
    BlockBuilder step = new BlockBuilder();
    Value next = step.times(s, s);
    Value end = Value.named(DOUBLE, "s");
    body.add(
        new Operation.Loop(
            List.of(end),
            List.of(x),
            List.of(s),
            condition.yield(List.of(more)),
            step.yield(List.of(next)),
            line(2)));
    Value isBig = body.compare(Arithmetic.GT, end, x);
    BlockBuilder whenTrue = new BlockBuilder();
    Operation.Argument message =
        new Operation.Argument(
            List.of(new Operation.Text("too big: "), new Operation.Operand(end)));
    whenTrue.add(new Operation.Throw("java.lang.Error", List.of(message), line(3)));
    Value y = Value.named(DOUBLE, "y");
    body.add(
        new Operation.Branch(
            List.of(y),
            isBig,
            whenTrue.yield(List.of()),
            new Block(List.of(), List.of(end)),
            Location.NONE));
    Tape tape = new Tape("f", List.of(x), body.yield(List.of(y, end)));
    assertThat(Printer.print(tape))
        .isEqualTo(
            """
            f(double x) {
              double s = loop x carries double s2 @2 {
                boolean v1 = lt s2 x
                yield v1
              } do {
                double v2 = mul s2 s2
                yield v2
              }
              boolean v3 = gt s x
              double y = branch v3 {
                throw java.lang.Error("too big: " + s) @3
              } else {
                yield s
              }
              yield y s
            }
            """);
  }

  @Test
  void namesAreUnique() {
    Value a = Value.named(BOOLEAN, "v1");
    Value b = Value.named(BOOLEAN, "v1");
    Value c = Value.named(BOOLEAN, "v12");
    body.elementary(Arithmetic.AND, BOOLEAN, a, b);
    body.elementary(Arithmetic.OR, BOOLEAN, b, c);
    Tape tape = new Tape("f", List.of(a, b, c), body.yield(List.of()));
    assertThat(Printer.print(tape))
        .isEqualTo(
            """
            f(boolean v1, boolean v12, boolean v122) {
              boolean v2 = and v1 v12
              boolean v3 = or v12 v122
            }
            """);
  }

  private static Location line(int line) {
    return new Location(line, 0, 0);
  }
}
