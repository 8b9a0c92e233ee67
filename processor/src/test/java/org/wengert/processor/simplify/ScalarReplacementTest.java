package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

final class ScalarReplacementTest {
  @Test
  void elementsBecomeTheValuesStoredLast() {
    String before =
        """
        f(double x, double y) {
          int v1 = constant 2
          int v2 = constant 0
          int v3 = constant 1
          double[] a = new v1
          store a v2 x
          double r = load a v2
          store a v2 y
          double s = load a v2
          double t = load a v3
          int n = length a
          yield r s t n
        }
        """;
    String after =
        """
        f(double x, double y) {
          int v1 = constant 2
          int v2 = constant 0
          int v3 = constant 1
          double v4 = constant 0.0
          double v5 = constant 0.0
          int n = constant 2
          yield x y v5 n
        }
        """;

    assertThat(replaced(before)).isEqualTo(after);
  }

  @Test
  void branchesHandOutElementsOfTheArraysTheyMakeAndOfThoseTheyChange() {
    String before =
        """
        f(boolean p, double x, double y) {
          int v1 = constant 1
          int v2 = constant 0
          double[] a = new v1
          double[] b = new v1
          double[] c = branch p {
            double[] d = new v1
            store d v2 x
            store a v2 y
            yield d
          } else {
            double[] e = new v1
            double r = load b v2
            store e v2 r
            yield e
          }
          double s = load a v2
          double t = load c v2
          yield s t
        }
        """;
    String after =
        """
        f(boolean p, double x, double y) {
          int v1 = constant 1
          int v2 = constant 0
          double v3 = constant 0.0
          double v4 = constant 0.0
          double c0, double a0 = branch p {
            double v5 = constant 0.0
            yield x y
          } else {
            double v6 = constant 0.0
            yield v4 v3
          }
          yield a0 c0
        }
        """;

    assertThat(replaced(before)).isEqualTo(after);
  }

  @Test
  void loopsCarryWhatTheyChange() {
    String before =
        """
        f(double x, int m) {
          int v1 = constant 2
          int v2 = constant 0
          int v3 = constant 1
          double[] a = new v1
          store a v2 x
          store a v3 x
          int n = loop m carries int i {
            boolean v4 = lt i v2
            yield v4
          } do {
            double r = load a v2
            double s = load a v3
            double t = mul r s
            store a v2 t
            int v5 = add i v3
            yield v5
          }
          double u = load a v2
          yield u n
        }
        """;
    String after =
        """
        f(double x, int m) {
          int v1 = constant 2
          int v2 = constant 0
          int v3 = constant 1
          double v4 = constant 0.0
          double v5 = constant 0.0
          int n, double a0 = loop m x carries int i, double a02 {
            boolean v6 = lt i v2
            yield v6
          } do {
            double t = mul a02 x
            int v7 = add i v3
            yield v7 t
          }
          yield a0 n
        }
        """;

    assertThat(replaced(before)).isEqualTo(after);
  }

  @Test
  void checkpointedLoopsStaySo() {
    BlockBuilder builder = new BlockBuilder();
    Value x = Value.named(Type.DOUBLE, "x");
    Value array = builder.newArray(Value.named(Type.DOUBLE.arrayOf(), "a"), builder.constant(1));
    Value zero = builder.constant(0);
    BlockBuilder condition = new BlockBuilder();
    Value more = condition.compare(Arithmetic.LT, condition.load(array, zero), x);
    BlockBuilder body = new BlockBuilder();
    body.store(array, zero, body.plus(body.load(array, zero), x));
    builder.add(
        new Operation.Loop(
            List.of(),
            List.of(),
            List.of(),
            condition.yield(List.of(more)),
            body.yield(List.of()),
            7,
            Location.NONE));
    Tape tape = new Tape("f", List.of(x), builder.yield(List.of(builder.load(array, zero))));

    List<Operation.Loop> loops =
        ScalarReplacement.of(tape, new Names()).body().operations().stream()
            .filter(Operation.Loop.class::isInstance)
            .map(Operation.Loop.class::cast)
            .toList();
    assertThat(loops).hasSize(1);
    assertThat(loops.get(0).carried()).hasSize(1);
    assertThat(loops.get(0).megabytes()).isEqualTo(7);
  }

