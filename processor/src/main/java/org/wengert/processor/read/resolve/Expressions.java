package org.wengert.processor.read.resolve;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The types of expressions (JLS chapter 15).
 *
 * <p>In two steps, because some expressions take their type from where they stand: {@link #visit}
 * types all there is to type without a target and keeps the rest as {@link Poly}; {@link #settle}
 * types that, once its target is known.
 */
final class Expressions {
  private final JavaTypes types;
  private final Context context;
  private final TypeNames typeNames;
  private final Names names;
  private final Calls calls;
  private final Conditionals conditionals;
  private final Constants constants;
  private final Bindings bindings;
  private final IdentityHashMap<ExpressionTree, Poly> open = new IdentityHashMap<>();

  Expressions(Context context, TypeNames typeNames, Statements statements) {
    this.context = context;
    this.typeNames = typeNames;
    types = context.types();
    names = new Names(context, typeNames, this);
    calls = new Calls(context, typeNames, names, this);
    conditionals = new Conditionals(context, this, statements);
    constants = new Constants(types, context.findings());
    bindings = new Bindings();
  }

  Bindings bindings() {
    return bindings;
  }

  Constants constants() {
    return constants;
  }

  /** What else is not known in an expression of which a part failed. */
  List<UnresolvedException> unknownBeside(Tree failed, Tree whole) {
    return UnknownNames.beside(failed, whole, names, context.findings());
  }

  /** The type of an expression that stands alone. */
  TypeMirror type(ExpressionTree tree) throws UnresolvedException {
    return type(tree, null);
  }

  /** The type of an expression that is assigned to a type; null if it stands alone. */
  TypeMirror type(ExpressionTree tree, TypeMirror target) throws UnresolvedException {
    if (tree instanceof NewArrayTree array && array.getType() == null) {
      return record(tree, arrayInitializer(array, target));
    }
    visit(tree);
    return settle(tree, target);
  }

  /** The type of a condition. */
  TypeMirror condition(ExpressionTree tree) throws UnresolvedException {
    return type(tree, types.primitive(TypeKind.BOOLEAN));
  }

  /** The expression as far as it is open still; null once its type is fixed. */
  Poly open(ExpressionTree tree) {
    return open.get(tree);
  }

  /** The type of an expression that is not open. */
  TypeMirror known(ExpressionTree tree) {
    return context.findings().typeOf(tree);
  }

  boolean fits(ExpressionTree tree, TypeMirror wanted, boolean strict) {
    Poly poly = open(tree);
    if (poly != null) {
      return poly.fits(wanted, strict);
    }
    return strict
        ? types.isStrictlyConvertible(known(tree), wanted)
        : types.isLooselyConvertible(known(tree), wanted);
  }

  /** The types the value of a visited expression may have. */
  List<TypeMirror> typesOf(ExpressionTree tree) {
    Poly poly = open(tree);
    return poly != null ? poly.types() : List.of(known(tree));
  }

  /** Fixes the type of a visited expression by its target, or by none if that is null. */
  TypeMirror settle(ExpressionTree tree, TypeMirror target) throws UnresolvedException {
    Poly poly = open.remove(tree);
    return poly == null ? known(tree) : record(tree, poly.settle(target));
  }

  TypeMirror record(ExpressionTree tree, TypeMirror type) {
    context.findings().type(tree, type);
    constants.expression(tree, type);
    return type;
  }

  /** Types an expression and all its parts, but for what depends on its target. */
  void visit(ExpressionTree tree) throws UnresolvedException {
    Poly poly =
        switch (tree.getKind()) {
          case PARENTHESIZED -> parenthesized((ParenthesizedTree) tree);
          case CONDITIONAL_EXPRESSION -> conditionals.visit((ConditionalExpressionTree) tree);
          case SWITCH_EXPRESSION -> conditionals.visit((SwitchExpressionTree) tree);
          case METHOD_INVOCATION -> calls.visit((MethodInvocationTree) tree);
          case NEW_CLASS -> calls.visit((NewClassTree) tree);
          default -> {
            record(tree, standalone(tree));
            yield null;
          }
        };
    if (poly != null) {
      open.put(tree, poly);
    }
  }

  private Poly parenthesized(ParenthesizedTree tree) throws UnresolvedException {
    ExpressionTree inner = tree.getExpression();
    visit(inner);
    bindings.same(tree, inner);
    Poly poly = open(inner);
    if (poly == null) {
      record(tree, known(inner));
      return null;
    }
    return new Poly() {
      @Override
      public boolean fits(TypeMirror wanted, boolean strict) {
        return poly.fits(wanted, strict);
      }

      @Override
      public List<TypeMirror> types() {
        return poly.types();
      }

      @Override
      public boolean isPrimitiveOrBox() throws UnresolvedException {
        return poly.isPrimitiveOrBox();
      }

      @Override
      public boolean needsTarget() {
        return poly.needsTarget();
      }

      @Override
      public TypeMirror settle(TypeMirror target) throws UnresolvedException {
        return Expressions.this.settle(inner, target);
      }
    };
  }

  private TypeMirror standalone(ExpressionTree tree) throws UnresolvedException {
    if (tree instanceof BinaryTree binary) {
      return binary(binary);
    } else if (tree instanceof CompoundAssignmentTree assignment) {
      TypeMirror variable = type(assignment.getVariable());
      TypeMirror operand = type(assignment.getExpression());
      if (!types.isString(variable)) {
        Operands.check(tree.getKind(), types.unboxedKind(variable), assignment.getVariable());
        Operands.check(tree.getKind(), types.unboxedKind(operand), assignment.getExpression());
      }
      return variable;
    }
    return switch (tree.getKind()) {
      case INT_LITERAL -> types.primitive(TypeKind.INT);
      case LONG_LITERAL -> types.primitive(TypeKind.LONG);
      case FLOAT_LITERAL -> types.primitive(TypeKind.FLOAT);
      case DOUBLE_LITERAL -> types.primitive(TypeKind.DOUBLE);
      case BOOLEAN_LITERAL -> types.primitive(TypeKind.BOOLEAN);
      case CHAR_LITERAL -> types.primitive(TypeKind.CHAR);
      case STRING_LITERAL -> types.string();
      case NULL_LITERAL -> types.nullType();
      case IDENTIFIER -> names.variable((IdentifierTree) tree);
      case MEMBER_SELECT -> names.variable((MemberSelectTree) tree);
      case ARRAY_ACCESS -> arrayAccess((ArrayAccessTree) tree);
      case TYPE_CAST -> cast((TypeCastTree) tree);
      case INSTANCE_OF -> instanceOf((InstanceOfTree) tree);
      case ASSIGNMENT -> assignment((AssignmentTree) tree);
      case NEW_ARRAY -> newArray((NewArrayTree) tree);
      case LOGICAL_COMPLEMENT -> {
        ExpressionTree operand = ((UnaryTree) tree).getExpression();
        Operands.check(tree.getKind(), types.unboxedKind(type(operand)), operand);
        bindings.opposite(tree, operand);
        yield types.primitive(TypeKind.BOOLEAN);
      }
      case UNARY_MINUS, UNARY_PLUS, BITWISE_COMPLEMENT -> {
        TypeMirror operand = type(((UnaryTree) tree).getExpression());
        TypeKind promoted = Primitives.promoted(numeric(operand, tree));
        Operands.check(tree.getKind(), promoted, ((UnaryTree) tree).getExpression());
        yield types.primitive(promoted);
      }
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          type(((UnaryTree) tree).getExpression());
      case LAMBDA_EXPRESSION -> throw new UnresolvedException(tree, "a lambda is not supported");
      case MEMBER_REFERENCE ->
          throw new UnresolvedException(tree, "a method reference is not supported");
      default -> throw new UnresolvedException(tree, "this expression is not supported");
    };
  }

  /** Walks the left spine by a loop: {@code a + b + c + ...} may be thousands of terms long. */
  private TypeMirror binary(BinaryTree tree) throws UnresolvedException {
    Deque<BinaryTree> spine = new ArrayDeque<>();
    ExpressionTree leftmost = tree;
    while (leftmost instanceof BinaryTree binary) {
      spine.push(binary);
      leftmost = binary.getLeftOperand();
    }
    TypeMirror left = type(leftmost);
    while (!spine.isEmpty()) {
      BinaryTree current = spine.pop();
      context.locals().open();
      for (VariableTree binding : bindings.visibleOnTheRight(current)) {
        context.locals().declare(binding.getName(), binding);
      }
      TypeMirror right = type(current.getRightOperand());
      context.locals().close();
      bindings.combined(current);
      left = record(current, operation(current, left, right));
    }
    return left;
  }

  private TypeMirror operation(BinaryTree tree, TypeMirror left, TypeMirror right)
      throws UnresolvedException {
    Operands.check(tree.getKind(), types.unboxedKind(left), tree.getLeftOperand());
    Operands.check(tree.getKind(), types.unboxedKind(right), tree.getRightOperand());
    return switch (tree.getKind()) {
      case LESS_THAN,
          GREATER_THAN,
          LESS_THAN_EQUAL,
          GREATER_THAN_EQUAL,
          EQUAL_TO,
          NOT_EQUAL_TO,
          CONDITIONAL_AND,
          CONDITIONAL_OR ->
          types.primitive(TypeKind.BOOLEAN);
      case LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT ->
          types.primitive(Primitives.promoted(numeric(left, tree)));
      case AND, OR, XOR ->
          types.unboxedKind(left) == TypeKind.BOOLEAN
              ? types.primitive(TypeKind.BOOLEAN)
              : promoted(tree, left, right);
      case PLUS ->
          types.isString(left) || types.isString(right)
              ? types.string()
              : promoted(tree, left, right);
      default -> promoted(tree, left, right);
    };
  }

  private TypeMirror promoted(BinaryTree tree, TypeMirror left, TypeMirror right)
      throws UnresolvedException {
    TypeKind leftKind = numeric(left, tree.getLeftOperand());
    TypeKind rightKind = numeric(right, tree.getRightOperand());
    return types.primitive(Primitives.promoted(leftKind, rightKind));
  }

  private TypeKind numeric(TypeMirror type, Tree tree) throws UnresolvedException {
    TypeKind kind = types.unboxedKind(type);
    if (!Primitives.isNumeric(kind)) {
      throw new UnresolvedException(tree, "'" + type + "' is not a number");
    }
    return kind;
  }

  private TypeMirror arrayAccess(ArrayAccessTree tree) throws UnresolvedException {
    TypeMirror array = type(tree.getExpression());
    type(tree.getIndex(), types.primitive(TypeKind.INT));
    if (array instanceof ArrayType type) {
      return type.getComponentType();
    }
    throw new UnresolvedException(tree, "'" + array + "' is not an array");
  }

  private TypeMirror cast(TypeCastTree tree) throws UnresolvedException {
    TypeMirror type = typeNames.type(tree.getType());
    type(tree.getExpression());
    return type;
  }

  private TypeMirror instanceOf(InstanceOfTree tree) throws UnresolvedException {
    type(tree.getExpression());
    if (tree.getPattern() instanceof BindingPatternTree pattern) {
      VariableTree variable = pattern.getVariable();
      context.findings().localType(variable, typeNames.type(variable.getType()));
      bindings.whenTrue(tree, variable);
    } else if (tree.getPattern() != null) {
      context.findings().namesAreUncertain();
      throw new UnresolvedException(tree.getPattern(), "this pattern is not supported");
    } else {
      typeNames.type(tree.getType());
    }
    return types.primitive(TypeKind.BOOLEAN);
  }

  private TypeMirror assignment(AssignmentTree tree) throws UnresolvedException {
    TypeMirror variable = type(tree.getVariable());
    type(tree.getExpression(), variable);
    return variable;
  }

  private TypeMirror newArray(NewArrayTree tree) throws UnresolvedException {
    TypeMirror type = typeNames.type(tree.getType());
    for (ExpressionTree dimension : tree.getDimensions()) {
      type(dimension, types.primitive(TypeKind.INT));
      type = types.types().getArrayType(type);
    }
    return tree.getInitializers() == null
        ? type
        : arrayInitializer(tree, types.types().getArrayType(type));
  }

  private TypeMirror arrayInitializer(NewArrayTree tree, TypeMirror target)
      throws UnresolvedException {
    if (!(target instanceof ArrayType array)) {
      throw new UnresolvedException(tree, "the type of this array is not clear");
    }
    for (ExpressionTree element : tree.getInitializers()) {
      type(element, array.getComponentType());
    }
    return array;
  }
}
