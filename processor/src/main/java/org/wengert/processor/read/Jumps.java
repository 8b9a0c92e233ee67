package org.wengert.processor.read;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Name;

/**
 * How control can leave statements by jumps.
 *
 * @param breaks whether a {@code break} ends the statement they are the body of
 * @param continues whether a {@code continue} ends a round of it
 * @param outwards the jumps to labels further out
 * @param yields whether a {@code yield} ends a switch expression from within
 * @param returns whether a {@code return} ends the method from within
 */
record Jumps(
    boolean breaks,
    boolean continues,
    List<StatementTree> outwards,
    boolean yields,
    boolean returns) {

  /** Those out of the body of a loop or the cases of a switch, which may have labels. */
  static Jumps outOf(List<? extends Tree> body, Set<Name> labels) {
    return outOf(body, labels, 0);
  }

  /** Those out of any other statement; only jumps to its labels are its own. */
  static Jumps outOfLabeled(StatementTree statement, Set<Name> labels) {
    return outOf(List.of(statement), labels, 1);
  }

  private static Jumps outOf(List<? extends Tree> body, Set<Name> labels, int depth) {
    Finder finder = new Finder(labels, depth);
    finder.scan(body, null);
    return new Jumps(
        finder.breaks,
        finder.continues,
        List.copyOf(finder.outwards),
        finder.yields,
        finder.returns);
  }

  /** Of the jumps to labels further out only these. */
  Jumps only(Predicate<Tree> leading) {
    List<StatementTree> some = outwards.stream().filter(leading).toList();
    return new Jumps(breaks, continues, some, yields, returns);
  }

  /** Whether any of them prevents the next round. */
  boolean leave() {
    return breaks || !outwards.isEmpty() || yields || returns;
  }

  private static final class Finder extends Scan {
    private final Set<Name> own;
    private final Set<Name> inner = new HashSet<>();
    private final List<StatementTree> outwards = new ArrayList<>();
    private boolean breaks;
    private boolean continues;
    private boolean yields;
    private boolean returns;
    private int loops;
    private int switches;

    Finder(Set<Name> own, int depth) {
      this.own = own;
      loops = depth;
    }

    /** No jump leaves an expression. */
    @Override
    public Void scan(Tree tree, Void unused) {
      return tree instanceof ExpressionTree ? null : super.scan(tree, null);
    }

    @Override
    public Void visitBreak(BreakTree tree, Void unused) {
      breaks |= tree.getLabel() == null ? loops + switches == 0 : isOwn(tree.getLabel(), tree);
      return null;
    }

    @Override
    public Void visitContinue(ContinueTree tree, Void unused) {
      continues |= tree.getLabel() == null ? loops == 0 : isOwn(tree.getLabel(), tree);
      return null;
    }

    private boolean isOwn(Name label, StatementTree jump) {
      if (!own.contains(label) && !inner.contains(label)) {
        outwards.add(jump);
      }
      return own.contains(label);
    }

    @Override
    public Void visitYield(YieldTree tree, Void unused) {
      yields = true;
      return null;
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void unused) {
      returns = true;
      return null;
    }

    @Override
    public Void visitLabeledStatement(LabeledStatementTree tree, Void unused) {
      inner.add(tree.getLabel());
      super.visitLabeledStatement(tree, null);
      inner.remove(tree.getLabel());
      return null;
    }

    @Override
    public Void visitSwitch(SwitchTree tree, Void unused) {
      switches++;
      scan(tree.getCases(), null);
      switches--;
      return null;
    }

    @Override
    public Void visitForLoop(ForLoopTree tree, Void unused) {
      return loop(tree.getStatement());
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
      return loop(tree.getStatement());
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
      return loop(tree.getStatement());
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
      return loop(tree.getStatement());
    }

    private Void loop(StatementTree body) {
      loops++;
      scan(body, null);
      loops--;
      return null;
    }
  }
}
