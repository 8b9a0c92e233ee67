package org.wengert.processor.emit;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.wengert.processor.tape.Type.BOOLEAN;
import static org.wengert.processor.tape.Type.DOUBLE;
import static org.wengert.processor.tape.Type.FLOAT;
import static org.wengert.processor.tape.Type.INT;
import static org.wengert.processor.tape.Type.LONG;

import com.palantir.javapoet.ClassName;
import java.util.List;
import org.junit.jupiter.api.Test;
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

/** What generated methods look like. */
class EmitterTest {
  private final Value x = named(DOUBLE, "x");
  private final Value y = named(DOUBLE, "y");
  private final Value n = named(INT, "n");
  private final Value a = named(DOUBLE.arrayOf(), "a");
  private final Value flag = named(BOOLEAN, "flag");
  private final BlockBuilder body = new BlockBuilder();

  @Test
  void theUsersNamesAndShortExpressions() {
    body.at(line(3));
    Value u = body.elementary(named(DOUBLE, "u"), Arithmetic.SUB, number(1), x);
    body.at(line(4));
    Value v = body.elementary(named(DOUBLE, "v"), Arithmetic.SUB, y, body.times(x, x));
    body.at(line(5));
    Value sum = body.plus(body.times(u, u), body.times(body.times(number(100), v), v));
    assertBody(
        List.of(sum),
        List.of(x, y),
        """
        double f(double x, double y) {
          // line 3
          double u = 1.0 - x;
          // line 4
          double v = y - x * x;
          // line 5
          return u * u + 100.0 * v * v;
        }
        """);
  }

  @Test
  void parenthesesKeepTheOrderOfEvaluation() {
    Value sum = body.plus(x, body.plus(y, x));
    Value difference = body.minus(sum, body.minus(x, y));
    Value product = body.times(difference, body.over(x, y));
    Value negative = body.negate(body.negate(product));
    assertBody(
        List.of(body.minus(body.negate(x), negative)),
        List.of(x, y),
        """
        double f(double x, double y) {
          return -x - -(-((x + (y + x) - (x - y)) * (x / y)));
        }
        """);
  }

  @Test
  void expressionsDoNotGrowEndlessly() {
    Value sum = x;
    for (int i = 0; i < 20; i++) {
      sum = body.plus(sum, body.times(x, y));
    }
    assertBody(
        List.of(sum),
        List.of(x, y),
        """
        double f(double x, double y) {
          double t1 = x + x * y + x * y + x * y + x * y + x * y + x * y + x * y;
          double t2 = t1 + x * y + x * y + x * y + x * y + x * y + x * y + x * y;
          return t2 + x * y + x * y + x * y + x * y + x * y + x * y;
        }
        """);
  }

  @Test
  void literalsAreExact() {
    Value numbers = named(DOUBLE.arrayOf(), "numbers");
    body.newArray(numbers, body.constant(9));
    double[] values = {0.1, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, 1e-310, -2};
    for (int i = 0; i < values.length; i++) {
      body.store(numbers, body.constant(i), number(values[i]));
    }
    Value single = body.number(FLOAT, 0.1);
    body.store(numbers, body.constant(6), body.convert(body.plus(single, single), DOUBLE));
    Value least = body.constant(LONG, Long.MIN_VALUE);
    Value one = body.constant(LONG, 1L);
    body.store(numbers, body.constant(7), body.convert(body.plus(least, one), DOUBLE));
    Value negative = body.minus(body.constant(Integer.MIN_VALUE), body.constant(-1));
    body.store(numbers, body.constant(8), body.convert(negative, DOUBLE));
    assertBody(
        List.of(numbers),
        List.of(),
        """
        double[] f() {
          double[] numbers = new double[9];
          numbers[0] = 0.1;
          numbers[1] = -0.0;
          numbers[2] = Double.NaN;
          numbers[3] = Double.NEGATIVE_INFINITY;
          numbers[4] = 1.0E-310;
          numbers[5] = -2.0;
          numbers[6] = (double) (0.1f + 0.1f);
          numbers[7] = (double) (Long.MIN_VALUE + 1L);
          numbers[8] = (double) (Integer.MIN_VALUE - -1);
          return numbers;
        }
        """);
  }