  @Test
  void aCloneHasElementsOfItsOwn() {
    String before =
        """
        f(double x, double y) {
          int v1 = constant 1
          int v2 = constant 0
          double[] a = new v1
          store a v2 x
          double[] b = clone a
          store a v2 y
          double r = load b v2
          yield r
        }
        """;
    String after =
        """
        f(double x, double y) {
          int v1 = constant 1
          int v2 = constant 0
          double v3 = constant 0.0
          yield x
        }
        """;

    assertThat(replaced(before)).isEqualTo(after);
  }

  @Test
  void arraysThatAreSeenElsewhereStay() {
    assertUnchanged("double[] a = new one\nyield a");
    assertUnchanged("double[] a = new one\nstore rows zero a\nyield x");
    assertUnchanged("double[] a = new one\nboolean b = eq a p\nyield b");
  }

  @Test
  void indicesMustBeConstantAndInRange() {
    assertUnchanged("double[] a = new one\ndouble r = load a i\nyield r");
    assertUnchanged("double[] a = new one\ndouble r = load a one\nyield r");
    assertUnchanged("double[] a = new one\nint m = constant -1\nstore a m x\nyield x");
    assertUnchanged("int m = constant 2147483647\ndouble[] a = new one\nstore a m x\nyield x");
    assertUnchanged("double[] a = new i\ndouble r = load a zero\nyield r");
  }

  @Test
  void longArraysStay() {
    assertUnchanged("int v1 = constant 17\ndouble[] a = new v1\ndouble r = load a one\nyield r");
  }

  @Test
  void arraysWithTwoNamesStay() {
    assertUnchanged(
        """
        double[] a = new one
        double[] b = branch c {
          yield a
        } else {
          double[] d = new one
          yield d
        }
        store b zero x
        double r = load a zero
        yield r\
        """);
    assertUnchanged(
        """
        double[] a, double[] b = branch c {
          double[] d = new one
          yield d d
        } else {
          double[] e = new one
          double[] g = new one
          yield e g
        }
        store b zero x
        double r = load a zero
        yield r\
        """);
  }

  @Test
  void arraysOfDifferentLengthsStay() {
    assertUnchanged(
        """
        double[] a = branch c {
          double[] b = new one
          yield b
        } else {
          double[] d = new zero
          yield d
        }
        int n = length a
        yield n\
        """);
  }

  @Test
  void arraysThatLoopsCarryOrConditionsChangeStay() {
    assertUnchanged(
        """
        double[] a = new one
        double[] b = loop a carries double[] d {
          yield c
        } do {
          double[] e = new one
          yield e
        }
        double r = load b zero
        yield r\
        """);
    assertUnchanged(
        """
        double[] a = new one
        int j = loop i carries int k {
          store a zero x
          yield c
        } do {
          yield k
        }
        double r = load a zero
        yield r\
        """);
  }

  /** Storing a number into one changes the number. */
  @Test
  void narrowElementsStay() {
    BlockBuilder builder = new BlockBuilder();
    Value x = Value.named(Type.INT, "x");
    Value array =
        builder.newArray(Value.named(new Type(Type.Kind.BYTE, 1, ""), "a"), builder.constant(1));
    Value zero = builder.constant(0);
    builder.store(array, zero, x);
    Value element = builder.load(array, zero);
    Tape tape = new Tape("f", List.of(x), builder.yield(List.of(element)));

    assertThat(ScalarReplacement.of(tape, new Names())).isSameInstanceAs(tape);
  }

  private static void assertUnchanged(String body) {
    StringBuilder text =
        new StringBuilder(
            "f(double x, int i, boolean c, double[] p, double[][] rows) {\n"
                + "int zero = constant 0\nint one = constant 1\n");
    Tape tape = TapeText.parse(text.append(body).append("\n}\n").toString());

    assertThat(ScalarReplacement.of(tape, new Names())).isSameInstanceAs(tape);
  }

  private static String replaced(String text) {
    Names names = new Names();
    return Passes.print(names.applyTo(ScalarReplacement.of(TapeText.parse(text), names)));
  }
}
