package org.wengert.processor.tape;

/**
 * Java's operators. Both operands of a binary operator have the same type, conversions being
 * explicit (except shifts, whose distance may be {@code int}); evaluation is strict, so AND and OR
 * are Java's {@code &} and {@code |}.
 */
public enum Arithmetic implements Operator {
  ADD("+"),
  SUB("-"),
  MUL("*"),
  DIV("/"),
  REM("%"),
  NEG("-"),
  LT("<"),
  LE("<="),
  GT(">"),
  GE(">="),
  EQ("=="),
  NE("!="),
  NOT("!"),
  AND("&"),
  OR("|"),
  XOR("^"),
  COMPLEMENT("~"),
  SHL("<<"),
  SHR(">>"),
  USHR(">>>"),
  TO_INT("(int)"),
  TO_LONG("(long)"),
  TO_FLOAT("(float)"),
  TO_DOUBLE("(double)"),
  /** The low bits of an {@code int}, as a {@code byte} would hold them; again an {@code int}. */
  TO_BYTE("(byte)"),
  TO_SHORT("(short)"),
  TO_CHAR("(char)"),
  /** An {@code int} that fits passed as a {@code byte}. */
  AS_BYTE("(byte)"),
  AS_SHORT("(short)"),
  AS_CHAR("(char)"),
  /** {@code operand0 ? operand1 : operand2}, both alternatives already evaluated. */
  SELECT("?:"),
  /**
   * {@code operand0 * operand1}, but zero wherever {@code operand0} is, beside an infinity, too:
   * how a structural zero takes a factor. Only between two differentiations; see {@code
   * Absorption}.
   */
  ABSORB("*");

  private final String symbol;

  Arithmetic(String symbol) {
    this.symbol = symbol;
  }

  /** Java's spelling. */
  public String symbol() {
    return symbol;
  }

  /** Whether the result is a {@code boolean} whatever the operands' type. */
  public boolean isComparison() {
    return compareTo(LT) >= 0 && compareTo(NE) <= 0;
  }

  public boolean isConversion() {
    return compareTo(TO_INT) >= 0 && compareTo(TO_DOUBLE) <= 0;
  }

  /** Whether the result is what a smaller type keeps of an {@code int}. */
  public boolean isNarrowing() {
    return this == TO_BYTE || this == TO_SHORT || this == TO_CHAR;
  }

  /** Whether the result has a type that is smaller than {@code int}. */
  public boolean isPassing() {
    return this == AS_BYTE || this == AS_SHORT || this == AS_CHAR;
  }

  @Override
  public boolean mayThrow(Type operandType) {
    return (this == DIV || this == REM) && !operandType.isFloating();
  }
}
