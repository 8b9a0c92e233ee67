package org.wengert.processor.proof;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoublePredicate;

/** Static methods of the library, and such as have rules, each with what it gives. */
@SuppressWarnings("ImmutableEnumChecker") // functions without state, and an immutable list
enum Known {
  IS_NAN("Double.isNaN", Type.BOOLEAN, test(Double::isNaN), Type.DOUBLE),
  IS_INFINITE("Double.isInfinite", Type.BOOLEAN, test(Double::isInfinite), Type.DOUBLE),
  IS_FINITE("Double.isFinite", Type.BOOLEAN, test(Double::isFinite), Type.DOUBLE),
  IS_NAN_FLOAT("Float.isNaN", Type.BOOLEAN, test(Double::isNaN), Type.FLOAT),
  MAX("Double.max", Type.DOUBLE, function("max"), Type.DOUBLE, Type.DOUBLE),
  MIN("Double.min", Type.DOUBLE, function("min"), Type.DOUBLE, Type.DOUBLE),
  SUM(
      "Double.sum",
      Type.DOUBLE,
      (all, oracle) ->
          Operators.apply("+", Type.DOUBLE, all.get(0), Type.DOUBLE, all.get(1), oracle),
      Type.DOUBLE,
      Type.DOUBLE),
  STRICT_SQRT("StrictMath.sqrt", Type.DOUBLE, function("sqrt"), Type.DOUBLE),
  STRICT_ABS("StrictMath.abs", Type.DOUBLE, function("abs"), Type.DOUBLE),
  STRICT_FLOOR("StrictMath.floor", Type.DOUBLE, function("floor"), Type.DOUBLE),
  STRICT_MAX("StrictMath.max", Type.DOUBLE, function("max"), Type.DOUBLE, Type.DOUBLE),
  STRICT_SIN(
      "StrictMath.sin",
      Type.DOUBLE,
      (all, oracle) -> {
        double x = real(all, 0);
        return oracle.chain(StrictMath.sin(x), (Num) all.get(0), Math.cos(x));
      },
      Type.DOUBLE),
  REMAINDER(
      "Math.IEEEremainder",
      Type.DOUBLE,
      (all, oracle) -> {
        double value = Math.IEEEremainder(real(all, 0), real(all, 1));
        double quotient = Math.rint((real(all, 0) - value) / real(all, 1));
        return oracle.chain(value, (Num) all.get(0), 1, (Num) all.get(1), -quotient);
      },
      Type.DOUBLE,
      Type.DOUBLE),
  TO_RADIANS(
      "Math.toRadians",
      Type.DOUBLE,
      (all, oracle) -> oracle.chain(Math.toRadians(real(all, 0)), (Num) all.get(0), Math.PI / 180),
      Type.DOUBLE),
  TO_DEGREES(
      "Math.toDegrees",
      Type.DOUBLE,
      (all, oracle) -> oracle.chain(Math.toDegrees(real(all, 0)), (Num) all.get(0), 180 / Math.PI),
      Type.DOUBLE),
  SCALB(
      "Math.scalb",
      Type.DOUBLE,
      (all, oracle) -> {
        int n = (int) all.get(1);
        return oracle.chain(
            Math.scalb(real(all, 0), n), (Num) all.get(0), n > 1023 ? n : Math.pow(2, n));
      },
      Type.DOUBLE,
      Type.BYTE),
  NEXT_UP(
      "Math.nextUp",
      Type.DOUBLE,
      (all, oracle) -> oracle.chain(Math.nextUp(real(all, 0)), (Num) all.get(0), 1),
      Type.DOUBLE),
  NEXT_AFTER(
      "Math.nextAfter",
      Type.DOUBLE,
      (all, oracle) ->
          oracle.chain(Math.nextAfter(real(all, 0), real(all, 1)), (Num) all.get(0), 1),
      Type.DOUBLE,
      Type.DOUBLE),
  ULP("Math.ulp", Type.DOUBLE, (all, oracle) -> Num.constant(Math.ulp(real(all, 0))), Type.DOUBLE),
  ROUND("Math.round", Type.LONG, (all, oracle) -> Math.round(real(all, 0)), Type.DOUBLE),
  ROUND_FLOAT(
      "Math.round", Type.INT, (all, oracle) -> Math.round((float) real(all, 0)), Type.FLOAT),
  EXPONENT(
      "Math.getExponent", Type.INT, (all, oracle) -> Math.getExponent(real(all, 0)), Type.DOUBLE),
  BIT_COUNT(
      "Integer.bitCount", Type.INT, (all, oracle) -> Integer.bitCount(whole(all, 0)), Type.INT),
  FLOOR_DIV(
      "Math.floorDiv",
      Type.INT,
      (all, oracle) -> Math.floorDiv(whole(all, 0), whole(all, 1)),
      Type.INT,
      Type.INT),
  ADD_EXACT(
      "Math.addExact",
      Type.INT,
      (all, oracle) -> Math.addExact(whole(all, 0), whole(all, 1)),
      Type.INT,
      Type.INT),
  MULTIPLY_EXACT(
      "Math.multiplyExact",
      Type.INT,
      (all, oracle) -> Math.multiplyExact(whole(all, 0), whole(all, 1)),
      Type.INT,
      Type.INT),
  NEGATE_EXACT(
      "Math.negateExact", Type.INT, (all, oracle) -> Math.negateExact(whole(all, 0)), Type.INT),
  TO_INT_EXACT(
      "Math.toIntExact", Type.INT, (all, oracle) -> Math.toIntExact((long) all.get(0)), Type.LONG),
  MULTIPLY_FULL(
      "Math.multiplyFull",
      Type.LONG,
      (all, oracle) -> Math.multiplyFull(whole(all, 0), whole(all, 1)),
      Type.INT,
      Type.INT),
  MULTIPLY_HIGH(
      "Math.multiplyHigh",
      Type.LONG,
      (all, oracle) -> Math.multiplyHigh((long) all.get(0), (long) all.get(1)),
      Type.LONG,
      Type.LONG),
  STOP(
      "org.wengert.Differentiables.stopGradient",
      Type.DOUBLE,
      (all, oracle) -> Num.constant(real(all, 0)),
      Type.DOUBLE),
  STOP_FLOAT(
      "org.wengert.Differentiables.stopGradient",
      Type.FLOAT,
      (all, oracle) -> Num.constant(real(all, 0)),
      Type.FLOAT),
  STOP_ARRAY(
      "org.wengert.Differentiables.stopGradient",
      Type.DOUBLES,
      (all, oracle) ->
          Arrays.stream((Object[]) all.get(0))
              .map(element -> Num.constant(((Num) element).value()))
              .toArray(),
      Type.DOUBLES),
  RULED(
      "Ruled.plain",
      Type.DOUBLE,
      (all, oracle) -> {
        double x = real(all, 0);
        return oracle.chain(x * real(all, 1), (Num) all.get(0), 3 * x, (Num) all.get(1), -2);
      },
      Type.DOUBLE,
      Type.DOUBLE),
  RULED_ARRAYS(
      "Ruled.sum",
      Type.DOUBLE,
      (all, oracle) -> {
        Num sum = ((Num) all.get(1)).then(0, 5);
        double value = real(all, 1);
        for (Object element : (Object[]) all.get(0)) {
          value += ((Num) element).value();
          sum = sum.plus(((Num) element).then(0, 4));
        }
        return oracle.seen(new Num(value, sum.dot(), sum.size()));
      },
      Type.DOUBLES,
      Type.DOUBLE);

