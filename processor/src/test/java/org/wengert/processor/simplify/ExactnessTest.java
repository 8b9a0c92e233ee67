package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Interpreter;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operator;
import org.wengert.processor.tape.Printer;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Every expression of two operators, on a variable and a constant, at every pair of telling
 * numbers: simplified it has the same value, or the same exception.
 */
final class ExactnessTest {
  private static final List<Arithmetic> BINARY =
      List.of(
          Arithmetic.ADD,
          Arithmetic.SUB,
          Arithmetic.MUL,
          Arithmetic.DIV,
          Arithmetic.REM,
          Arithmetic.LT,
          Arithmetic.LE,
          Arithmetic.GT,
          Arithmetic.GE,
          Arithmetic.EQ,
          Arithmetic.NE);
  private static final List<Arithmetic> BITWISE =
      List.of(
          Arithmetic.AND,
          Arithmetic.OR,
          Arithmetic.XOR,
          Arithmetic.SHL,
          Arithmetic.SHR,
          Arithmetic.USHR);

  /** Operators on one type, by how many operands they take. */
  record Language(Type type, List<Object> numbers, List<Operator> unary, List<Operator> binary) {}

  static List<Language> languages() {
    List<Operator> integral = new ArrayList<>(BINARY);
    integral.addAll(BITWISE);
    integral.add(MathCall.of(MathFunction.MAX));
    List<Operator> floating = new ArrayList<>(BINARY);
    floating.add(MathCall.of(MathFunction.MAX));
    floating.add(MathCall.of(MathFunction.MIN));
    List<Operator> onDoubles = new ArrayList<>(floating);
    onDoubles.add(MathCall.of(MathFunction.POW));
    List<Operator> conversions =
        List.of(Arithmetic.TO_INT, Arithmetic.TO_LONG, Arithmetic.TO_FLOAT, Arithmetic.TO_DOUBLE);
    List<Operator> ofFloats = new ArrayList<>(conversions);
    ofFloats.add(Arithmetic.NEG);
    ofFloats.add(MathCall.of(MathFunction.ABS));
    List<Operator> ofIntegers = new ArrayList<>(ofFloats);
    ofIntegers.add(Arithmetic.COMPLEMENT);
    return List.of(
        new Language(
            Type.INT,
            List.of(0, 1, -1, 2, 31, 32, Integer.MAX_VALUE, Integer.MIN_VALUE),
            ofIntegers,
            integral),
        new Language(
            Type.LONG,
            List.of(0L, 1L, -1L, 2L, 32L, 64L, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE),
            ofIntegers,
            integral),
        new Language(
            Type.FLOAT,
            List.of(
                0f,
                -0f,
                1f,
                -1f,
                0.1f,
                -3e38f,
                Float.MIN_VALUE,
                Float.NaN,
                Float.POSITIVE_INFINITY),
            ofFloats,
            floating),
        new Language(
            Type.DOUBLE,
            List.of(
                0d,
                -0d,
                1d,
                -1d,
                0.1,
                -1e308,
                Double.MIN_VALUE,
                Double.NaN,
                Double.NEGATIVE_INFINITY),
            ofFloats,
            onDoubles));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void simplifiedExpressionsAreTheSameFunctions(Language language) {
    for (Operator outer : language.binary()) {
      for (Object constant : language.numbers()) {
        check(language, (x, y, b) -> binary(b, outer, x, constant(b, x, constant)));
        check(language, (x, y, b) -> binary(b, outer, constant(b, x, constant), x));
        check(
            language,
            (x, y, b) -> binary(b, outer, constant(b, x, constant), constant(b, x, constant)));
      }
      check(language, (x, y, b) -> binary(b, outer, x, x));
      check(language, (x, y, b) -> not(b, binary(b, outer, x, y)));
      check(language, (x, y, b) -> binary(b, outer, b.negate(x), y));
      check(language, (x, y, b) -> binary(b, outer, x, b.negate(y)));
      check(language, (x, y, b) -> binary(b, outer, b.negate(x), b.negate(y)));
      check(language, (x, y, b) -> binary(b, Arithmetic.EQ, b.select(b.constant(true), x, y), y));
    }
    for (Operator outer : language.unary()) {
      for (Operator inner : language.unary()) {
        check(language, (x, y, b) -> unary(b, outer, unary(b, inner, x)));
      }
      for (Object constant : language.numbers()) {
        check(language, (x, y, b) -> unary(b, outer, constant(b, x, constant)));
      }
    }
  }

  /** Sums of terms with signs, and of constants. */
  @ParameterizedTest
  @MethodSource("languages")
  void simplifiedSumsAreTheSameFunctions(Language language) {
    for (Arithmetic sum : List.of(Arithmetic.ADD, Arithmetic.SUB)) {
      for (Arithmetic inner :
          List.of(Arithmetic.ADD, Arithmetic.SUB, Arithmetic.MUL, Arithmetic.DIV)) {
        for (Object c : language.numbers()) {
          check(language, (x, y, b) -> binary(b, sum, y, binary(b, inner, x, constant(b, x, c))));
          check(language, (x, y, b) -> binary(b, sum, binary(b, inner, constant(b, x, c), x), y));
          check(language, (x, y, b) -> binary(b, sum, binary(b, inner, y, b.negate(x)), y));
          check(language, (x, y, b) -> binary(b, sum, y, binary(b, inner, b.negate(x), y)));
          for (Object d : language.numbers()) {
            check(
                language,
                (x, y, b) ->
                    binary(b, sum, binary(b, inner, x, constant(b, x, c)), constant(b, x, d)));
            check(
                language,
                (x, y, b) ->
                    binary(b, sum, constant(b, x, d), binary(b, inner, constant(b, x, c), x)));
          }
        }
      }
    }
  }

  /** Ints by way of long arithmetic. */
  @Test
  void narrowedExpressionsAreTheSameFunctions() {
    Language ints = languages().get(0);
    for (Operator narrow : List.of(Arithmetic.TO_INT, MathCall.of(MathFunction.TO_INT_EXACT))) {
      for (Operator operator : ints.binary()) {
        if (operator instanceof Arithmetic arithmetic && arithmetic.isComparison()) {
          continue;
        }
        check(ints, (x, y, b) -> narrow(b, narrow, binary(b, operator, wide(b, x), wide(b, y))));
        for (long constant : new long[] {0, 1, -1, 2, 1L << 32, Integer.MAX_VALUE}) {
          check(
              ints,
              (x, y, b) ->
                  narrow(
                      b, narrow, binary(b, operator, wide(b, x), b.constant(Type.LONG, constant))));
          check(
              ints,
              (x, y, b) -> {
                Value count = binary(b, operator, wide(b, x), b.constant(Type.LONG, constant));
                MathCall max = MathCall.of(MathFunction.MAX);
                return narrow(b, narrow, binary(b, max, count, b.constant(Type.LONG, 0L)));
              });
        }
      }
    }
  }

  private static Value wide(BlockBuilder builder, Value x) {
    return builder.convert(x, Type.LONG);
  }

  private static Value narrow(BlockBuilder builder, Operator narrow, Value x) {
    return builder.elementary(narrow, Type.INT, x);
  }

  private interface Expression {
    Value of(Value x, Value y, BlockBuilder builder);
  }

  private static void check(Language language, Expression expression) {
    BlockBuilder builder = new BlockBuilder();
    Value x = Value.named(language.type(), "x");
    Value y = Value.named(language.type(), "y");
    Value result = expression.of(x, y, builder);
    Tape tape = new Tape("f", List.of(x, y), builder.yield(List.of(result)));
    Tape simplified = Simplifier.of(tape);
    for (Object first : language.numbers()) {
      for (Object second : language.numbers()) {
        Object expected = run(tape, first, second);
        Object actual = run(simplified, first, second);
        if (!actual.equals(expected)) {
          assertWithMessage("%sat %s, %s", Printer.print(tape), first, second)
              .that(actual)
              .isEqualTo(expected);
        }
      }
    }
  }

  private static Object run(Tape tape, Object x, Object y) {
    try {
      // Boxes are equal where all bits are, NaN aside.
      return Interpreter.run(tape, x, y);
    } catch (ArithmeticException e) {
      // Not its message, which HotSpot leaves out where it throws often.
      return e.getClass();
    }
  }

  private static Value constant(BlockBuilder builder, Value like, Object literal) {
    return builder.constant(like.type(), literal);
  }

  private static Value binary(BlockBuilder builder, Operator operator, Value x, Value y) {
    boolean comparison = operator instanceof Arithmetic arithmetic && arithmetic.isComparison();
    return builder.elementary(operator, comparison ? Type.BOOLEAN : x.type(), x, y);
  }

  /** The complement of a truth value; a number as it is. */
  private static Value not(BlockBuilder builder, Value value) {
    return value.type().equals(Type.BOOLEAN)
        ? builder.elementary(Arithmetic.NOT, Type.BOOLEAN, value)
        : value;
  }

  private static Value unary(BlockBuilder builder, Operator operator, Value x) {
    if (operator instanceof Arithmetic arithmetic) {
      if (arithmetic.isConversion()) {
        return builder.elementary(operator, target(arithmetic), x);
      }
      if (arithmetic == Arithmetic.COMPLEMENT && x.type().isFloating()) {
        return x;
      }
    }
    return builder.elementary(operator, x.type(), x);
  }

  private static Type target(Arithmetic conversion) {
    return switch (conversion) {
      case TO_INT -> Type.INT;
      case TO_LONG -> Type.LONG;
      case TO_FLOAT -> Type.FLOAT;
      default -> Type.DOUBLE;
    };
  }
}
