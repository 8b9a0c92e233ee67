package org.wengert.processor.read.resolve;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Name;

/** Which statements can complete normally (JLS 14.22). Their expressions are already resolved. */
final class Completion {
  private final Findings findings;

  Completion(Findings findings) {
    this.findings = findings;
  }

  boolean canComplete(StatementTree tree) {
    return canComplete(tree, Set.of());
  }

  private boolean canComplete(StatementTree tree, Set<Name> labels) {
    return switch (tree.getKind()) {
      case BREAK, CONTINUE, RETURN, THROW, YIELD -> false;
      case BLOCK -> canComplete(((BlockTree) tree).getStatements());
      case LABELED_STATEMENT -> canComplete((LabeledStatementTree) tree, labels);
      case IF -> {
        IfTree conditional = (IfTree) tree;
        yield conditional.getElseStatement() == null
            || canComplete(conditional.getThenStatement())
            || canComplete(conditional.getElseStatement());
      }
      case WHILE_LOOP ->
          !isTrue(((WhileLoopTree) tree).getCondition()) || Jumps.breaks(tree, labels);
      case DO_WHILE_LOOP -> {
        DoWhileLoopTree loop = (DoWhileLoopTree) tree;
        boolean tested = canComplete(loop.getStatement()) || Jumps.continues(tree, labels);
        yield tested && !isTrue(loop.getCondition()) || Jumps.breaks(tree, labels);
      }
      case FOR_LOOP -> {
        ExpressionTree condition = ((ForLoopTree) tree).getCondition();
        yield condition != null && !isTrue(condition) || Jumps.breaks(tree, labels);
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

  private boolean canComplete(LabeledStatementTree tree, Set<Name> outer) {
    Set<Name> labels = new HashSet<>(outer);
    labels.add(tree.getLabel());
    return canComplete(tree.getStatement(), labels)
        || Jumps.breaks(tree.getStatement(), Set.of(tree.getLabel()));
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
    if (!hasDefault || Jumps.breaks(tree, Set.of())) {
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
}
