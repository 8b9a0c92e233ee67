package org.wengert.processor.read.resolve;

import com.sun.source.tree.ExpressionTree;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** A call whose result is made of type parameters that are inferred from its target too. */
final class GenericResult implements Poly {
  private final ExpressionTree tree;
  private final JavaTypes types;
  private final Inference inference;
  private final TypeMirror result;
  private final boolean unchecked;

  GenericResult(
      ExpressionTree tree,
      JavaTypes types,
      Inference inference,
      TypeMirror result,
      boolean unchecked) {
    this.tree = tree;
    this.types = types;
    this.inference = inference;
    this.result = result;
    this.unchecked = unchecked;
  }

  @Override
  public boolean fits(TypeMirror wanted, boolean strict) {
    if (result.getKind() == TypeKind.DECLARED) {
      return types.isStrictlyConvertible(
          types.types().erasure(result), types.types().erasure(wanted));
    }
    Substitution solution = inference.isDetermined(result) ? inference.solution() : null;
    if (solution == null) {
      return true;
    }
    TypeMirror type = solution.apply(result);
    return strict
        ? types.isStrictlyConvertible(type, wanted)
        : types.isLooselyConvertible(type, wanted);
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
    if (unchecked) {
      return types.types().erasure(result);
    }
    if (target != null) {
      inference.target(result, target);
    }
    Substitution solution = inference.solution();
    if (solution == null) {
      throw new UnresolvedException(tree, "the type arguments of this call are not clear");
    }
    return solution.apply(result);
  }
}
