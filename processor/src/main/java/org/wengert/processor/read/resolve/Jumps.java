package org.wengert.processor.read.resolve;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.lang.model.element.Name;

/** Looks for the jumps inside a statement that belong to that statement (JLS 14.15, 14.16). */
final class Jumps extends TreeScanner<Boolean, Void> {
  private final StatementTree target;
  private final Set<Name> labels;
  private final Tree.Kind wanted;

  /** The loops and switches around the current statement, the target included. */
  private final Deque<Tree> around = new ArrayDeque<>();

  private Jumps(StatementTree target, Set<Name> labels, Tree.Kind wanted) {
    this.target = target;
    this.labels = labels;
    this.wanted = wanted;
  }

  /** Whether a break leaves a statement that has these labels. */
  static boolean breaks(StatementTree target, Set<Name> labels) {
    return new Jumps(target, labels, Tree.Kind.BREAK).scan(target, null);
  }

  /** Whether a continue leads to the next pass of a loop that has these labels. */
  static boolean continues(StatementTree target, Set<Name> labels) {
    return new Jumps(target, labels, Tree.Kind.CONTINUE).scan(target, null);
  }

  /** No jump leaves an expression, nor a class. */
  @Override
  public Boolean scan(Tree tree, Void unused) {
    if (tree instanceof ExpressionTree || tree instanceof ClassTree) {
      return false;
    }
    boolean entered = isLoop(tree) || tree instanceof SwitchTree;
    if (entered) {
      around.push(tree);
    }
    boolean found = Boolean.TRUE.equals(super.scan(tree, unused));
    if (entered) {
      around.pop();
    }
    return found;
  }

  @Override
  public Boolean reduce(Boolean a, Boolean b) {
    return Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b);
  }

  @Override
  public Boolean visitBreak(BreakTree tree, Void unused) {
    return wanted == Tree.Kind.BREAK
        && (tree.getLabel() == null ? around.peek() == target : labels.contains(tree.getLabel()));
  }

  @Override
  public Boolean visitContinue(ContinueTree tree, Void unused) {
    return wanted == Tree.Kind.CONTINUE
        && (tree.getLabel() == null ? innermostLoop() == target : labels.contains(tree.getLabel()));
  }

  private Tree innermostLoop() {
    return around.stream().filter(Jumps::isLoop).findFirst().orElse(null);
  }

  private static boolean isLoop(Tree tree) {
    return tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree
        || tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree;
  }
}
