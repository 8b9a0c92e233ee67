package org.wengert.processor.propagate;

import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.rule.Rules;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The series of the result of one elementary operation: a call of the runtime's recurrence for it,
 * or, where the partial derivatives are constants nearby, of their products with the operands'
 * series, by the table of rules.
 */
final class SeriesRule {
  private static final String ARITHMETIC = Callee.SERIES;
  private static final String EXPONENTIALS = Callee.SERIES + "Exponentials";
  private static final String ANGLES = Callee.SERIES + "Angles";
  private static final String POWERS = Callee.SERIES + "Powers";

  private final Operation.Elementary operation;
  private final List<Value> series;
  private final SeriesCompanion companion;
  private final BlockBuilder builder;

  /**
   * @param series those of the operands, null where there are none
   */
  SeriesRule(
      Operation.Elementary operation,
      List<Value> series,
      SeriesCompanion companion,
      BlockBuilder builder) {
    this.operation = operation;
    this.series = series;
    this.companion = companion;
    this.builder = builder;
  }

  Value result() {
    return operation.operator() instanceof MathCall call
        ? ofFunction(call.function())
        : ofOperator((Arithmetic) operation.operator());
  }

  private Value ofOperator(Arithmetic operator) {
    return switch (operator) {
      case ADD -> sum();
      case SUB -> difference();
      case MUL -> product();
      case DIV -> quotient();
      case NEG -> call(ARITHMETIC, "negation", xs());
      case REM -> linear();
      case TO_FLOAT, TO_DOUBLE -> xs();
      case SELECT -> choice();
      default -> throw new IllegalStateException("nothing flows through " + operator);
    };
  }

  private Value ofFunction(MathFunction function) {
    return switch (function) {
      case SIN -> call(ANGLES, "sin", xs(), r(), like(MathFunction.COS));
      case COS -> call(ANGLES, "cos", xs(), r(), like(MathFunction.SIN));
      case TAN -> call(ANGLES, "tan", xs(), r());
      case ASIN -> call(ANGLES, "asin", x(), xs());
      case ACOS -> call(ANGLES, "acos", x(), xs());
      case ATAN -> call(ANGLES, "atan", x(), xs());
      case ATAN2 -> call(ANGLES, "atan2", x(), orConstant(0), y(), orConstant(1));
      case SINH -> call(EXPONENTIALS, "sinh", xs(), r(), like(MathFunction.COSH));
      case COSH -> call(EXPONENTIALS, "cosh", xs(), r(), like(MathFunction.SINH));
      case TANH -> call(EXPONENTIALS, "tanh", xs(), r(), slope(0));
      case EXP -> call(EXPONENTIALS, "exp", xs(), r());
      case EXPM1 -> call(EXPONENTIALS, "exp", xs(), like(MathFunction.EXP));
      case LOG -> call(EXPONENTIALS, "log", x(), xs());
      case LOG10 -> call(EXPONENTIALS, "log10", x(), xs());
      case LOG1P -> call(EXPONENTIALS, "log", onePlus(x()), xs());
      case SQRT -> call(POWERS, "sqrt", xs(), r());
      case CBRT -> call(POWERS, "cbrt", xs(), r());
      case POW -> power();
      case HYPOT -> hypot();
      case FMA -> multiplyAndAdd();
      case NEXT_AFTER, NEXT_UP, NEXT_DOWN -> xs();
      case SCALB -> call(ARITHMETIC, "scalb", xs(), operation.inputs().get(1));
      case MAX, MIN, CLAMP -> mean();
      case ABS, COPY_SIGN, IEEE_REMAINDER, TO_RADIANS, TO_DEGREES -> linear();
      default -> throw new IllegalStateException("nothing flows through " + function);
    };
  }

  private Value x() {
    return wide(operation.inputs().get(0));
  }

  private Value y() {
    return wide(operation.inputs().get(1));
  }

  private Value r() {
    return wide(operation.result());
  }

  private Value xs() {
    return series.get(0);
  }

  private Value ys() {
    return series.get(1);
  }

  private Value wide(Value value) {
    return builder.convert(value, Type.DOUBLE);
  }

