package org.wengert.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.Problem;
import org.wengert.processor.source.SourceFile;

/** Which loops of a method are to be checkpointed, as {@code @Checkpointed} says. */
final class CheckpointRequests extends Scan {
  private static final String ANNOTATION = "Checkpointed";
  private static final int DEFAULT_MEGABYTES = 16;

  private final SourceFile file;
  private final Map<Tree, Integer> megabytes = new IdentityHashMap<>();
  private final Set<VariableTree> headers = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private int ofMethod;
  private int depth;
  private boolean hasLoop;

  private CheckpointRequests(SourceFile file) {
    this.file = file;
  }

  static CheckpointRequests of(SourceFile file, MethodTree method) {
    CheckpointRequests requests = new CheckpointRequests(file);
    requests.ofMethod = requests.asked(method.getModifiers());
    requests.scan(method.getBody(), null);
    if (!requests.hasLoop) {
      annotation(method.getModifiers())
          .ifPresent(
              ours -> requests.reject(Message.CHECKPOINTS_WITHOUT_LOOP, ours, method.getName()));
    }
    return requests;
  }

  /** What is wrong with them. */
  List<Problem> problems() {
    return problems;
  }

  /** Of how many megabytes the checkpoints of a loop are to be; 0 where there are to be none. */
  int megabytes(Tree loop) {
    return megabytes.getOrDefault(loop, 0);
  }

  private void reject(Message message, Tree at, Object... arguments) {
    problems.add(Problem.of(message, file.locate(at), arguments));
  }

  /** 0 where it is not asked for. */
  private int asked(ModifiersTree modifiers) {
    return annotation(modifiers).map(this::asked).orElse(0);
  }

  private int asked(AnnotationTree annotation) {
    int asked = DEFAULT_MEGABYTES;
    for (ExpressionTree argument : annotation.getArguments()) {
      asked = megabytesIn(argument);
    }
    return asked;
  }

  private static Optional<? extends AnnotationTree> annotation(ModifiersTree modifiers) {
    return modifiers.getAnnotations().stream()
        .filter(annotation -> isOurs(annotation.getAnnotationType()))
        .findFirst();
  }

  private static boolean isOurs(Tree annotation) {
    return annotation instanceof IdentifierTree identifier
            && identifier.getName().contentEquals(ANNOTATION)
        || annotation instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals(ANNOTATION);
  }

  private int megabytesIn(ExpressionTree argument) {
    if (argument instanceof AssignmentTree assignment
        && assignment.getExpression() instanceof LiteralTree literal
        && literal.getValue() instanceof Integer number
        && number > 0) {
      return number;
    }
    reject(
        Message.CHECKPOINTS_MEGABYTES,
        argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument);
    return DEFAULT_MEGABYTES;
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Void unused) {
    for (StatementTree start : tree.getInitializer()) {
      if (start instanceof VariableTree variable) {
        header(tree, variable);
      }
    }
    return inside(tree, () -> super.visitForLoop(tree, null));
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
    header(tree, tree.getVariable());
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

  private void header(Tree loop, VariableTree variable) {
    headers.add(variable);
    int asked = asked(variable.getModifiers());
    if (asked > 0) {
      megabytes.put(loop, asked);
    }
  }

  private Void inside(Tree loop, Runnable scan) {
    hasLoop = true;
    if (depth == 0 && ofMethod > 0) {
      megabytes.putIfAbsent(loop, ofMethod);
    }
    depth++;
    scan.run();
    depth--;
    return null;
  }

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    if (!headers.contains(tree)) {
      annotation(tree.getModifiers())
          .ifPresent(ours -> reject(Message.CHECKPOINTS_ELSEWHERE, ours));
    }
    return super.visitVariable(tree, null);
  }
}
