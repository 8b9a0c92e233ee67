package org.wengert.processor.read.resolve;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** Which expressions and local variables are constant, and their values (JLS 15.29, 4.12.4). */
final class Constants {
  private final JavaTypes types;
  private final Findings findings;

  Constants(JavaTypes types, Findings findings) {
    this.types = types;
    this.findings = findings;
  }

  /** Records the value of an expression whose parts and type are known, if it is constant. */
  void expression(ExpressionTree tree, TypeMirror type) {
    Object value = value(tree);
    if (value != null) {
      record(tree, type, value);
    }
  }

  /** Records the value of a local variable, if it is a constant variable. */
  void local(VariableTree tree, TypeMirror type) {
    Object value = findings.constantOf(tree.getInitializer());
    if (value != null && tree.getModifiers().getFlags().contains(Modifier.FINAL)) {
      record(tree, type, value);
    }
  }

  private void record(Tree tree, TypeMirror type, Object value) {
    if (type.getKind().isPrimitive()) {
      Object converted = Folding.convert(value, type.getKind());
      if (converted != null) {
        findings.constant(tree, converted);
      }
    } else if (types.isString(type) && value instanceof String) {
      findings.constant(tree, value);
    }
  }

  private Object value(ExpressionTree tree) {
    if (tree instanceof LiteralTree literal) {
      return literal.getValue();
    } else if (tree instanceof ParenthesizedTree parenthesized) {
      return constant(parenthesized.getExpression());
    } else if (tree instanceof TypeCastTree cast) {
      return constant(cast.getExpression());
    } else if (tree instanceof UnaryTree unary) {
      Object operand = constant(unary.getExpression());
      return operand == null ? null : Folding.unary(tree.getKind(), operand);
    } else if (tree instanceof BinaryTree binary) {
      Object left = constant(binary.getLeftOperand());
      Object right = constant(binary.getRightOperand());
      return left == null || right == null ? null : Folding.binary(tree.getKind(), left, right);
    } else if (tree instanceof ConditionalExpressionTree conditional) {
      return chosen(conditional);
    }
    return null;
  }

  private Object chosen(ConditionalExpressionTree tree) {
    Object condition = constant(tree.getCondition());
    Object yes = constant(tree.getTrueExpression());
    Object no = constant(tree.getFalseExpression());
    if (yes == null || no == null || !(condition instanceof Boolean chosen)) {
      return null;
    }
    return chosen ? yes : no;
  }

  private Object constant(ExpressionTree tree) {
    return findings.constantOf(tree);
  }
}
