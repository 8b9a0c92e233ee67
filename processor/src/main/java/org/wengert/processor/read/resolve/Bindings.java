package org.wengert.processor.read.resolve;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pattern variables that a condition introduces when it is true, and when false (JLS 6.3.1).
 */
final class Bindings {
  private final IdentityHashMap<Tree, List<VariableTree>> whenTrue = new IdentityHashMap<>();
  private final IdentityHashMap<Tree, List<VariableTree>> whenFalse = new IdentityHashMap<>();

  List<VariableTree> whenTrue(ExpressionTree condition) {
    return whenTrue.getOrDefault(condition, List.of());
  }

  List<VariableTree> whenFalse(ExpressionTree condition) {
    return whenFalse.getOrDefault(condition, List.of());
  }

  void whenTrue(ExpressionTree tree, VariableTree variable) {
    whenTrue.put(tree, List.of(variable));
  }

  /** A tree introduces what another one does. */
  void same(ExpressionTree tree, ExpressionTree inner) {
    put(whenTrue, tree, whenTrue(inner));
    put(whenFalse, tree, whenFalse(inner));
  }

  /** A tree is true when another one is false. */
  void opposite(ExpressionTree tree, ExpressionTree inner) {
    put(whenTrue, tree, whenFalse(inner));
    put(whenFalse, tree, whenTrue(inner));
  }

  /** The variables of the left operand that are in scope in the right one. */
  List<VariableTree> visibleOnTheRight(BinaryTree tree) {
    return switch (tree.getKind()) {
      case CONDITIONAL_AND -> whenTrue(tree.getLeftOperand());
      case CONDITIONAL_OR -> whenFalse(tree.getLeftOperand());
      default -> List.of();
    };
  }

  /** What the operands of a binary operator introduce together. */
  void combined(BinaryTree tree) {
    ExpressionTree left = tree.getLeftOperand();
    ExpressionTree right = tree.getRightOperand();
    if (tree.getKind() == Tree.Kind.CONDITIONAL_AND) {
      put(whenTrue, tree, both(whenTrue(left), whenTrue(right)));
    } else if (tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
      put(whenFalse, tree, both(whenFalse(left), whenFalse(right)));
    }
  }

  private static List<VariableTree> both(List<VariableTree> a, List<VariableTree> b) {
    List<VariableTree> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  private static void put(
      Map<Tree, List<VariableTree>> map, Tree tree, List<VariableTree> variables) {
    if (!variables.isEmpty()) {
      map.put(tree, variables);
    }
  }
}
