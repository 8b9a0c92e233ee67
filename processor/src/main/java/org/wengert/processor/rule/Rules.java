package org.wengert.processor.rule;

import static org.wengert.processor.rule.Partial.ZERO;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operator;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The partial derivatives of every elementary operation. In a rule, {@code d} is the seed, {@code
 * d.x()}, {@code d.y()} and {@code d.z()} are the operands and {@code d.r()} is the result, reused
 * where that saves evaluating a function again.
 *
 * <p>At a kink the derivative is that of the side the operation took, or, on the kink itself, what
 * the comment at the rule says; these conventions are those that JAX and PyTorch agree on.
 */
public final class Rules {
  /** Partial derivatives by operand; an empty list where all of them are zero. */
  private static final Map<Object, List<Partial>> TABLE = new HashMap<>();

  static {
    rule(Arithmetic.ADD, d -> d, d -> d);
    rule(Arithmetic.SUB, d -> d, d -> d.negate());
    rule(Arithmetic.MUL, d -> d.times(d.y()), d -> d.times(d.x()));
    rule(Arithmetic.DIV, d -> d.over(d.y()), d -> d.over(d.y()).times(d.quotient()).negate());
    // r = x - y * trunc(x / y), and the truncated quotient is (x - r) / y but for rounding.
    rule(Arithmetic.REM, d -> d, d -> d.times(d.x().minus(d.r()).over(d.y()).rint()).negate());
    rule(Arithmetic.NEG, d -> d.negate());
    rule(Arithmetic.ABSORB, d -> d.absorb(d.y()), d -> d.x().absorb(d));
    rule(Arithmetic.TO_FLOAT, d -> d);
    rule(Arithmetic.TO_DOUBLE, d -> d);
    rule(Arithmetic.SELECT, ZERO, d -> d.x().select(d, d.zero()), d -> d.x().select(d.zero(), d));

    rule(MathFunction.SIN, d -> d.times(d.x().cos()));
    rule(MathFunction.COS, d -> d.times(d.x().sin()).negate());
    rule(MathFunction.TAN, d -> d.times(d.r().times(d.r()).plus(1)));
    // (1 - x)(1 + x) rather than 1 - x * x, which cancels near one.
    rule(MathFunction.ASIN, d -> d.over(complement(d.x()).sqrt()));
    rule(MathFunction.ACOS, d -> d.over(complement(d.x()).sqrt()).negate());
    rule(MathFunction.ATAN, d -> d.over(d.x().times(d.x()).plus(1)));
    // The first operand is the ordinate. At the origin NaN.
    rule(
        MathFunction.ATAN2,
        d -> overSquare(d, d.y(), d.y().hypot(d.x())),
        d -> overSquare(d, d.x(), d.y().hypot(d.x())).negate());
    rule(MathFunction.SINH, d -> d.times(d.x().cosh()));
    rule(MathFunction.COSH, d -> d.times(d.x().sinh()));
    // Not 1 - r * r, which cancels where r is all but one.
    rule(MathFunction.TANH, d -> d.times(squaredSecant(d.x())));

    rule(MathFunction.EXP, d -> d.times(d.r()));
    // Not r + 1, which cancels for large negative x.
    rule(MathFunction.EXPM1, d -> d.times(d.x().exp()));
    rule(MathFunction.LOG, d -> d.over(d.x()));
    rule(MathFunction.LOG10, d -> d.over(d.x().times(Math.log(10))));
    rule(MathFunction.LOG1P, d -> d.over(d.x().plus(1)));
    // At zero infinity, the limit, as for the cube root.
    rule(MathFunction.SQRT, d -> d.over(d.r().times(2)));
    rule(MathFunction.CBRT, d -> d.over(d.r().times(d.r()).times(3)));
    // By x: zero where y is zero. By y: zero where x is zero and y is not negative; NaN for
    // negative
    // x, where the power is defined for integers y alone.
    rule(
        MathFunction.POW,
        d -> d.times(slopeOfPower(d.x(), d.y(), d.r())),
        d -> d.times(d.x().oneIfZero().log()).times(d.r()));
    // At the origin zero.
    rule(
        MathFunction.HYPOT,
        d -> d.times(d.x().over(d.r().oneIfZero())),
        d -> d.times(d.y().over(d.r().oneIfZero())));

    rule(MathFunction.FMA, d -> d.times(d.y()), d -> d.times(d.x()), d -> d);
    // r = x - y * n. Two divisions, since x - r can overflow.
    rule(
        MathFunction.IEEE_REMAINDER,
        d -> d,
        d -> d.times(d.x().over(d.y()).minus(d.r().over(d.y())).rint()).negate());
    rule(MathFunction.TO_RADIANS, d -> d.toRadians());
    rule(MathFunction.TO_DEGREES, d -> d.toDegrees());
    rule(MathFunction.SCALB, d -> d.scalb(d.y()), ZERO);

    // At zero zero.
    rule(MathFunction.ABS, d -> d.times(d.x().signum()));
    // Half to each of two equal operands, so that max(x, x) has derivative one; all to each where
    // one
    // is NaN.
    rule(
        MathFunction.MAX,
        d -> toWinner(d, d.x().less(d.y()), d.x().equal(d.y())),
        d -> toWinner(d, d.y().less(d.x()), d.x().equal(d.y())));
    rule(
        MathFunction.MIN,
        d -> toWinner(d, d.x().greater(d.y()), d.x().equal(d.y())),
        d -> toWinner(d, d.y().greater(d.x()), d.x().equal(d.y())));
    // A value on a bound counts as inside: all to the value, as in PyTorch.
    rule(
        MathFunction.CLAMP,
        d -> d.x().less(d.y()).select(d.zero(), d.x().greater(d.z()).select(d.zero(), d)),
        d -> d.x().less(d.y()).select(d, d.zero()),
        d -> d.x().greater(d.z()).select(d, d.zero()));
    // Minus one where the sign is changed, that of a zero included.
    rule(
        MathFunction.COPY_SIGN,
        d -> d.times(d.x().unitWithSign()).times(d.r().unitWithSign()),
        ZERO);
    rule(MathFunction.NEXT_AFTER, d -> d, ZERO);
    rule(MathFunction.NEXT_UP, d -> d);
    rule(MathFunction.NEXT_DOWN, d -> d);

    // Constant wherever they are differentiable.
    zero(
        Arithmetic.LT,
        Arithmetic.LE,
        Arithmetic.GT,
        Arithmetic.GE,
        Arithmetic.EQ,
        Arithmetic.NE,
        Arithmetic.TO_INT,
        Arithmetic.TO_LONG);
    zero(
        MathFunction.SIGNUM,
        MathFunction.FLOOR,
        MathFunction.CEIL,
        MathFunction.RINT,
        MathFunction.ROUND,
        MathFunction.ULP,
        MathFunction.GET_EXPONENT);

    // On integers and booleans alone.
    zero(
        Arithmetic.NOT,
        Arithmetic.AND,
        Arithmetic.OR,
        Arithmetic.XOR,
        Arithmetic.COMPLEMENT,
        Arithmetic.SHL,
        Arithmetic.SHR,
        Arithmetic.USHR,
        Arithmetic.TO_BYTE,
        Arithmetic.TO_SHORT,
        Arithmetic.TO_CHAR,
        Arithmetic.AS_BYTE,
        Arithmetic.AS_SHORT,
        Arithmetic.AS_CHAR);
    zero(
        MathFunction.FLOOR_DIV,
        MathFunction.FLOOR_MOD,
        MathFunction.CEIL_DIV,
        MathFunction.CEIL_MOD,
        MathFunction.ADD_EXACT,
        MathFunction.SUBTRACT_EXACT,
        MathFunction.MULTIPLY_EXACT,
        MathFunction.DIVIDE_EXACT,
        MathFunction.INCREMENT_EXACT,
        MathFunction.DECREMENT_EXACT,
        MathFunction.NEGATE_EXACT,
        MathFunction.ABS_EXACT,
        MathFunction.TO_INT_EXACT,
        MathFunction.MULTIPLY_FULL,
        MathFunction.MULTIPLY_HIGH,
        MathFunction.UNSIGNED_MULTIPLY_HIGH);
  }