  @Test
  void countedLoops() {
    Value s = named(DOUBLE, "s");
    Value i = named(INT, "i");
    BlockBuilder condition = new BlockBuilder().at(line(7));
    Value more = condition.compare(Arithmetic.LT, i, condition.length(a));
    BlockBuilder step = new BlockBuilder().at(line(8));
    Value next = named(DOUBLE, "s");
    step.elementary(next, Arithmetic.ADD, s, step.times(step.load(a, i), x));
    step.at(line(7));
    Value up = step.plus(i, step.constant(1));
    Value sum = named(DOUBLE, "s");
    List<Value> initial = List.of(body.constant(0), number(0));
    body.at(line(7));
    body.add(
        loop(
            List.of(named(INT, "i"), sum),
            initial,
            List.of(i, s),
            condition,
            more,
            step,
            List.of(up, next)));
    assertBody(
        List.of(sum),
        List.of(a, x),
        """
        double f(double[] a, double x) {
          // line 7
          double s = 0.0;
          for (int i = 0; i < a.length; i++) {
            // line 8
            s += a[i] * x;
          }
          return s;
        }
        """);
  }

  /** Nobody takes it for what is computed at the line that was named last, in another block. */
  @Test
  void whatBlocksHandOnIsOfTheLineOfTheirStatement() {
    Value i = named(INT, "i");
    Value p = named(DOUBLE, "p");
    Value q = named(DOUBLE, "q");
    BlockBuilder condition = new BlockBuilder().at(line(3));
    Value more = condition.compare(Arithmetic.LT, i, condition.length(a));
    BlockBuilder whenTrue = new BlockBuilder().at(line(5));
    whenTrue.store(a, i, x);
    Block times = whenTrue.yield(List.of(whenTrue.times(x, q)));
    Block same = new BlockBuilder().yield(List.of(p));
    BlockBuilder step = new BlockBuilder();
    Value r = named(DOUBLE, "r");
    step.add(new Operation.Branch(List.of(r), flag, times, same, line(4)));
    Value j = named(INT, "j");
    BlockBuilder inner = new BlockBuilder().at(line(6));
    Value again = inner.compare(Arithmetic.LT, j, n);
    BlockBuilder fill = new BlockBuilder().at(line(7));
    fill.store(a, j, y);
    Value next = fill.at(line(6)).plus(j, fill.constant(1));
    List<Value> start = List.of(step.constant(0));
    step.add(loop(List.of(named(INT, "j")), start, List.of(j), inner, again, fill, List.of(next)));
    Value up = step.at(line(3)).plus(i, step.constant(1));
    List<Value> initial = List.of(body.constant(0), x, y);
    Value last = named(DOUBLE, "q");
    List<Value> results = List.of(named(INT, "i"), named(DOUBLE, "p"), last);
    body.add(loop(results, initial, List.of(i, p, q), condition, more, step, List.of(up, q, r)));
    assertBody(
        List.of(last),
        List.of(a, x, y, flag, n),
        """
        double f(double[] a, double x, double y, boolean flag, int n) {
          // line 3
          double p = x;
          double q = y;
          for (int i = 0; i < a.length; i++) {
            // line 4
            double r;
            if (flag) {
              // line 5
              a[i] = x;
              r = x * q;
            } else {
              // line 4
              r = p;
            }
            // line 6
            for (int j = 0; j < n; j++) {
              // line 7
              a[j] = y;
            }
            // line 3
            p = q;
            q = r;
          }
          return q;
        }
        """);
  }

  @Test
  void loopsDown() {
    Value i = named(INT, "i");
    BlockBuilder condition = new BlockBuilder();
    Value more = condition.compare(Arithmetic.GE, i, condition.constant(0));
    BlockBuilder step = new BlockBuilder();
    step.store(a, i, step.plus(step.load(a, i), step.load(a, body.constant(0))));
    step.store(a, i, step.plus(x, step.load(a, i)));
    Value down = step.minus(i, step.constant(2));
    Value last = body.minus(body.length(a), body.constant(1));
    body.add(
        loop(
            List.of(named(INT, "i")),
            List.of(last),
            List.of(i),
            condition,
            more,
            step,
            List.of(down)));
    assertBody(
        List.of(),
        List.of(a, x),
        """
        void f(double[] a, double x) {
          for (int i = a.length - 1; i >= 0; i -= 2) {
            a[i] += a[0];
            a[i] = x + a[i];
          }
        }
        """);
  }

