package org.wengert.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import javax.lang.model.type.TypeMirror;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Lowers expressions, each to the value it has when it is evaluated. */
final class ExpressionReader {
  private final Lowering lowering;

  ExpressionReader(Lowering lowering) {
    this.lowering = lowering;
  }

  static ExpressionTree withoutParentheses(ExpressionTree tree) {
    ExpressionTree inner = tree;
    while (inner instanceof ParenthesizedTree parentheses) {
      inner = parentheses.getExpression();
    }
    return inner;
  }

  /** Lowers an expression for its effect alone. */
  void readEffect(ExpressionTree tree) throws ProblemException {
    ExpressionTree expression = withoutParentheses(tree);
    lowering.requireSound(expression);
    if (expression instanceof MethodInvocationTree call) {
      lowering.calls().read(call, "");
    } else {
      read(expression, "");
    }
  }

  /**
   * The expression's value in the type of the variable that it is to be assigned to. Where it
   * cannot be read, the problem is noted and reading goes on with a value that stands in for it.
   *
   * @param name what a result that has no name yet is to be called
   */
  Value read(ExpressionTree tree, Type type, String name) throws ProblemException {
    try {
      return readAs(tree, type, name);
    } catch (ProblemException failure) {
      lowering.note(failure);
      return lowering.standIn(type);
    }
  }

  private Value readAs(ExpressionTree tree, Type type, String name) throws ProblemException {
    ExpressionTree expression = withoutParentheses(tree);
    lowering.requireSound(expression);
    if (expression instanceof NewArrayTree array && array.getType() == null) {
      return lowering.arrays().readInitializer(array, type, name);
    }
    if (expression.getKind() == Tree.Kind.NULL_LITERAL && lowering.records().isRecord(type)) {
      throw lowering.problem(Message.RECORD_NULL, expression);
    }
    if (expression.getKind() == Tree.Kind.NULL_LITERAL && isReference(type)) {
      return lowering.at(expression).zero(type);
    }
    Object constant = constantOf(expression);
    if (constant != null) {
      lowering.typeOf(expression);
      return lowering.conversions().constant(constant, type, name, expression);
    }
    String own = lowering.typeOf(expression).equals(type) ? name : "";
    Value value = read(expression, own);
    return lowering.conversions().convert(value, type, name, expression);
  }

  /** The expression's value in its own type. */
  Value read(ExpressionTree tree, String name) throws ProblemException {
    ExpressionTree expression = withoutParentheses(tree);
    lowering.requireSound(expression);
    Object constant = constantOf(expression);
    if (constant != null) {
      Type type = lowering.typeOf(expression);
      return lowering.conversions().constant(constant, type, name, expression);
    }
    if (RecordReader.isThis(expression)) {
      return lowering.recordReader().self(expression);
    }
    if (expression instanceof IdentifierTree identifier) {
      return readIdentifier(identifier, name);
    }
    if (expression instanceof BinaryTree binary) {
      return isConditional(binary)
          ? lowering.logic().read(binary, name)
          : lowering.binaries().read(binary, name);
    }
    if (expression instanceof UnaryTree unary) {
      return readUnary(unary, name);
    }
    if (expression instanceof ArrayAccessTree access) {
      return lowering.arrays().read(access, name);
    }
    if (expression instanceof MethodInvocationTree call) {
      return readCall(call, name);
    }
    if (expression instanceof AssignmentTree assignment) {
      return lowering.assignments().read(assignment);
    }
    if (expression instanceof CompoundAssignmentTree assignment) {
      return lowering.assignments().read(assignment);
    }
    if (expression instanceof ConditionalExpressionTree choice) {
      return lowering.logic().read(choice, name);
    }
    if (expression instanceof SwitchExpressionTree choice) {
      return lowering.switches().read(choice, name);
    }
    if (expression instanceof TypeCastTree cast) {
      return readCast(cast, name);
    }
    if (expression instanceof MemberSelectTree select) {
      return lowering.fields().read(select, name);
    }
    if (expression instanceof NewArrayTree array) {
      return lowering.arrays().read(array, name);
    }
    if (expression instanceof NewClassTree creation) {
      return lowering.recordReader().create(creation, name);
    }
    throw lowering.problem(Message.UNSUPPORTED_EXPRESSION, expression);
  }

  /**
   * The value of the plainest constants; larger constant expressions are lowered as they stand, so
   * that each of their parts is looked at once.
   */
  private Object constantOf(ExpressionTree tree) {
    boolean plain =
        tree instanceof LiteralTree
            || tree instanceof MemberSelectTree
            || tree.getKind() == Tree.Kind.UNARY_MINUS
            || tree instanceof TypeCastTree
            || (tree instanceof IdentifierTree identifier
                && lowering.frame().resolution().localOf(identifier) == null);
    return plain ? lowering.frame().resolution().constantOf(tree) : null;
  }

  private static boolean isReference(Type type) {
    return type.isArray() || type.kind() == Type.Kind.REFERENCE;
  }

  private static boolean isConditional(BinaryTree tree) {
    return tree.getKind() == Tree.Kind.CONDITIONAL_AND
        || tree.getKind() == Tree.Kind.CONDITIONAL_OR;
  }

  private Value readIdentifier(IdentifierTree tree, String name) throws ProblemException {
    if (lowering.frame().resolution().localOf(tree) == null) {
      return lowering.fields().read(tree, name);
    }
    lowering.typeOf(tree);
    Value value = lowering.environment().get(lowering.frame().variable(tree));
    if (value == Environment.UNASSIGNED) {
      throw lowering.unassigned(tree);
    }
    if (lowering.records().isFromOutside(value)) {
      throw lowering.problem(Message.RECORD_PARAMETER, tree, tree.getName());
    }
    return value;
  }

  private Value readUnary(UnaryTree tree, String name) throws ProblemException {
    Arithmetic operator =
        switch (tree.getKind()) {
          case UNARY_MINUS -> Arithmetic.NEG;
          case BITWISE_COMPLEMENT -> Arithmetic.COMPLEMENT;
          case LOGICAL_COMPLEMENT -> Arithmetic.NOT;
          default -> null;
        };
    if (tree.getKind() == Tree.Kind.UNARY_PLUS) {
      return read(tree.getExpression(), name);
    }
    if (operator == null) {
      return lowering.assignments().read(tree);
    }
    Value operand = read(tree.getExpression(), "");
    return lowering.at(tree).elementary(Lowering.value(operand.type(), name), operator, operand);
  }

  private Value readCast(TypeCastTree tree, String name) throws ProblemException {
    Type type = lowering.typeOf(tree);
    TypeMirror target = lowering.frame().resolution().typeOf(tree);
    ExpressionTree operand = withoutParentheses(tree.getExpression());
    boolean narrows =
        Conversions.isNarrow(target)
            && !lowering.types().isSameType(target, lowering.frame().resolution().typeOf(operand));
    Value value = read(operand, type, narrows ? "" : name);
    return narrows ? lowering.conversions().narrow(value, target, name, tree) : value;
  }

  private Value readCall(MethodInvocationTree tree, String name) throws ProblemException {
    Value value = lowering.calls().read(tree, name);
    if (value == null) {
      throw lowering.problem(Message.UNSUPPORTED_TYPE, tree, "void");
    }
    return value;
  }
}