  private Rules() {}

  /** Whether a nonzero derivative can flow from this operand to the result. */
  public static boolean flows(Operation.Elementary operation, int operand) {
    return operation.result().type().isFloating()
        && operation.inputs().get(operand).type().isFloating()
        && partial(operation, operand) != ZERO;
  }

  /**
   * The seed times the partial derivative of the result by an operand.
   *
   * @param seed a value of the result's type or a wider one
   * @param builder where the product is computed
   * @return a value of the seed's type, whatever the operand's
   */
  public static Value scale(
      Operation.Elementary operation, int operand, Value seed, BlockBuilder builder) {
    return partial(operation, operand).of(Term.seed(operation, seed, builder)).value();
  }

  /**
   * The operands and result of the operation that {@link #scale} refers to for this operand.
   *
   * @param type of the seed
   */
  public static Set<Value> reads(Operation.Elementary operation, int operand, Type type) {
    BlockBuilder scratch = new BlockBuilder();
    scale(operation, operand, Value.temporary(type), scratch);
    Set<Value> reads = new LinkedHashSet<>();
    for (Operation step : scratch.operations()) {
      reads.addAll(step.operands());
    }
    Set<Value> primals = new LinkedHashSet<>(operation.inputs());
    primals.add(operation.result());
    reads.retainAll(primals);
    return reads;
  }

