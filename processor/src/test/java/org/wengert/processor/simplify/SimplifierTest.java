package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

final class SimplifierTest {
  private static final int MANY = 100_000;

  @Test
  void theAdjointOfAPowerLosesItsOverhead() {
    String before =
        """
        square(double x, double resultBar) {
          double v1 = constant 2.0
          double value = Math.pow x v1 @3
          double v2 = constant 1.0
          double v3 = sub v1 v2
          double v4 = Math.pow x v3
          double v5 = mul v1 v4
          double v6 = mul resultBar v5
          double v7 = Math.log x
          double v8 = mul value v7
          double v9 = mul resultBar v8
          yield value v6
        }
        """;
    String after =
        """
        square(double x, double resultBar) {
          double v1 = constant 2.0
          double value = Math.pow x v1 @3
          double v2 = mul v1 x
          double v3 = mul resultBar v2
          yield value v3
        }
        """;

    assertThat(Passes.simplified(before)).isEqualTo(after);
  }

  @Test
  void onePassUncoversWhatAnotherRemoves() {
    String before =
        """
        f(double x, int n, boolean p) {
          int v1 = constant 0
          boolean v2 = constant false
          double r, boolean s, int t = loop x v2 v1 carries double a, boolean done, int i {
            boolean v3 = not done
            boolean v4 = lt i n
            boolean v5 = and v3 v4
            yield v5
          } do {
            double v6 = branch done {
              double v7 = Math.sin a
              yield v7
            } else {
              double v8 = mul a x
              yield v8
            }
            boolean v9 = branch p {
              yield done
            } else {
              yield done
            }
            int v11 = constant 1
            int v12 = add i v11
            yield v6 v9 v12
          }
          double y = branch s {
            yield x
          } else {
            yield r
          }
          yield y
        }
        """;
    String after =
        """
        f(double x, int n, boolean p) {
          int v1 = constant 0
          double r, int t = loop x v1 carries double a, int i {
            boolean v2 = lt i n
            yield v2
          } do {
            double v3 = mul a x
            int v4 = constant 1
            int v5 = add i v4
            yield v3 v5
          }
          yield r
        }
        """;

    assertThat(Passes.simplified(before)).isEqualTo(after);
  }

  @Test
  void aSimpleTapeStaysTheSameObject() {
    Tape tape =
        TapeText.parse(
            """
            f(double x, double[] a, int n) {
              int v1 = constant 0
              double r, int u = loop x v1 carries double s, int i {
                boolean v2 = lt i n
                yield v2
              } do {
                double v3 = load a i
                boolean v4 = lt v3 x
                double v5 = branch v4 {
                  store a i x
                  yield x
                } else {
                  double v6 = mul s v3
                  yield v6
                }
                int v7 = constant 1
                int v8 = add i v7
                yield v5 v8
              }
              yield r
            }
            """);

    assertThat(Simplifier.of(tape)).isSameInstanceAs(tape);
  }

  /** Quadratic time would be an hour. */
  @Test
  @Timeout(120)
  void longTapesTakeSeconds() {
    BlockBuilder builder = new BlockBuilder();
    Value x = Value.named(Type.DOUBLE, "x");
    Value sum = x;
    for (int i = 0; i < MANY / 4; i++) {
      Value factor = builder.number(Type.DOUBLE, i % 100);
      Value product = builder.times(x, factor);
      sum = builder.plus(builder.times(factor, x), builder.plus(sum, product));
    }
    Tape tape = new Tape("f", List.of(x), builder.yield(List.of(sum)));

    Tape simplified = Simplifier.of(tape);

    // 98 products besides x * 0 and x * 1, 100 constants less the one, and all sums.
    assertThat(simplified.body().operations()).hasSize(99 + 99 + MANY / 2);
  }

  @Test
  @Timeout(120)
  void wideRegionsTakeSeconds() {
    Value n = Value.named(Type.INT, "n");
    List<Value> initial = new ArrayList<>();
    List<Value> carried = new ArrayList<>();
    List<Value> results = new ArrayList<>();
    List<Value> next = new ArrayList<>();
    BlockBuilder body = new BlockBuilder();
    for (int i = 0; i < MANY; i++) {
      initial.add(n);
      carried.add(Value.temporary(Type.INT));
      results.add(Value.temporary(Type.INT));
      next.add(body.plus(carried.get(i), carried.get(i / 2)));
    }
    BlockBuilder condition = new BlockBuilder();
    Value goesOn = condition.compare(Arithmetic.LT, carried.get(0), n);
    Block test = condition.yield(List.of(goesOn));
    Operation loop =
        new Operation.Loop(results, initial, carried, test, body.yield(next), Location.NONE);
    Tape tape = new Tape("f", List.of(n), new Block(List.of(loop), List.of(results.get(MANY - 1))));

    Tape simplified = Simplifier.of(tape);

    // The last value needs that at half its index, and so on.
    Operation.Loop left = (Operation.Loop) simplified.body().operations().get(0);
    assertThat(left.carried()).hasSize(18);
  }

  @Test
  @Timeout(120)
  void deepNestingTakesSeconds() {
    Value x = Value.named(Type.DOUBLE, "x");
    Value condition = Value.named(Type.BOOLEAN, "p");
    Block block = new Block(List.of(), List.of(x));
    for (int i = 0; i < 500; i++) {
      BlockBuilder builder = new BlockBuilder();
      Value inner = Value.temporary(Type.DOUBLE);
      Value negated = builder.elementary(Arithmetic.NOT, Type.BOOLEAN, condition);
      Value equal = builder.compare(Arithmetic.EQ, negated, condition);
      Block other = new Block(List.of(), List.of(x));
      builder.add(new Operation.Branch(List.of(inner), equal, block, other, Location.NONE));
      block = builder.yield(List.of(builder.negate(inner)));
    }
    Tape tape = new Tape("f", List.of(x, condition), block);

    assertThat(Simplifier.of(tape).body().operations()).hasSize(4);
  }
}
