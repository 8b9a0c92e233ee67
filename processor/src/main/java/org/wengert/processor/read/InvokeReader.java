package org.wengert.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.model.GeneratedMethod;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Lowers calls that stay calls: of methods elsewhere, and of methods that call themselves. */
final class InvokeReader {
  private final Lowering lowering;

  InvokeReader(Lowering lowering) {
    this.lowering = lowering;
  }

  /** A call of a method of another file, or of an annotated one; null where it is void. */
  Value elsewhere(
      MethodInvocationTree tree, ExecutableElement method, List<Value> arguments, String name)
      throws ProblemException {
    checkAccess(tree, method);
    Optional<Callee.Sweeps> derivatives = derivatives(tree, method);
    String owner = ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    Callee callee = Callee.of(owner, method.getSimpleName().toString(), derivatives);
    return invoke(tree, method, callee, arguments, name);
  }

  /** A call of a method of an object, the first argument; null where it is void. */
  Value ofObject(
      MethodInvocationTree tree, ExecutableElement method, List<Value> arguments, String name)
      throws ProblemException {
    checkAccess(tree, method);
    String owner = ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    Callee callee = Callee.ofObject(owner, method.getSimpleName().toString());
    return invoke(tree, method, callee, arguments, name);
  }

  /** A call of a method of this file that calls itself; null where it is void. */
  Value recursive(
      MethodInvocationTree tree, ExecutableElement method, List<Value> arguments, String name)
      throws ProblemException {
    if (derivatives(tree, method).isPresent()) {
      return elsewhere(tree, method, arguments, name);
    }
    Type result = lowering.tapeTypes().any(method.getReturnType());
    if (result.isDifferentiable() && result.rank() > 1) {
      throw lowering.problem(Message.RECURSIVE_RESULT, tree, method.getSimpleName(), result);
    }
    return invoke(tree, method, copy(tree, method), arguments, name);
  }

  private Callee copy(MethodInvocationTree tree, ExecutableElement method) throws ProblemException {
    try {
      return lowering.callees().copy(method, Effects.readsOnly(method, lowering.methods()));
    } catch (CalleeException e) {
      throw lowering.problem(e.template(), tree, e.arguments());
    }
  }

  private Optional<Callee.Sweeps> derivatives(MethodInvocationTree tree, ExecutableElement method)
      throws ProblemException {
    try {
      return lowering.callees().derivatives(method);
    } catch (CalleeException e) {
      throw lowering.problem(e.template(), tree, e.arguments());
    }
  }

  private Value invoke(
      MethodInvocationTree tree,
      ExecutableElement method,
      Callee callee,
      List<Value> arguments,
      String name)
      throws ProblemException {
    List<Value> results = List.of();
    if (method.getReturnType().getKind() != TypeKind.VOID) {
      Type type =
          callee.ofObject()
              ? lowering.tapeTypes().any(method.getReturnType())
              : lowering.computable(method.getReturnType(), tree);
      results = List.of(Lowering.value(type, name));
    }
    lowering
        .at(tree)
        .add(
            new Operation.Invoke(
                results, callee, Callee.Form.PRIMAL, arguments, lowering.region().builder().at()));
    return results.isEmpty() ? null : results.get(0);
  }

  /** The generated class stands beside the caller's, and inherits nothing from it. */
  private void checkAccess(MethodInvocationTree tree, ExecutableElement method)
      throws ProblemException {
    if (!lowering.fields().isVisible(method)) {
      throw lowering.problem(Message.CALL_NOT_VISIBLE, tree, CallReader.nameOf(method));
    }
  }

  /** Refuses what a call on the tape cannot pass. */
  void check(MethodInvocationTree tree, ExecutableElement method) throws ProblemException {
    List<? extends ExpressionTree> arguments = tree.getArguments();
    List<? extends VariableElement> parameters = method.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      TypeMirror type = parameters.get(i).asType();
      if (lowering.layouts().of(type).isPresent()) {
        Tree at = arguments.isEmpty() ? tree : arguments.get(Math.min(i, arguments.size() - 1));
        throw lowering.problem(Message.CALL_WITH_OBJECT, at, CallReader.nameOf(method), type);
      }
    }
    if (!(method instanceof GeneratedMethod)
        && lowering.layouts().of(method.getReturnType()).isPresent()) {
      derivatives(tree, method); // of a sibling that is left over there is more to say
      throw lowering.problem(
          Message.RECORD_RETURNED, tree, CallReader.nameOf(method), method.getReturnType());
    }
  }
}