  private static Partial partial(Operation.Elementary operation, int operand) {
    List<Partial> partials = TABLE.get(key(operation.operator()));
    return partials.isEmpty() ? ZERO : partials.get(operand);
  }

  /** What the table is keyed by; {@code Math} and {@code StrictMath} have the same rules. */
  private static Object key(Operator operator) {
    return operator instanceof MathCall call ? call.function() : operator;
  }

  private static void rule(Object operator, Partial... partials) {
    TABLE.put(operator, List.of(partials));
  }

  private static void zero(Object... operators) {
    for (Object operator : operators) {
      TABLE.put(operator, List.of());
    }
  }

  /** {@code 1 - x * x}. */
  private static Term complement(Term x) {
    return x.number(1).minus(x).times(x.plus(1));
  }

  /** {@code 1 / (cosh x * cosh x)} by one exponential that cannot overflow. */
  private static Term squaredSecant(Term x) {
    Term small = x.abs().times(-2).exp();
    Term sum = small.plus(1);
    return small.times(4).over(sum.times(sum));
  }

  /** {@code d * x / (h * h)} where {@code x} is at most {@code h}: the square could overflow. */
  private static Term overSquare(Term d, Term x, Term h) {
    return d.times(x.over(h)).over(h);
  }

  /**
   * {@code y * pow(x, y - 1)}. Where {@code y} is zero that could be zero times infinity; there it
   * is {@code y * r / x}, the same in another form, so that derivatives of all orders are right.
   * For negative {@code x} the power is not defined beside whole {@code y}; there it is {@code y /
   * x}, which agrees with it to first order in {@code y}.
   */
  private static Term slopeOfPower(Term x, Term y, Term r) {
    Term divisor = x.abs().atLeast(Double.MIN_NORMAL).select(x, x.number(1));
    Term atZero = y.times(x.greater(x.zero()).select(r, r.number(1))).over(divisor);
    Term elsewhere = y.times(x.pow(y.isZero().select(y.number(1), y.minus(1))));
    return y.isZero().select(atZero, elsewhere);
  }

  private static Term toWinner(Term d, Term loses, Term ties) {
    return loses.select(d.zero(), ties.select(d.times(0.5), d));
  }
}
