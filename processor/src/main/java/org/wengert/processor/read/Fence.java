package org.wengert.processor.read;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Name;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.Problem;
import org.wengert.processor.source.SourceFile;
import org.wengert.processor.tape.Location;

/**
 * Finds all syntax in a method that has no place on a tape, before anything is lowered. What is
 * inside such syntax is looked at only where it would remain after the construct is removed.
 */
final class Fence extends Scan {
  private final SourceFile file;
  private final Set<Name> records;
  private final boolean ofRecord;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Tree> trees = Collections.newSetFromMap(new IdentityHashMap<>());

  private Fence(SourceFile file, Set<Name> records, boolean ofRecord) {
    this.file = file;
    this.records = records;
    this.ofRecord = ofRecord;
  }

  /**
   * Looks through a method.
   *
   * @param records the simple names of the records of the file
   * @param ofRecord whether this is a constructor of a record, or a method called on one
   */
  static Fence around(SourceFile file, MethodTree method, Set<Name> records, boolean ofRecord) {
    Fence fence = new Fence(file, records, ofRecord);
    fence.scan(method.getBody(), null);
    LostJumps.in(method.getBody()).forEach(jump -> fence.reject(Message.JUMP_TO_NOWHERE, jump));
    fence.problems.sort(Comparator.comparing(problem -> problem.at().start()));
    return fence;
  }

  /** In the order of the source. */
  List<Problem> problems() {
    return problems;
  }

  /** Whether this is what a problem is about, or a variable that goes with it. */
  boolean rejects(Tree tree) {
    return trees.contains(tree);
  }

  /** Whether a location is inside of what a problem is about. */
  boolean covers(Location location) {
    return problems.stream()
        .map(Problem::at)
        .anyMatch(at -> at.start() <= location.start() && location.end() <= at.end());
  }

  private Void reject(Message message, Tree tree) {
    problems.add(Problem.of(message, file.locate(tree)));
    trees.add(tree);
    return null;
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    return reject(Message.LAMBDA, tree);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    return reject(Message.METHOD_REFERENCE, tree);
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    boolean isRecord = tree.getKind() == Tree.Kind.RECORD;
    return reject(isRecord ? Message.LOCAL_RECORD : Message.LOCAL_CLASS, tree);
  }

  @Override
  public Void visitTry(TryTree tree, Void unused) {
    reject(Message.TRY, tree);
    return super.visitTry(tree, null);
  }

  @Override
  public Void visitSynchronized(SynchronizedTree tree, Void unused) {
    reject(Message.SYNCHRONIZED, tree);
    return scan(tree.getBlock(), null);
  }

  /** With the variable that it declares, if any. */
  @Override
  public Void visitInstanceOf(InstanceOfTree tree, Void unused) {
    if (tree.getPattern() instanceof BindingPatternTree pattern) {
      trees.add(pattern.getVariable());
    }
    return reject(Message.INSTANCE_OF, tree);
  }

  @Override
  public Void visitThrow(ThrowTree tree, Void unused) {
    ExpressionTree thrown = ExpressionReader.withoutParentheses(tree.getExpression());
    if (thrown instanceof NewClassTree creation
        && creation.getClassBody() == null
        && creation.getEnclosingExpression() == null) {
      return scan(creation.getArguments(), null);
    }
    return reject(Message.THROWN_VARIABLE, tree);
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void unused) {
    if (tree.getClassBody() != null) {
      return reject(Message.ANONYMOUS_CLASS, tree);
    }
    if (tree.getEnclosingExpression() != null || !records.contains(simpleName(tree))) {
      return reject(Message.NEW_OBJECT, tree);
    }
    return scan(tree.getArguments(), null);
  }

  private static Name simpleName(NewClassTree tree) {
    Tree type = tree.getIdentifier();
    if (type instanceof ParameterizedTypeTree parameterized) {
      type = parameterized.getType();
    }
    if (type instanceof MemberSelectTree select) {
      return select.getIdentifier();
    }
    return type instanceof IdentifierTree identifier ? identifier.getName() : null;
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    boolean self =
        tree.getName().contentEquals("this") && !ofRecord || tree.getName().contentEquals("super");
    return self ? reject(Message.THIS, tree) : null;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    return tree.getIdentifier().contentEquals("class")
        ? reject(Message.CLASS_LITERAL, tree)
        : super.visitMemberSelect(tree, null);
  }
}
