package org.wengert.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.Deque;

/** A scanner of trees that walks long sums by a loop. */
abstract class Scan extends TreeScanner<Void, Void> {
  @Override
  public Void visitBinary(BinaryTree tree, Void unused) {
    Deque<Tree> rights = new ArrayDeque<>();
    ExpressionTree left = tree;
    while (left instanceof BinaryTree binary) {
      rights.push(binary.getRightOperand());
      left = binary.getLeftOperand();
    }
    scan(left, null);
    rights.forEach(right -> scan(right, null));
    return null;
  }
}
