package org.wengert.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.UnaryTree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.read.resolve.Resolution;

/** What methods of this file do to arrays, as far as their text tells. */
final class Effects {
  private final Methods methods;
  private final Set<ExecutableElement> seen = new HashSet<>();

  private Effects(Methods methods) {
    this.methods = methods;
  }

  /** Whether a method, and all that it calls, surely store no floating-point number or row. */
  static boolean readsOnly(ExecutableElement method, Methods methods) {
    return new Effects(methods).readsOnly(method);
  }

  private boolean readsOnly(ExecutableElement method) {
    if (!seen.add(method)) {
      return true; // the answer was taken into account where it was found
    }
    Optional<MethodTree> declaration = methods.declaration(method);
    if (declaration.isEmpty() || declaration.get().getBody() == null) {
      return false;
    }
    try {
      Body body = methods.resolve(method, declaration.get());
      if (!body.problems().isEmpty()) {
        return false;
      }
      Stores stores = new Stores(body.resolution());
      stores.scan(declaration.get().getBody(), null);
      return !stores.found;
    } catch (ProblemException notRead) {
      return false;
    }
  }

  private final class Stores extends Scan {
    private final Resolution resolution;
    private boolean found;

    Stores(Resolution resolution) {
      this.resolution = resolution;
    }

    private void assigned(ExpressionTree target) {
      ExpressionTree inner = ExpressionReader.withoutParentheses(target);
      found |= inner instanceof ArrayAccessTree && holdsNumbers(resolution.typeOf(inner));
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      assigned(tree.getVariable());
      return super.visitAssignment(tree, null);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
      assigned(tree.getVariable());
      return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void unused) {
      switch (tree.getKind()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
            assigned(tree.getExpression());
        default -> {}
      }
      return super.visitUnary(tree, null);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
      found |= handsOn(tree.getArguments());
      return super.visitNewClass(tree, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      found |=
          resolution.elementOf(tree) instanceof ExecutableElement method && isOfFile(method)
              ? !readsOnly(method)
              : handsOn(tree.getArguments());
      return super.visitMethodInvocation(tree, null);
    }

    private boolean isOfFile(ExecutableElement method) {
      return methods.declaration(method).filter(tree -> tree.getBody() != null).isPresent();
    }

    private boolean handsOn(List<? extends ExpressionTree> arguments) {
      return arguments.stream()
          .map(resolution::typeOf)
          .anyMatch(type -> type.getKind() == TypeKind.ARRAY && holdsNumbers(type));
    }
  }

  private static boolean holdsNumbers(TypeMirror type) {
    return switch (type.getKind()) {
      case DOUBLE, FLOAT -> true;
      case ARRAY -> holdsNumbers(((ArrayType) type).getComponentType());
      default -> false;
    };
  }
}
