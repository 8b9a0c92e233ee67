package org.wengert.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.util.ArrayDeque;
import java.util.Deque;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Lowers the operators of two operands that evaluate both. */
final class BinaryReader {
  private final Lowering lowering;

  BinaryReader(Lowering lowering) {
    this.lowering = lowering;
  }

  /** Walks down the left operands by a loop, as sums of thousands of terms lean to the left. */
  Value read(BinaryTree tree, String name) throws ProblemException {
    Deque<BinaryTree> spine = new ArrayDeque<>();
    ExpressionTree leftmost = tree;
    while (leftmost instanceof BinaryTree binary && operator(binary.getKind()) != null) {
      spine.push(binary);
      leftmost = binary.getLeftOperand();
    }
    Location start = lowering.frame().file().locate(leftmost);
    Value left = null;
    while (!spine.isEmpty()) {
      BinaryTree node = spine.pop();
      Arithmetic operator = operator(node.getKind());
      ExpressionTree rightTree = node.getRightOperand();
      Type leftType = left == null ? typeOf(leftmost) : left.type();
      Type type = operandType(operator, leftType, typeOf(rightTree), node);
      left =
          left == null
              ? lowering.expressions().read(leftmost, type, "")
              : lowering.conversions().convert(left, type, "", node);
      Value right = lowering.expressions().read(rightTree, isShift(operator) ? Type.INT : type, "");
      int end = lowering.frame().file().locate(rightTree).end();
      Type resultType = operator.isComparison() ? Type.BOOLEAN : type;
      left =
          lowering
              .at(new Location(start.line(), start.start(), end), node)
              .elementary(
                  Lowering.value(resultType, spine.isEmpty() ? name : ""), operator, left, right);
    }
    return left;
  }

  /** The operand's type; null for null. */
  private Type typeOf(ExpressionTree tree) throws ProblemException {
    ExpressionTree operand = ExpressionReader.withoutParentheses(tree);
    return operand.getKind() == Tree.Kind.NULL_LITERAL ? null : lowering.typeOf(operand);
  }

  /** The type that the operands are converted to; a shift's left operand alone. */
  private Type operandType(Arithmetic operator, Type left, Type right, Tree at)
      throws ProblemException {
    if (isRecord(left) || isRecord(right)) {
      throw lowering.problem(Message.RECORD_COMPARED, at);
    }
    if (isNumeric(left) && isNumeric(right)) {
      return isShift(operator) ? left : Conversions.promoted(left, right);
    }
    if (Type.BOOLEAN.equals(left) && Type.BOOLEAN.equals(right)) {
      return left;
    }
    boolean identity = operator == Arithmetic.EQ || operator == Arithmetic.NE;
    Type reference = left == null ? right : left;
    if (identity && reference != null && (right == null || reference.equals(right))) {
      return reference;
    }
    throw lowering.problem(Message.MISMATCHED_OPERANDS, at, operator.symbol(), left, right);
  }

  private boolean isRecord(Type type) {
    return type != null && lowering.records().isRecord(type);
  }

  private static boolean isNumeric(Type type) {
    return type != null && Conversions.isNumeric(type);
  }

  /** {@code old operator right}, in the type of {@code old}, as a compound assignment has it. */
  Value compound(Value old, Tree.Kind kind, ExpressionTree right, String name, Tree at)
      throws ProblemException {
    Arithmetic operator = operator(kind);
    Type type = operandType(operator, old.type(), typeOf(right), at);
    Value left = lowering.conversions().convert(old, type, "", at);
    Value operand = lowering.expressions().read(right, isShift(operator) ? Type.INT : type, "");
    String own = type.equals(old.type()) ? name : "";
    Value result = lowering.at(at).elementary(Lowering.value(type, own), operator, left, operand);
    return lowering.conversions().convert(result, old.type(), name, at);
  }

  /** A shift uses the low bits of its distance only, which narrowing to {@code int} keeps. */
  private static boolean isShift(Arithmetic operator) {
    return operator == Arithmetic.SHL || operator == Arithmetic.SHR || operator == Arithmetic.USHR;
  }

  private static Arithmetic operator(Tree.Kind kind) {
    return switch (kind) {
      case PLUS, PLUS_ASSIGNMENT -> Arithmetic.ADD;
      case MINUS, MINUS_ASSIGNMENT -> Arithmetic.SUB;
      case MULTIPLY, MULTIPLY_ASSIGNMENT -> Arithmetic.MUL;
      case DIVIDE, DIVIDE_ASSIGNMENT -> Arithmetic.DIV;
      case REMAINDER, REMAINDER_ASSIGNMENT -> Arithmetic.REM;
      case AND, AND_ASSIGNMENT -> Arithmetic.AND;
      case OR, OR_ASSIGNMENT -> Arithmetic.OR;
      case XOR, XOR_ASSIGNMENT -> Arithmetic.XOR;
      case LEFT_SHIFT, LEFT_SHIFT_ASSIGNMENT -> Arithmetic.SHL;
      case RIGHT_SHIFT, RIGHT_SHIFT_ASSIGNMENT -> Arithmetic.SHR;
      case UNSIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> Arithmetic.USHR;
      case LESS_THAN -> Arithmetic.LT;
      case LESS_THAN_EQUAL -> Arithmetic.LE;
      case GREATER_THAN -> Arithmetic.GT;
      case GREATER_THAN_EQUAL -> Arithmetic.GE;
      case EQUAL_TO -> Arithmetic.EQ;
      case NOT_EQUAL_TO -> Arithmetic.NE;
      default -> null;
    };
  }
}
