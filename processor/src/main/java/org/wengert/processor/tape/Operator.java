package org.wengert.processor.tape;

/** What an elementary operation computes: an operator of Java or a function of {@code Math}. */
public sealed interface Operator permits Arithmetic, MathCall {
  /** Whether evaluation may end in an exception for some operands of the given type. */
  boolean mayThrow(Type operandType);
}