  private Value orConstant(int operand) {
    Value its = series.get(operand);
    return its == null ? companion.ofConstant(builder) : its;
  }

  private Value sum() {
    return added(xs(), ys());
  }

  /** The sum of two series of which one may be missing. */
  private Value added(Value some, Value other) {
    if (some == null || other == null) {
      return some == null ? other : some;
    }
    return call(ARITHMETIC, "sum", some, other);
  }

  private Value difference() {
    if (ys() == null) {
      return xs();
    }
    return xs() == null
        ? call(ARITHMETIC, "negation", ys())
        : call(ARITHMETIC, "difference", xs(), ys());
  }

  private Value product() {
    if (xs() == null || ys() == null) {
      return xs() == null ? call(ARITHMETIC, "scaled", ys(), x()) : scaled(xs(), y());
    }
    return call(ARITHMETIC, "product", x(), xs(), y(), ys());
  }

  private Value scaled(Value its, Value factor) {
    return call(ARITHMETIC, "scaled", its, factor);
  }

  private Value quotient() {
    if (ys() == null) {
      return call(ARITHMETIC, "over", xs(), y());
    }
    boolean isRounded = operation.result().type().equals(Type.FLOAT);
    Value quotient = isRounded ? builder.over(x(), y()) : r();
    return xs() == null
        ? call(ARITHMETIC, "quotient", y(), ys(), quotient)
        : call(ARITHMETIC, "quotient", xs(), y(), ys(), quotient);
  }

  /** One of two series, by the condition. */
  private Value choice() {
    Value result = Value.temporary(companion.type());
    builder.add(
        new Operation.Branch(
            List.of(result), operation.inputs().get(0), arm(1), arm(2), builder.at()));
    return result;
  }

  private Block arm(int operand) {
    BlockBuilder arm = new BlockBuilder().at(builder.at());
    Value its = series.get(operand);
    return arm.yield(List.of(its == null ? companion.ofConstant(arm) : its));
  }

  /** The partial derivatives do not change nearby. */
  private Value linear() {
    Value sum = null;
    for (int i = 0; i < series.size(); i++) {
      if (series.get(i) != null) {
        sum = added(sum, scaled(series.get(i), slope(i)));
      }
    }
    return sum;
  }

  /** Likewise, where an operand that is passed over has no part in the result at all. */
  private Value mean() {
    Value sum = null;
    for (int i = 0; i < series.size(); i++) {
      if (series.get(i) != null) {
        sum = added(sum, call(ARITHMETIC, "part", series.get(i), slope(i)));
      }
    }
    return sum;
  }

  private Value multiplyAndAdd() {
    Value product = xs() == null && ys() == null ? null : product();
    return added(product, series.get(2));
  }

  private Value hypot() {
    if (xs() == null || ys() == null) {
      return xs() == null
          ? call(POWERS, "hypot", y(), ys(), r())
          : call(POWERS, "hypot", x(), xs(), r());
    }
    return call(POWERS, "hypot", x(), xs(), y(), ys(), r());
  }

  private Value power() {
    if (ys() == null) {
      return call(POWERS, "pow", x(), xs(), y(), slope(0));
    }
    Value log = like(MathFunction.LOG);
    return xs() == null
        ? call(POWERS, "exponential", x(), ys(), log, r())
        : call(POWERS, "pow", x(), xs(), y(), ys(), log, slope(0), r());
  }

  private Value onePlus(Value value) {
    return builder.plus(value, builder.number(Type.DOUBLE, 1));
  }

  /** The partial derivative by an operand, by the table of rules. */
  private Value slope(int operand) {
    return Rules.scale(operation, operand, builder.number(Type.DOUBLE, 1), builder);
  }

  /** Another function of the first operand; what belongs to {@code StrictMath} stays in it. */
  private Value like(MathFunction function) {
    boolean strict = ((MathCall) operation.operator()).strict();
    return builder.elementary(new MathCall(function, strict), Type.DOUBLE, x());
  }

  private Value call(String owner, String method, Value... arguments) {
    return companion.call(owner, method, new ArrayList<>(List.of(arguments)), builder);
  }
}
