package org.wengert.processor.emit;

import com.palantir.javapoet.CodeBlock;

/**
 * A Java expression and how tightly it binds.
 *
 * @param precedence that of the outermost operator
 */
record Expression(CodeBlock code, int precedence) {
  static final int CONDITIONAL = 2;
  static final int OR_ELSE = 3;
  static final int AND_THEN = 4;
  static final int OR = 5;
  static final int XOR = 6;
  static final int AND = 7;
  static final int EQUALITY = 8;
  static final int RELATION = 9;
  static final int SHIFT = 10;
  static final int ADDITIVE = 11;
  static final int MULTIPLICATIVE = 12;

  /** Also casts and {@code new}, which a dot or an index must not follow. */
  static final int UNARY = 14;

  static final int PRIMARY = 16;

  static Expression primary(String format, Object... arguments) {
    return new Expression(CodeBlock.of(format, arguments), PRIMARY);
  }

  /** The code for a place where operators that bind looser than this need parentheses. */
  CodeBlock within(int outer) {
    return precedence < outer ? CodeBlock.of("($L)", code) : code;
  }

  /** {@code left symbol right} for an operator that groups to the left. */
  static Expression binary(Expression left, String symbol, Expression right, int precedence) {
    return new Expression(
        CodeBlock.of("$L $L $L", left.within(precedence), symbol, right.within(precedence + 1)),
        precedence);
  }
}