  /** Methods whose rules say something else than their code, so that one sees which is used. */
  static final String RULES =
      """
      package proof;
      import org.wengert.DerivativeRule;
      final class Ruled {
        static double plain(double x, double y) { return x * y; }
        @DerivativeRule(method = "plain") static double byX(double x, double y) { return 3 * x; }
        @DerivativeRule(method = "plain", parameter = 1)
        static double byY(double x, double y) { return -2; }
        static double sum(double[] a, double x) {
          double s = x;
          for (double v : a) s += v;
          return s;
        }
        @DerivativeRule(method = "sum", mode = DerivativeRule.Mode.TANGENT)
        static org.wengert.Dual sumJvp(double[] a, double[] aDot, double x, double xDot) {
          return new org.wengert.Dual(sum(a, x), 4 * sum(aDot, 0) + 5 * xDot);
        }
        @DerivativeRule(method = "sum", mode = DerivativeRule.Mode.ADJOINT)
        static double sumVjp(double[] a, double[] aBar, double x, double s, double sBar) {
          for (int i = 0; i < a.length; i++) aBar[i] += 4 * sBar;
          return 5 * sBar;
        }
      }
      """;

  private final String text;
  private final Type type;
  private final BiFunction<List<Object>, Oracle, Object> meaning;
  private final List<Type> parameters;

  Known(
      String text,
      Type type,
      BiFunction<List<Object>, Oracle, Object> meaning,
      Type... parameters) {
    this.text = text;
    this.type = type;
    this.meaning = meaning;
    this.parameters = List.of(parameters);
  }

  private static double real(List<Object> values, int i) {
    return ((Num) values.get(i)).value();
  }

  private static int whole(List<Object> values, int i) {
    return (int) values.get(i);
  }

  private static BiFunction<List<Object>, Oracle, Object> test(DoublePredicate predicate) {
    return (all, oracle) -> predicate.test(real(all, 0));
  }

  private static BiFunction<List<Object>, Oracle, Object> function(String name) {
    return (all, oracle) -> Functions.apply(name, Type.DOUBLE, all, oracle);
  }

  String text() {
    return text;
  }

  Type type() {
    return type;
  }

  List<Type> parameters() {
    return parameters;
  }

  /** What it gives for values of its parameters' types. */
  Object apply(List<Object> values, Oracle oracle) {
    return meaning.apply(values, oracle);
  }
}