  @Test
  void targetsOfUpdatesAreNotRepeated() {
    Value rows = named(DOUBLE.arrayOf().arrayOf(), "rows");
    Value row = body.load(rows, n);
    Value index = body.plus(n, body.constant(1));
    body.store(row, index, body.plus(body.load(row, index), body.load(a, n)));
    Value other = body.load(rows, n);
    Value late = body.load(a, n);
    body.store(other, n, body.minus(body.load(other, n), late));
    assertBody(
        List.of(),
        List.of(rows, n, a),
        """
        void f(double[][] rows, int n, double[] a) {
          rows[n][n + 1] += a[n];
          double[] t1 = rows[n];
          double t2 = a[n];
          t1[n] -= t2;
        }
        """);
  }

  @Test
  void aCounterNeededAfterItsLoop() {
    Value i = named(INT, "i");
    BlockBuilder condition = new BlockBuilder();
    Value more = condition.compare(Arithmetic.LT, i, n);
    BlockBuilder step = new BlockBuilder();
    Value up = step.plus(i, step.constant(1));
    Value last = named(INT, "i");
    body.add(
        loop(
            List.of(last),
            List.of(body.constant(0)),
            List.of(i),
            condition,
            more,
            step,
            List.of(up)));
    assertBody(
        List.of(last),
        List.of(n),
        """
        int f(int n) {
          int i = 0;
          while (i < n) {
            i++;
          }
          return i;
        }
        """);
  }

  @Test
  void swapsNeedATemporary() {
    Value p = named(DOUBLE, "p");
    Value q = named(DOUBLE, "q");
    BlockBuilder condition = new BlockBuilder();
    Value more = condition.compare(Arithmetic.LT, p, q);
    Value first = named(DOUBLE, "p");
    Value second = named(DOUBLE, "q");
    body.add(
        loop(
            List.of(first, second),
            List.of(x, y),
            List.of(p, q),
            condition,
            more,
            new BlockBuilder(),
            List.of(q, p)));
    assertBody(
        List.of(body.minus(first, second)),
        List.of(x, y),
        """
        double f(double x, double y) {
          double p = x;
          double q = y;
          while (p < q) {
            double t1 = q;
            q = p;
            p = t1;
          }
          return p - q;
        }
        """);
  }

  @Test
  void conditionsThatAreMoreThanAnExpression() {
    Value i = named(INT, "i");
    BlockBuilder condition = new BlockBuilder();
    condition.store(a, i, x);
    Value done =
        condition.elementary(Arithmetic.NOT, BOOLEAN, condition.compare(Arithmetic.LT, i, n));
    Value more = condition.elementary(Arithmetic.NOT, BOOLEAN, done);
    BlockBuilder step = new BlockBuilder();
    Value up = step.plus(i, step.constant(1));
    body.add(
        loop(
            List.of(named(INT, "i")),
            List.of(body.constant(0)),
            List.of(i),
            condition,
            more,
            step,
            List.of(up)));
    assertBody(
        List.of(),
        List.of(a, x, n),
        """
        void f(double[] a, double x, int n) {
          int i = 0;
          while (true) {
            a[i] = x;
            if (!(i < n)) {
              break;
            }
            i++;
          }
        }
        """);
  }

