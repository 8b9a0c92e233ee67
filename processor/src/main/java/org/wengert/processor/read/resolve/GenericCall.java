package org.wengert.processor.read.resolve;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The arguments of a call, and its type arguments inferred from them and from its target. */
final class GenericCall implements Poly {
  private final ExpressionTree tree;
  private final JavaTypes types;
  private final Expressions expressions;
  private final Inference inference;
  private final TypeMirror result;
  private final Map<ExpressionTree, TypeMirror> arguments = new LinkedHashMap<>();
  private boolean unchecked;

  GenericCall(
      ExpressionTree tree,
      JavaTypes types,
      Expressions expressions,
      List<? extends TypeParameterElement> variables,
      TypeMirror result) {
    this.tree = tree;
    this.types = types;
    this.expressions = expressions;
    this.result = result;
    inference = new Inference(types, variables);
  }

  /** Passes a visited argument; fixes its type now, unless the type arguments matter to it. */
  void pass(ExpressionTree argument, TypeMirror parameter) throws UnresolvedException {
    if (inference.occurIn(parameter)) {
      arguments.put(argument, parameter);
      for (TypeMirror type : expressions.typesOf(argument)) {
        inference.argument(type, parameter);
        unchecked |= types.isUnchecked(type, parameter);
      }
    } else {
      unchecked |= types.isUnchecked(expressions.settle(argument, parameter), parameter);
    }
  }

  /** Whether the result is made of the type parameters. */
  boolean isPoly() {
    return inference.occurIn(result);
  }

  @Override
  public boolean fits(TypeMirror wanted, boolean strict) {
    if (result.getKind() == TypeKind.DECLARED) {
      return types.isStrictlyConvertible(
          types.types().erasure(result), types.types().erasure(wanted));
    }
    return types().stream()
        .allMatch(
            type ->
                strict
                    ? types.isStrictlyConvertible(type, wanted)
                    : types.isLooselyConvertible(type, wanted));
  }

  @Override
  public List<TypeMirror> types() {
    Substitution solution = inference.isDetermined(result) ? inference.solution() : null;
    return solution == null ? List.of() : List.of(solution.apply(result));
  }

  @Override
  public boolean isPrimitiveOrBox() {
    return result instanceof DeclaredType && types.unboxedKind(result).isPrimitive();
  }

  @Override
  public boolean needsTarget() {
    return !inference.isDetermined(result);
  }

  @Override
  public TypeMirror settle(TypeMirror target) throws UnresolvedException {
    if (target != null) {
      inference.target(result, target);
    }
    Substitution solution = inference.solution();
    if (solution == null) {
      throw new UnresolvedException(tree, "the type arguments of this call are not clear");
    }
    for (Map.Entry<ExpressionTree, TypeMirror> entry : arguments.entrySet()) {
      settle(entry.getKey(), entry.getValue(), solution);
    }
    // JLS 15.12.2.6; a constructor's class is only inferred for a diamond.
    return unchecked && (isPoly() || tree instanceof MethodInvocationTree)
        ? types.types().erasure(result)
        : solution.apply(result);
  }

  private void settle(ExpressionTree argument, TypeMirror parameter, Substitution solution)
      throws UnresolvedException {
    Poly open = expressions.open(argument);
    if (open != null && open.needsTarget() && !inference.isDetermined(parameter)) {
      throw new UnresolvedException(argument, "the type arguments of this are not clear");
    }
    expressions.settle(argument, solution.apply(parameter));
  }
}
