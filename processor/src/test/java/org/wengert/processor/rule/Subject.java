package org.wengert.processor.rule;

import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operator;

/**
 * An operation on floating operands that has a derivative, and where it is smooth.
 *
 * @param domain one interval per operand, away from singularities
 * @param smoothness how far a point is from the nearest kink
 */
record Subject(Operator operator, List<Interval> domain, Smoothness smoothness) {
  record Interval(double low, double high) {
    double at(double fraction) {
      return low + fraction * (high - low);
    }
  }

  interface Smoothness {
    double of(double[] point);
  }

  private static final Interval AROUND_ZERO = new Interval(-3, 3);
  private static final Interval POSITIVE = new Interval(0.25, 5);
  private static final Interval UNIT = new Interval(-0.8, 0.8);

  /** Every function that has a derivative, but SELECT and SCALB, whose operands are mixed. */
  static List<Subject> all() {
    List<Subject> all = new ArrayList<>();
    all.add(smooth(Arithmetic.ADD, AROUND_ZERO, AROUND_ZERO));
    all.add(smooth(Arithmetic.SUB, AROUND_ZERO, AROUND_ZERO));
    all.add(smooth(Arithmetic.MUL, AROUND_ZERO, AROUND_ZERO));
    all.add(smooth(Arithmetic.ABSORB, AROUND_ZERO, AROUND_ZERO));
    all.add(smooth(Arithmetic.DIV, AROUND_ZERO, POSITIVE));
    all.add(smooth(Arithmetic.NEG, AROUND_ZERO));
    all.add(smooth(Arithmetic.TO_DOUBLE, AROUND_ZERO));
    Interval wide = new Interval(-50, 50);
    Interval divisor = new Interval(-7, -0.5);
    all.add(
        new Subject(Arithmetic.REM, List.of(wide, divisor), p -> distance(p[0] / p[1], 0) / 99));
    for (MathFunction function :
        List.of(
            MathFunction.SIN,
            MathFunction.COS,
            MathFunction.SINH,
            MathFunction.COSH,
            MathFunction.TANH,
            MathFunction.ATAN,
            MathFunction.EXP,
            MathFunction.EXPM1,
            MathFunction.TO_RADIANS,
            MathFunction.TO_DEGREES,
            MathFunction.NEXT_UP,
            MathFunction.NEXT_DOWN)) {
      all.add(smooth(MathCall.of(function), AROUND_ZERO));
    }
    for (MathFunction function :
        List.of(MathFunction.TAN, MathFunction.ASIN, MathFunction.ACOS, MathFunction.LOG1P)) {
      all.add(smooth(MathCall.of(function), UNIT));
    }
    for (MathFunction function :
        List.of(MathFunction.LOG, MathFunction.LOG10, MathFunction.SQRT, MathFunction.CBRT)) {
      all.add(smooth(MathCall.of(function), POSITIVE));
    }
    all.add(smooth(MathCall.of(MathFunction.POW), POSITIVE, AROUND_ZERO));
    all.add(smooth(MathCall.of(MathFunction.ATAN2), AROUND_ZERO, POSITIVE));
    all.add(smooth(MathCall.of(MathFunction.HYPOT), AROUND_ZERO, POSITIVE));
    all.add(smooth(MathCall.of(MathFunction.FMA), AROUND_ZERO, AROUND_ZERO, AROUND_ZERO));
    all.add(smooth(MathCall.of(MathFunction.NEXT_AFTER), AROUND_ZERO, AROUND_ZERO));
    all.add(
        new Subject(
            MathCall.of(MathFunction.IEEE_REMAINDER),
            List.of(wide, divisor),
            p -> distance(p[0] / p[1], 0.5) / 99));
    all.add(new Subject(MathCall.of(MathFunction.ABS), List.of(AROUND_ZERO), p -> Math.abs(p[0])));
    all.add(
        new Subject(
            MathCall.of(MathFunction.COPY_SIGN),
            List.of(AROUND_ZERO, AROUND_ZERO),
            p -> Math.min(Math.abs(p[0]), Math.abs(p[1]))));
    for (MathFunction function : List.of(MathFunction.MAX, MathFunction.MIN)) {
      all.add(
          new Subject(
              MathCall.of(function),
              List.of(AROUND_ZERO, AROUND_ZERO),
              p -> Math.abs(p[0] - p[1])));
    }
    if (Runtime.version().feature() >= 21) {
      all.add(
          new Subject(
              MathCall.of(MathFunction.CLAMP),
              List.of(AROUND_ZERO, new Interval(-2, -0.5), new Interval(0.5, 2)),
              p -> Math.min(Math.abs(p[0] - p[1]), Math.abs(p[0] - p[2]))));
    }
    return all;
  }

  private static Subject smooth(Operator operator, Interval... domain) {
    return new Subject(operator, List.of(domain), point -> Double.POSITIVE_INFINITY);
  }

  private static double distance(double quotient, double offset) {
    return Math.abs(quotient - offset - Math.rint(quotient - offset));
  }

  /** The point at these fractions of the intervals. */
  double[] at(double... fractions) {
    double[] point = new double[domain.size()];
    for (int i = 0; i < point.length; i++) {
      point[i] = domain.get(i).at(fractions[i]);
    }
    return point;
  }

  /** Whether the function also takes floats, all operands being so. */
  boolean takesFloats() {
    if (operator instanceof MathCall call) {
      return switch (call.function()) {
        case FMA, ABS, MAX, MIN, CLAMP, COPY_SIGN, NEXT_UP, NEXT_DOWN -> true;
        default -> false;
      };
    }
    return true;
  }

  @Override
  public String toString() {
    return operator.toString();
  }
}
