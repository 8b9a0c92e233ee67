package org.wengert.processor.read.resolve;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The labels of a case, some of which Java 17's trees have no methods for. */
final class CaseLabels {
  private static final Set<String> PLAIN = Set.of("CONSTANT_CASE_LABEL", "DEFAULT_CASE_LABEL");

  private CaseLabels() {}

  /** Patterns and guards are newer than Java 17: without this they would pass unseen. */
  static void requireConstants(CaseTree tree) throws UnresolvedException {
    List<Tree> parts = new ArrayList<>();
    tree.accept(
        new TreeScanner<Void, Void>() {
          @Override
          public Void scan(Tree part, Void unused) {
            if (part != null) {
              parts.add(part);
            }
            return null;
          }
        },
        null);
    for (Tree part : parts) {
      boolean plain =
          part instanceof StatementTree
              || part == tree.getBody()
              || part instanceof ExpressionTree && tree.getExpressions().contains(part)
              || PLAIN.contains(part.getKind().name());
      if (!plain) {
        throw new UnresolvedException(part, "this kind of case is not supported");
      }
    }
  }
}
