package org.wengert.processor.read.resolve;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import javax.lang.model.element.Name;

/** Which statements can complete normally (JLS 14.22). Their expressions are already resolved. */
final class Completion {
  private final Findings findings;

  Completion(Findings findings) {
    this.findings = findings;
  }

  boolean canComplete(StatementTree tree) {
    return switch (tree.getKind()) {
      case BREAK, CONTINUE, RETURN, THROW, YIELD -> false;
      case BLOCK -> canComplete(((BlockTree) tree).getStatements());
      case LABELED_STATEMENT -> {
        LabeledStatementTree labeled = (LabeledStatementTree) tree;
        yield canComplete(labeled.getStatement())
            || isLeftByBreak(labeled.getStatement(), labeled.getLabel());
      }
      case IF -> {
        IfTree conditional = (IfTree) tree;
        yield conditional.getElseStatement() == null
            || canComplete(conditional.getThenStatement())
            || canComplete(conditional.getElseStatement());
      }
      case WHILE_LOOP -> !isTrue(((WhileLoopTree) tree).getCondition()) || isLeftByBreak(tree);
      case DO_WHILE_LOOP -> {
        DoWhileLoopTree loop = (DoWhileLoopTree) tree;
        // A continue makes the condition reachable too; taking it as reached can only be cautious.
        yield !isTrue(loop.getCondition()) || isLeftByBreak(tree);
      }
      case FOR_LOOP -> {
        ForLoopTree loop = (ForLoopTree) tree;
        yield loop.getCondition() != null && !isTrue(loop.getCondition()) || isLeftByBreak(tree);
      }
      case SYNCHRONIZED -> canComplete(((SynchronizedTree) tree).getBlock());
      case TRY -> canComplete((TryTree) tree);
      case SWITCH -> canComplete((SwitchTree) tree);
      default -> true;
    };
  }

  private boolean canComplete(List<? extends StatementTree> statements) {
    return statements.stream().allMatch(this::canComplete);
  }

  private boolean canComplete(TryTree tree) {
    if (tree.getFinallyBlock() != null && !canComplete(tree.getFinallyBlock())) {
      return false;
    }
    return canComplete(tree.getBlock())
        || tree.getCatches().stream().map(CatchTree::getBlock).anyMatch(this::canComplete);
  }

  private boolean canComplete(SwitchTree tree) {
    boolean hasDefault = tree.getCases().stream().anyMatch(c -> c.getExpressions().isEmpty());
    if (!hasDefault || isLeftByBreak(tree)) {
      return true;
    }
    CaseTree last = tree.getCases().get(tree.getCases().size() - 1);
    return last.getCaseKind() == CaseTree.CaseKind.STATEMENT
        ? canComplete(last.getStatements())
        : tree.getCases().stream().map(CaseTree::getBody).anyMatch(this::ruleCanComplete);
  }

  private boolean ruleCanComplete(Tree body) {
    return body instanceof ExpressionTree || canComplete((StatementTree) body);
  }

  private boolean isTrue(ExpressionTree condition) {
    return Boolean.TRUE.equals(findings.constantOf(condition));
  }

  /** Whether an unlabeled break leaves this loop or switch. */
  boolean isLeftByBreak(StatementTree tree) {
    return isLeftByBreak(tree, null);
  }

  private static boolean isLeftByBreak(StatementTree tree, Name label) {
    return Boolean.TRUE.equals(new Breaks(tree, label).scan(tree, null));
  }

  /** Looks for breaks that leave a statement, passing over those that leave something inside it. */
  private static final class Breaks extends TreeScanner<Boolean, Void> {
    private final StatementTree target;
    private final Name label;

    Breaks(StatementTree target, Name label) {
      this.target = target;
      this.label = label;
    }

    @Override
    public Boolean reduce(Boolean a, Boolean b) {
      return Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b);
    }

    @Override
    public Boolean visitBreak(BreakTree tree, Void unused) {
      return label == null
          ? tree.getLabel() == null
          : tree.getLabel() != null && tree.getLabel().contentEquals(label);
    }

    private boolean hides(Tree tree) {
      return label == null && tree != target;
    }

    @Override
    public Boolean visitWhileLoop(WhileLoopTree tree, Void unused) {
      return hides(tree) ? false : super.visitWhileLoop(tree, unused);
    }

    @Override
    public Boolean visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
      return hides(tree) ? false : super.visitDoWhileLoop(tree, unused);
    }

    @Override
    public Boolean visitForLoop(ForLoopTree tree, Void unused) {
      return hides(tree) ? false : super.visitForLoop(tree, unused);
    }

    @Override
    public Boolean visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
      return hides(tree) ? false : super.visitEnhancedForLoop(tree, unused);
    }

    @Override
    public Boolean visitSwitch(SwitchTree tree, Void unused) {
      return hides(tree) ? false : super.visitSwitch(tree, unused);
    }

    @Override
    public Boolean visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      return false;
    }

    @Override
    public Boolean visitClass(ClassTree tree, Void unused) {
      return false;
    }
  }
}
