package org.wengert.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Name;

/**
 * The cases of a switch in chains: control can fall from each case of a chain into the next one,
 * but never from chain to chain.
 */
final class Cases {
  /**
   * Statements with all the labels in front of them.
   *
   * @param labels the constants
   * @param isDefault whether control also gets here where no constant fits
   * @param body an expression, after the arrow of a switch expression; null elsewhere
   * @param tree the last of the cases
   */
  record Group(
      List<ExpressionTree> labels,
      boolean isDefault,
      List<StatementTree> statements,
      ExpressionTree body,
      Tree tree) {}

  private Cases() {}

  /**
   * @param own the labels of the switch itself; breaks at the end of a case that refer to it are
   *     left out
   */
  static List<List<Group>> chains(List<? extends CaseTree> cases, Set<Name> own) {
    List<List<Group>> chains = new ArrayList<>();
    List<Group> chain = new ArrayList<>();
    List<ExpressionTree> labels = new ArrayList<>();
    boolean isDefault = false;
    for (int i = 0; i < cases.size(); i++) {
      CaseTree tree = cases.get(i);
      labels.addAll(tree.getExpressions());
      isDefault |= tree.getExpressions().isEmpty();
      List<StatementTree> statements = statements(tree);
      boolean isRule = tree.getCaseKind() == CaseTree.CaseKind.RULE;
      boolean isLast = i == cases.size() - 1;
      if (statements.isEmpty() && !isRule && !isLast) {
        continue;
      }
      boolean falls = !isRule && !isLast && completes(statements);
      chain.add(
          new Group(
              List.copyOf(labels), isDefault, withoutBreak(statements, own), body(tree), tree));
      labels.clear();
      isDefault = false;
      if (!falls) {
        chains.add(List.copyOf(chain));
        chain.clear();
      }
    }
    return chains;
  }

  private static ExpressionTree body(CaseTree tree) {
    return tree.getBody() instanceof ExpressionTree expression ? expression : null;
  }

  private static List<StatementTree> statements(CaseTree tree) {
    if (tree.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
      return List.copyOf(tree.getStatements());
    }
    return tree.getBody() instanceof StatementTree statement ? List.of(statement) : List.of();
  }

  /** False only where control certainly never reaches the end. */
  private static boolean completes(List<? extends StatementTree> statements) {
    return statements.isEmpty() || completes(statements.get(statements.size() - 1));
  }

  private static boolean completes(StatementTree statement) {
    if (statement instanceof BlockTree block) {
      return completes(block.getStatements());
    }
    if (statement instanceof IfTree choice) {
      return choice.getElseStatement() == null
          || completes(choice.getThenStatement())
          || completes(choice.getElseStatement());
    }
    return switch (statement.getKind()) {
      case BREAK, CONTINUE, RETURN, THROW, YIELD -> false;
      default -> true;
    };
  }

  private static List<StatementTree> withoutBreak(List<StatementTree> statements, Set<Name> own) {
    if (statements.isEmpty()) {
      return statements;
    }
    List<StatementTree> shorter = new ArrayList<>(statements);
    StatementTree last = shorter.remove(shorter.size() - 1);
    if (last instanceof BlockTree block) {
      shorter.addAll(withoutBreak(List.copyOf(block.getStatements()), own));
      return shorter;
    }
    boolean ends =
        last instanceof BreakTree jump
            && (jump.getLabel() == null || own.contains(jump.getLabel()));
    return ends ? shorter : statements;
  }
}
