package org.wengert.processor.read.resolve;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Name;

/**
 * Finds variables that are not known in an expression which is not looked at any further, since one
 * of its parts failed. What may be the name of a type, or is declared within, is left out.
 */
final class UnknownNames extends TreeScanner<Void, Void> {
  private final Names names;
  private final Tree failed;
  private final Findings findings;
  private final Set<Name> declared = new HashSet<>();
  private final List<UnresolvedException> found = new ArrayList<>();

  private UnknownNames(Names names, Tree failed, Findings findings) {
    this.names = names;
    this.failed = failed;
    this.findings = findings;
  }

  static List<UnresolvedException> beside(Tree failed, Tree whole, Names names, Findings findings) {
    UnknownNames scanner = new UnknownNames(names, failed, findings);
    scanner.scan(whole, null);
    return scanner.found;
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    try {
      if (tree != failed && !declared.contains(tree.getName())) {
        names.variable(tree);
      }
    } catch (UnresolvedException e) {
      found.add(e);
    }
    return null;
  }

  /** Not the type. */
  @Override
  public Void visitInstanceOf(InstanceOfTree tree, Void unused) {
    scan(tree.getExpression(), null);
    if (tree.getPattern() != null && !(tree.getPattern() instanceof BindingPatternTree)) {
      findings.namesAreUncertain();
      return null;
    }
    return scan(tree.getPattern(), null);
  }

  /** Of a class literal. */
  @Override
  public Void visitArrayType(ArrayTypeTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitBindingPattern(BindingPatternTree tree, Void unused) {
    declared.add(tree.getVariable().getName());
    return null;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    return tree.getExpression() instanceof IdentifierTree ? null : scan(tree.getExpression(), null);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    if (tree.getMethodSelect() instanceof MemberSelectTree select) {
      scan(select, null);
    }
    return scan(tree.getArguments(), null);
  }

  @Override
  public Void visitTypeCast(TypeCastTree tree, Void unused) {
    return scan(tree.getExpression(), null);
  }

  @Override
  public Void visitNewArray(NewArrayTree tree, Void unused) {
    scan(tree.getDimensions(), null);
    return scan(tree.getInitializers(), null);
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void unused) {
    return scan(tree.getArguments(), null);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    return null;
  }

  /** With labels that may be constants of an enum, and statements with variables of their own. */
  @Override
  public Void visitCase(CaseTree tree, Void unused) {
    return null;
  }
}
