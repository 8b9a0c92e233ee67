package org.wengert.processor.read;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Name;

/** Finds jumps that lead nowhere, which the parser lets pass. */
final class LostJumps extends Scan {
  /** What a jump may lead out of: a statement, its label if it has one. */
  private record Target(Tree statement, Name label) {
    boolean isLoop() {
      Tree inner = statement;
      while (inner instanceof LabeledStatementTree labeled) {
        inner = labeled.getStatement();
      }
      return switch (inner.getKind()) {
        case FOR_LOOP, ENHANCED_FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP -> true;
        default -> false;
      };
    }
  }

  private final List<StatementTree> found = new ArrayList<>();
  private Deque<Target> around = new ArrayDeque<>();

  private LostJumps() {}

  /** In the order of the source. */
  static List<StatementTree> in(Tree body) {
    LostJumps search = new LostJumps();
    search.scan(body, null);
    return search.found;
  }

  @Override
  public Void visitBreak(BreakTree tree, Void unused) {
    Name label = tree.getLabel();
    boolean leads =
        around.stream()
            .anyMatch(
                target -> label == null ? target.label() == null : label.equals(target.label()));
    return note(leads, tree);
  }

  @Override
  public Void visitContinue(ContinueTree tree, Void unused) {
    Name label = tree.getLabel();
    boolean leads =
        around.stream()
            .filter(Target::isLoop)
            .anyMatch(target -> label == null || label.equals(target.label()));
    return note(leads, tree);
  }

  private Void note(boolean leads, StatementTree jump) {
    if (!leads) {
      found.add(jump);
    }
    return null;
  }

  @Override
  public Void visitLabeledStatement(LabeledStatementTree tree, Void unused) {
    around.push(new Target(tree, tree.getLabel()));
    super.visitLabeledStatement(tree, null);
    around.pop();
    return null;
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Void unused) {
    return inside(tree, () -> super.visitForLoop(tree, null));
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
    return inside(tree, () -> super.visitEnhancedForLoop(tree, null));
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
    return inside(tree, () -> super.visitWhileLoop(tree, null));
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
    return inside(tree, () -> super.visitDoWhileLoop(tree, null));
  }

  @Override
  public Void visitSwitch(SwitchTree tree, Void unused) {
    return inside(tree, () -> super.visitSwitch(tree, null));
  }

  private Void inside(StatementTree tree, Runnable visit) {
    around.push(new Target(tree, null));
    visit.run();
    around.pop();
    return null;
  }

  /** No jump leads out of a switch expression. */
  @Override
  public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
    Deque<Target> outside = around;
    around = new ArrayDeque<>();
    super.visitSwitchExpression(tree, null);
    around = outside;
    return null;
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    return null; // rejected as a whole
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    return null; // rejected as a whole
  }
}
