package org.wengert.processor.tape;

/**
 * A call of a static method of {@code java.lang.Math} or {@code java.lang.StrictMath}. Operand
 * types are exactly the parameter types of the overload called.
 *
 * @param function which one
 * @param strict whether it is {@code StrictMath}'s
 */
public record MathCall(MathFunction function, boolean strict) implements Operator {
  public static MathCall of(MathFunction function) {
    return new MathCall(function, false);
  }

  @Override
  public boolean mayThrow(Type operandType) {
    return function.mayThrow(operandType);
  }
}
