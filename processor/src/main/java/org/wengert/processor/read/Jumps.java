package org.wengert.processor.read;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.WhileLoopTree;

/**
 * How control can leave the body of a loop.
 *
 * @param breaks whether a {@code break} ends the loop
 * @param continues whether a {@code continue} ends a round of it
 * @param returns whether a {@code return} ends the method from within
 */
record Jumps(boolean breaks, boolean continues, boolean returns) {
  static Jumps outOf(StatementTree body) {
    Finder finder = new Finder();
    finder.scan(body, null);
    return new Jumps(finder.breaks, finder.continues, finder.returns);
  }

  /** Whether any of them prevents the next round. */
  boolean leave() {
    return breaks || returns;
  }

  private static final class Finder extends Scan {
    private boolean breaks;
    private boolean continues;
    private boolean returns;
    private int depth;

    @Override
    public Void visitBreak(BreakTree tree, Void unused) {
      breaks |= depth == 0;
      return null;
    }

    @Override
    public Void visitContinue(ContinueTree tree, Void unused) {
      continues |= depth == 0;
      return null;
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void unused) {
      returns = true;
      return null;
    }

    @Override
    public Void visitForLoop(ForLoopTree tree, Void unused) {
      return inner(tree.getStatement());
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
      return inner(tree.getStatement());
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
      return inner(tree.getStatement());
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
      return inner(tree.getStatement());
    }

    private Void inner(StatementTree body) {
      depth++;
      scan(body, null);
      depth--;
      return null;
    }
  }
}
