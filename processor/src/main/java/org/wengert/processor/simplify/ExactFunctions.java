package org.wengert.processor.simplify;

import java.util.List;
import java.util.Optional;
import org.wengert.processor.tape.MathFunction;

/**
 * The functions of {@code Math} whose results are specified exactly and that are worth folding.
 * {@code StrictMath} gives the same results for them.
 */
final class ExactFunctions {
  private ExactFunctions() {}

  static Optional<Object> of(MathFunction function, List<Object> inputs) {
    Object first = inputs.get(0);
    Object second = inputs.size() > 1 ? inputs.get(1) : null;
    if (first instanceof Integer x) {
      return Optional.ofNullable(ofInt(function, x, second));
    }
    if (first instanceof Long x) {
      return Optional.ofNullable(ofLong(function, x, second));
    }
    if (first instanceof Float x) {
      return Optional.ofNullable(ofFloat(function, x, second));
    }
    return Optional.ofNullable(ofDouble(function, (Double) first, second));
  }

  private static Object ofInt(MathFunction function, int x, Object second) {
    return switch (function) {
      case ABS -> Math.abs(x);
      case MAX -> Math.max(x, (Integer) second);
      case MIN -> Math.min(x, (Integer) second);
      default -> null;
    };
  }

  private static Object ofLong(MathFunction function, long x, Object second) {
    return switch (function) {
      case ABS -> Math.abs(x);
      case MAX -> Math.max(x, (Long) second);
      case MIN -> Math.min(x, (Long) second);
      default -> null;
    };
  }

  private static Object ofFloat(MathFunction function, float x, Object second) {
    return switch (function) {
      case ABS -> Math.abs(x);
      case MAX -> Math.max(x, (Float) second);
      case MIN -> Math.min(x, (Float) second);
      case SIGNUM -> Math.signum(x);
      default -> null;
    };
  }

  private static Object ofDouble(MathFunction function, double x, Object second) {
    return switch (function) {
      case ABS -> Math.abs(x);
      case MAX -> Math.max(x, (Double) second);
      case MIN -> Math.min(x, (Double) second);
      case SIGNUM -> Math.signum(x);
      case SQRT -> Math.sqrt(x);
      case FLOOR -> Math.floor(x);
      case CEIL -> Math.ceil(x);
      case RINT -> Math.rint(x);
      default -> null;
    };
  }
}
