package org.wengert.processor.proof;

import java.util.List;
import java.util.Set;

/** Functions of {@code Math} and their derivatives, by the textbook. */
final class Functions {
  private static final Set<String> OVERLOADED = Set.of("abs", "max", "min");

  private Functions() {}

  static Type result(String name, List<Expr> arguments) {
    if (name.equals("floorMod")) {
      return Type.INT;
    }
    if (!OVERLOADED.contains(name)) {
      return Type.DOUBLE;
    }
    Type first = arguments.get(0).type();
    return Type.promoted(first, arguments.get(arguments.size() - 1).type());
  }

  static Object apply(String name, Type type, List<Object> arguments, Oracle oracle) {
    Object a = type.convert(arguments.get(0));
    Object b = type.convert(arguments.get(arguments.size() - 1));
    if (a instanceof Long x) {
      return large(name, x, (long) b);
    }
    if (a instanceof Integer x) {
      return whole(name, x, (int) b);
    }
    if (name.equals("fma")) {
      Num factor = (Num) type.convert(arguments.get(1));
      return fma((Num) a, factor, (Num) b, oracle);
    }
    return arguments.size() == 1 ? one(name, (Num) a, oracle) : two(name, (Num) a, (Num) b, oracle);
  }

  private static Object whole(String name, int x, int y) {
    return switch (name) {
      case "abs" -> Math.abs(x);
      case "max" -> Math.max(x, y);
      case "min" -> Math.min(x, y);
      default -> Math.floorMod(x, y);
    };
  }

  private static Object large(String name, long x, long y) {
    return switch (name) {
      case "abs" -> Math.abs(x);
      case "max" -> Math.max(x, y);
      default -> Math.min(x, y);
    };
  }

  private static Num fma(Num a, Num b, Num c, Oracle oracle) {
    double value = Math.fma(a.value(), b.value(), c.value());
    Num product = oracle.chain(value, a, b.value(), b, a.value());
    Num sum = product.plus(c.then(value, 1));
    return oracle.seen(new Num(value, sum.dot(), sum.size()));
  }

  private static Num one(String name, Num a, Oracle oracle) {
    double x = a.value();
    return switch (name) {
      case "sin" -> oracle.chain(Math.sin(x), a, Math.cos(x));
      case "cos" -> oracle.chain(Math.cos(x), a, -Math.sin(x));
      case "tan" -> oracle.chain(Math.tan(x), a, 1 / (Math.cos(x) * Math.cos(x)));
      case "asin" -> oracle.chain(Math.asin(x), a, 1 / Math.sqrt((1 - x) * (1 + x)));
      case "acos" -> oracle.chain(Math.acos(x), a, -1 / Math.sqrt((1 - x) * (1 + x)));
      case "atan" -> oracle.chain(Math.atan(x), a, 1 / (1 + x * x));
      case "sinh" -> oracle.chain(Math.sinh(x), a, Math.cosh(x));
      case "cosh" -> oracle.chain(Math.cosh(x), a, Math.sinh(x));
      case "tanh" -> oracle.chain(Math.tanh(x), a, 1 / (Math.cosh(x) * Math.cosh(x)));
      case "exp" -> oracle.chain(Math.exp(x), a, Math.exp(x));
      case "expm1" -> oracle.chain(Math.expm1(x), a, Math.exp(x));
      case "log" -> oracle.chain(Math.log(x), a, 1 / x);
      case "log1p" -> oracle.chain(Math.log1p(x), a, 1 / (1 + x));
      case "log10" -> oracle.chain(Math.log10(x), a, 1 / (x * Math.log(10)));
      case "sqrt" -> oracle.chain(Math.sqrt(x), a, 0.5 / Math.sqrt(x));
      case "cbrt" -> oracle.chain(Math.cbrt(x), a, 1 / (3 * Math.cbrt(x) * Math.cbrt(x)));
      case "abs" -> oracle.chain(Math.abs(x), a, x > 0 ? 1 : x < 0 ? -1 : 0);
      case "floor" -> oracle.chain(Math.floor(x), a, 0);
      case "ceil" -> oracle.chain(Math.ceil(x), a, 0);
      case "rint" -> oracle.chain(Math.rint(x), a, 0);
      case "signum" -> oracle.chain(Math.signum(x), a, 0);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Num two(String name, Num a, Num b, Oracle oracle) {
    double x = a.value();
    double y = b.value();
    double square = x * x + y * y;
    double power = Math.pow(x, y);
    return switch (name) {
      case "max" -> oracle.chain(Math.max(x, y), a, share(x, y), b, share(y, x));
      case "min" -> oracle.chain(Math.min(x, y), a, share(y, x), b, share(x, y));
      case "hypot" ->
          oracle.chain(Math.hypot(x, y), a, x / Math.sqrt(square), b, y / Math.sqrt(square));
      case "atan2" -> oracle.chain(Math.atan2(x, y), a, y / square, b, -x / square);
      case "pow" ->
          oracle.chain(
              power, a, y * Math.pow(x, y - 1), b, b.isConstant() ? 0 : power * Math.log(x));
      case "copySign" -> {
        double value = Math.copySign(x, y);
        boolean same = Math.copySign(1, x) == Math.copySign(1, y);
        yield oracle.chain(value, a, same ? 1 : -1, b, 0);
      }
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** How much of a maximum is the first. */
  private static double share(double x, double y) {
    return x > y ? 1 : x < y ? 0 : 0.5;
  }
}
