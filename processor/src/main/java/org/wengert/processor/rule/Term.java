package org.wengert.processor.rule;

import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operator;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * An expression in a rule. Writing one appends its operations to the block under construction; from
 * any term the operation being differentiated can be reached: its operands {@link #x}, {@link #y}
 * and {@link #z} and its result {@link #r}.
 */
final class Term {
  private final Operation.Elementary operation;
  private final Value seed;
  private final BlockBuilder builder;
  private final Value value;

  private Term(Operation.Elementary operation, Value seed, BlockBuilder builder, Value value) {
    this.operation = operation;
    this.seed = seed;
    this.builder = builder;
    this.value = value;
  }

  static Term seed(Operation.Elementary operation, Value seed, BlockBuilder builder) {
    return new Term(operation, seed, builder, seed);
  }

  Value value() {
    return value;
  }

  /** The first operand. */
  Term x() {
    return primal(operation.inputs().get(0));
  }

  /** The second operand. */
  Term y() {
    return primal(operation.inputs().get(1));
  }

  /** The third operand. */
  Term z() {
    return primal(operation.inputs().get(2));
  }

  /** The result. */
  Term r() {
    return primal(operation.result());
  }

  /** Floating operands and results have the type that derivatives are computed in. */
  private Term primal(Value primal) {
    Value wide = primal.type().isFloating() ? builder.convert(primal, seed.type()) : primal;
    return term(wide);
  }

  /** The quotient {@code x / y}: the result, unless that has been rounded to fewer digits. */
  Term quotient() {
    return operation.result().type().equals(seed.type()) ? r() : x().over(y());
  }

  /** A literal of this term's type. */
  Term number(double number) {
    return term(builder.number(value.type(), number));
  }

  Term zero() {
    return number(0);
  }

  Term plus(Term other) {
    return term(builder.plus(value, other.value));
  }

  Term plus(double number) {
    return plus(number(number));
  }

  Term minus(Term other) {
    return term(builder.minus(value, other.value));
  }

  Term minus(double number) {
    return minus(number(number));
  }

  Term times(Term other) {
    return term(builder.times(value, other.value));
  }

  Term times(double number) {
    return times(number(number));
  }

  /** Zero wherever this term is, whatever the other one. */
  Term absorb(Term other) {
    return term(builder.absorb(value, other.value));
  }

  Term over(Term other) {
    return term(builder.over(value, other.value));
  }

  Term negate() {
    return term(builder.negate(value));
  }

  Term less(Term other) {
    return compare(Arithmetic.LT, other);
  }

  Term greater(Term other) {
    return compare(Arithmetic.GT, other);
  }

  Term atLeast(double number) {
    return compare(Arithmetic.GE, number(number));
  }

  Term equal(Term other) {
    return compare(Arithmetic.EQ, other);
  }

  Term isZero() {
    return equal(zero());
  }

  private Term compare(Arithmetic comparison, Term other) {
    return term(builder.compare(comparison, value, other.value));
  }

  /** One of two terms, by this condition. */
  Term select(Term whenTrue, Term whenFalse) {
    return term(builder.select(value, whenTrue.value, whenFalse.value));
  }

  /** This term, or one where it is zero: a divisor that cannot make NaN. */
  Term oneIfZero() {
    return isZero().select(number(1), this);
  }

  Term sin() {
    return call(MathFunction.SIN);
  }

  Term cos() {
    return call(MathFunction.COS);
  }

  Term sinh() {
    return call(MathFunction.SINH);
  }

  Term cosh() {
    return call(MathFunction.COSH);
  }

  Term exp() {
    return call(MathFunction.EXP);
  }

  Term log() {
    return call(MathFunction.LOG);
  }

  Term sqrt() {
    return call(MathFunction.SQRT);
  }

  Term abs() {
    return call(MathFunction.ABS);
  }

  Term signum() {
    return call(MathFunction.SIGNUM);
  }

  Term toRadians() {
    return call(MathFunction.TO_RADIANS);
  }

  Term toDegrees() {
    return call(MathFunction.TO_DEGREES);
  }

  Term pow(Term exponent) {
    return call(MathFunction.POW, exponent);
  }

  Term hypot(Term other) {
    return call(MathFunction.HYPOT, other);
  }

  Term scalb(Term exponent) {
    return call(MathFunction.SCALB, exponent);
  }

  /** One with this term's sign, of which zeros have one too. */
  Term unitWithSign() {
    return number(1).call(MathFunction.COPY_SIGN, this);
  }

  /** The nearest integer; by way of {@code double}, the only type that has the function. */
  Term rint() {
    Value wide = builder.convert(value, Type.DOUBLE);
    return term(builder.convert(term(wide).call(MathFunction.RINT).value, value.type()));
  }

  private Term call(MathFunction function) {
    return term(builder.elementary(likeOperation(function), value.type(), value));
  }

  private Term call(MathFunction function, Term other) {
    return term(builder.elementary(likeOperation(function), value.type(), value, other.value));
  }

  /** Derivatives of {@code StrictMath} functions are as reproducible as those. */
  private Operator likeOperation(MathFunction function) {
    boolean strict = operation.operator() instanceof MathCall call && call.strict();
    return new MathCall(function, strict);
  }

  private Term term(Value value) {
    return new Term(operation, seed, builder, value);
  }
}