  @Test
  void branches() {
    Value result = named(DOUBLE, "s");
    BlockBuilder whenTrue = new BlockBuilder().at(line(3));
    Value square = whenTrue.times(x, x);
    whenTrue.store(a, whenTrue.constant(0), square);
    BlockBuilder whenFalse = new BlockBuilder();
    Value small = whenFalse.compare(Arithmetic.LT, x, y);
    Value inner = named(DOUBLE, "s");
    BlockBuilder stored = new BlockBuilder();
    stored.store(a, stored.constant(1), x);
    Value none = stored.number(DOUBLE, 0);
    whenFalse.add(
        new Operation.Branch(
            List.of(inner),
            small,
            stored.yield(List.of(none)),
            new Block(List.of(), List.of(y)),
            Location.NONE));
    body.at(line(2));
    branch(result, flag, whenTrue.yield(List.of(square)), whenFalse.yield(List.of(inner)));
    assertBody(
        List.of(result),
        List.of(flag, x, y, a),
        """
        double f(boolean flag, double x, double y, double[] a) {
          // line 2
          double s;
          if (flag) {
            // line 3
            s = x * x;
            a[0] = s;
          } else if (x < y) {
            a[1] = x;
            s = 0.0;
          } else {
            s = y;
          }
          return s;
        }
        """);
  }

  @Test
  void conditionalExpressions() {
    Value both = Value.temporary(BOOLEAN);
    BlockBuilder second = new BlockBuilder();
    Value large = second.compare(Arithmetic.GT, second.load(a, n), x);
    branch(
        both,
        body.compare(Arithmetic.LT, n, body.length(a)),
        second.yield(List.of(large)),
        constant(false));
    Value either = Value.temporary(BOOLEAN);
    branch(either, flag, constant(true), new Block(List.of(), List.of(both)));
    Value chosen = Value.temporary(DOUBLE);
    BlockBuilder negated = new BlockBuilder();
    branch(
        chosen,
        either,
        new Block(List.of(), List.of(x)),
        negated.yield(List.of(negated.negate(x))));
    assertBody(
        List.of(chosen),
        List.of(flag, n, a, x),
        """
        double f(boolean flag, int n, double[] a, double x) {
          boolean t1 = n < a.length && a[n] > x;
          return flag || t1 ? x : -x;
        }
        """);
  }

  @Test
  void anUpdateOnOneSide() {
    Value s = body.elementary(named(DOUBLE, "s"), Arithmetic.ADD, x, y);
    Value updated = named(DOUBLE, "s");
    BlockBuilder whenTrue = new BlockBuilder();
    Value more = whenTrue.elementary(named(DOUBLE, "s"), Arithmetic.MUL, s, x);
    branch(
        updated,
        body.compare(Arithmetic.GE, n, body.constant(0)),
        new Block(List.of(), List.of(s)),
        whenTrue.yield(List.of(more)));
    assertBody(
        List.of(updated),
        List.of(x, y, n),
        """
        double f(double x, double y, int n) {
          double s = x + y;
          if (n < 0) {
            s *= x;
          }
          return s;
        }
        """);
  }

  @Test
  void exceptions() {
    BlockBuilder whenTrue = new BlockBuilder();
    List<Operation.Part> parts =
        List.of(new Operation.Operand(whenTrue.plus(x, y)), new Operation.Text(" is \"it\""));
    whenTrue.add(
        new Operation.Throw(
            "java.lang.IllegalArgumentException",
            List.of(new Operation.Argument(parts)),
            Location.NONE));
    body.add(
        new Operation.Branch(
            List.of(),
            flag,
            whenTrue.yield(List.of()),
            new Block(List.of(), List.of()),
            Location.NONE));
    assertBody(
        List.of(body.plus(x, y)),
        List.of(flag, x, y),
        """
        double f(boolean flag, double x, double y) {
          if (flag) {
            throw new IllegalArgumentException("" + (x + y) + " is \\"it\\"");
          }
          return x + y;
        }
        """);
  }

  @Test
  void loadsStayBeforeStores() {
    Value old = body.load(a, n);
    Value other = body.load(a, body.constant(0));
    body.store(a, n, x);
    assertBody(
        List.of(body.minus(old, other)),
        List.of(a, n, x),
        """
        double f(double[] a, int n, double x) {
          double t1 = a[n];
          double t2 = a[0];
          a[n] = x;
          return t1 - t2;
        }
        """);
  }

  @Test
  void exceptionsStayInOrder() {
    Value first = body.load(a, n);
    Value second = body.load(a, body.constant(0));
    Value third = body.load(a, body.constant(1));
    assertBody(
        List.of(body.minus(second, body.minus(first, third))),
        List.of(a, n),
        """
        double f(double[] a, int n) {
          double t1 = a[n];
          return a[0] - (t1 - a[1]);
        }
        """);
  }

