package org.wengert.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the locals that a piece of a method assigns to. */
final class Assigned extends Scan {
  private final Frame frame;
  private final Set<Variable> variables = new LinkedHashSet<>();

  private Assigned(Frame frame) {
    this.frame = frame;
  }

  /**
   * The variables, in the order of the source, that are assigned in these trees and have been
   * declared before them.
   */
  static Set<Variable> in(Iterable<? extends Tree> trees, Frame frame) {
    Assigned search = new Assigned(frame);
    search.scan(trees, null);
    return search.variables;
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void unused) {
    note(tree.getVariable());
    return super.visitAssignment(tree, null);
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
    note(tree.getVariable());
    return super.visitCompoundAssignment(tree, null);
  }

  @Override
  public Void visitUnary(UnaryTree tree, Void unused) {
    switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          note(tree.getExpression());
      default -> {
        // Reads its operand only.
      }
    }
    return super.visitUnary(tree, null);
  }

  private void note(ExpressionTree target) {
    if (ExpressionReader.withoutParentheses(target) instanceof IdentifierTree identifier) {
      Variable variable = frame.variable(identifier);
      if (variable != null) {
        variables.add(variable);
      }
    }
  }
}
