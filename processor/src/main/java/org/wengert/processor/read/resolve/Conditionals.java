package org.wengert.processor.read.resolve;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types of {@code ?:} and of switch expressions (JLS 15.25, 15.28.1). */
final class Conditionals {
  /** In the order in which the first that holds all results is their type. */
  private static final List<TypeKind> NARROWEST_FIRST =
      List.of(
          TypeKind.BYTE,
          TypeKind.CHAR,
          TypeKind.SHORT,
          TypeKind.INT,
          TypeKind.LONG,
          TypeKind.FLOAT,
          TypeKind.DOUBLE,
          TypeKind.BOOLEAN);

  private final JavaTypes types;
  private final Context context;
  private final Expressions expressions;
  private final Statements statements;

  Conditionals(Context context, Expressions expressions, Statements statements) {
    this.context = context;
    this.types = context.types();
    this.expressions = expressions;
    this.statements = statements;
  }

  /** A numeric or boolean {@code ?:} stands alone; any other takes the type of its target. */
  Poly visit(ConditionalExpressionTree tree) throws UnresolvedException {
    ExpressionTree condition = tree.getCondition();
    ExpressionTree yes = tree.getTrueExpression();
    ExpressionTree no = tree.getFalseExpression();
    expressions.condition(condition);
    visit(yes, expressions.bindings().whenTrue(condition));
    visit(no, expressions.bindings().whenFalse(condition));
    Results results = new Results(tree, List.of(yes, no));
    if (isPrimitiveOrBox(yes) && isPrimitiveOrBox(no)) {
      expressions.record(tree, results.settle(null));
      return null;
    }
    return results;
  }

  private void visit(ExpressionTree operand, List<VariableTree> bindings)
      throws UnresolvedException {
    context.locals().open();
    for (VariableTree binding : bindings) {
      context.locals().declare(binding.getName(), binding);
    }
    expressions.visit(operand);
    context.locals().close();
  }

  private boolean isPrimitiveOrBox(ExpressionTree operand) throws UnresolvedException {
    Poly poly = expressions.open(operand);
    if (poly != null) {
      return poly.isPrimitiveOrBox();
    }
    TypeMirror type = expressions.known(operand);
    return type.getKind() == TypeKind.NULL
        || type.getKind() != TypeKind.TYPEVAR && types.unboxedKind(type).isPrimitive();
  }

  /** A switch expression takes the type of its target, if it has one. */
  Poly visit(SwitchExpressionTree tree) throws UnresolvedException {
    return new Results(tree, statements.switchResults(tree, tree.getExpression(), tree.getCases()));
  }

  /** The expressions of which one gives the value. */
  private final class Results implements Poly {
    private final Tree tree;
    private final List<ExpressionTree> results;

    Results(Tree tree, List<ExpressionTree> results) {
      this.tree = tree;
      this.results = results;
    }

    @Override
    public boolean fits(TypeMirror wanted, boolean strict) {
      return results.stream().allMatch(result -> expressions.fits(result, wanted, strict));
    }

    @Override
    public List<TypeMirror> types() {
      return results.stream().flatMap(result -> expressions.typesOf(result).stream()).toList();
    }

    @Override
    public boolean isPrimitiveOrBox() throws UnresolvedException {
      if (tree instanceof ConditionalExpressionTree) {
        return false;
      }
      for (ExpressionTree result : results) {
        if (!Conditionals.this.isPrimitiveOrBox(result)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean needsTarget() {
      return results.stream()
          .map(expressions::open)
          .anyMatch(poly -> poly != null && poly.needsTarget());
    }

    @Override
    public TypeMirror settle(TypeMirror target) throws UnresolvedException {
      List<TypeMirror> all = new ArrayList<>();
      for (ExpressionTree result : results) {
        all.add(expressions.settle(result, target));
      }
      return target != null ? target : common(all);
    }

    private TypeMirror common(List<TypeMirror> all) throws UnresolvedException {
      if (all.stream().allMatch(type -> types.isSame(type, all.get(0)))) {
        return all.get(0);
      }
      TypeMirror primitive = commonPrimitive(all.stream().map(types::unboxed).toList());
      if (primitive != null) {
        return primitive;
      }
      TypeMirror bound = new LeastUpperBound(types).of(all.stream().map(types::boxed).toList());
      if (bound == null) {
        throw new UnresolvedException(tree, "the common type of the results is not clear");
      }
      return bound;
    }

    private TypeMirror commonPrimitive(List<TypeMirror> all) {
      if (!all.stream().allMatch(type -> type.getKind().isPrimitive())) {
        return null;
      }
      for (TypeMirror type : all) {
        if (Primitives.isNarrowerThanInt(type.getKind()) && allFit(type.getKind(), all)) {
          return type;
        }
      }
      for (TypeKind kind : NARROWEST_FIRST) {
        if (all.stream().allMatch(type -> Primitives.widens(type.getKind(), kind))) {
          return types.primitive(kind);
        }
      }
      return null;
    }

    /** Whether all other results are of this type, or constants of type int that it can hold. */
    private boolean allFit(TypeKind narrow, List<TypeMirror> all) {
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).getKind() != narrow
            && !(all.get(i).getKind() == TypeKind.INT
                && context.findings().constantOf(results.get(i)) instanceof Integer value
                && Folding.fits(value, narrow))) {
          return false;
        }
      }
      return true;
    }
  }
}