  @Test
  void namesAreJavaNames() {
    Value keyword = named(DOUBLE, "double");
    Value first = named(DOUBLE, "t1");
    Value math = body.elementary(named(DOUBLE, "Math"), Arithmetic.MUL, keyword, first);
    Value sine = body.elementary(MathCall.of(MathFunction.SIN), DOUBLE, math);
    Value again = body.elementary(named(DOUBLE, "x"), Arithmetic.MUL, sine, sine);
    assertBody(
        List.of(body.plus(body.plus(again, x), sine)),
        List.of(keyword, first, x),
        """
        double f(double double1, double t1, double x) {
          double Math1 = double1 * t1;
          double t2 = Math.sin(Math1);
          double x1 = t2 * t2;
          return x1 + x + t2;
        }
        """);
  }

  @Test
  void storageIsGivenBack() {
    Value store = named(DOUBLE.arrayOf(), "xStore");
    Value grown = named(DOUBLE.arrayOf(), "xStore");
    Value rows = named(DOUBLE.arrayOf().arrayOf(), "rows");
    Value flags = named(BOOLEAN.arrayOf(), "flags");
    body.add(new Operation.Acquire(store, n, Location.NONE));
    body.add(new Operation.Reserve(grown, store, body.plus(n, n), Location.NONE));
    body.add(new Operation.Acquire(rows, n, Location.NONE));
    body.add(new Operation.Acquire(flags, n, Location.NONE));
    assertBody(
        List.of(body.load(grown, n)),
        List.of(n),
        """
        double f(int n) {
          TapeStorage storage = TapeStorage.open();
          try {
            double[] xStore = storage.doubles(n);
            xStore = storage.grow(xStore, n + n);
            double[][] rows = storage.references(double[][].class, n);
            boolean[] flags = storage.booleans(n);
            return xStore[n];
          } finally {
            storage.close();
          }
        }
        """);
  }

  @Test
  void severalResults() {
    Tape tape = new Tape("f", List.of(x, y), body.yield(List.of(body.plus(x, y), y)));
    assertThat(text(tape, Results.record(ClassName.get("p", "Dual"))))
        .isEqualTo(
            """
            p.Dual f(double x, double y) {
              return new p.Dual(x + y, y);
            }
            """);
  }

  @Test
  void resultsMustHaveAWayOut() {
    Tape tape = new Tape("f", List.of(x), new Block(List.of(), List.of(x, x)));
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Emitter.methods(tape, Results.value()));
    assertThat(thrown).hasMessageThat().isEqualTo("f has 2 results, not 1");
  }

  private Value number(double value) {
    return body.number(DOUBLE, value);
  }

  private static Block constant(boolean value) {
    BlockBuilder block = new BlockBuilder();
    return block.yield(List.of(block.constant(value)));
  }

  private void branch(Value result, Value condition, Block whenTrue, Block whenFalse) {
    body.add(new Operation.Branch(List.of(result), condition, whenTrue, whenFalse, body.at()));
  }

  private static Operation.Loop loop(
      List<Value> results,
      List<Value> initial,
      List<Value> carried,
      BlockBuilder condition,
      Value more,
      BlockBuilder step,
      List<Value> next) {
    Block test = condition.yield(List.of(more));
    return new Operation.Loop(results, initial, carried, test, step.yield(next), condition.at());
  }

  private void assertBody(List<Value> results, List<Value> parameters, String expected) {
    Tape tape = new Tape("f", parameters, body.yield(results));
    assertThat(text(tape, results.isEmpty() ? Results.nothing() : Results.value()))
        .isEqualTo(expected);
  }

  private static String text(Tape tape, Results results) {
    return Emitter.methods(tape, results)
        .get(0)
        .build()
        .toString()
        .replace("java.lang.", "")
        .replace("org.wengert.", "");
  }

  private static Value named(Type type, String name) {
    return Value.named(type, name);
  }

  private static Location line(int line) {
    return new Location(line, 0, 0);
  }
}
