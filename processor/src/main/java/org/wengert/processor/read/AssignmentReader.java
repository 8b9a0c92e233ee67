package org.wengert.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Value;

/** Lowers assignments to locals and array elements, whose array and index are evaluated once. */
final class AssignmentReader {
  private final Lowering lowering;

  AssignmentReader(Lowering lowering) {
    this.lowering = lowering;
  }

  /** What is computed from the old value of a variable. */
  private interface Update {
    Value apply(Value old, String name) throws ProblemException;
  }

  Value read(AssignmentTree tree) throws ProblemException {
    ExpressionTree target = ExpressionReader.withoutParentheses(tree.getVariable());
    if (target instanceof ArrayAccessTree access) {
      Value array = lowering.arrays().array(access);
      Value index = lowering.arrays().index(access);
      Value value = lowering.expressions().read(tree.getExpression(), array.type().element(), "");
      lowering.at(tree).store(array, index, value);
      return value;
    }
    Variable variable = variable(target);
    Value value =
        lowering.expressions().read(tree.getExpression(), variable.type(), variable.name());
    lowering.environment().set(variable, value);
    return value;
  }

  Value read(CompoundAssignmentTree tree) throws ProblemException {
    TypeMirror type = lowering.frame().resolution().typeOf(tree.getVariable());
    Update update =
        (old, name) -> {
          String own = Conversions.isNarrow(type) ? "" : name;
          Value value =
              lowering.binaries().compound(old, tree.getKind(), tree.getExpression(), own, tree);
          return lowering.conversions().narrow(value, type, name, tree);
        };
    return update(tree.getVariable(), tree, update, false);
  }

  /** {@code ++} and {@code --}, before or after the operand. */
  Value read(UnaryTree tree) throws ProblemException {
    Tree.Kind kind = tree.getKind();
    boolean up = kind == Tree.Kind.PREFIX_INCREMENT || kind == Tree.Kind.POSTFIX_INCREMENT;
    boolean after = kind == Tree.Kind.POSTFIX_INCREMENT || kind == Tree.Kind.POSTFIX_DECREMENT;
    TypeMirror type = lowering.frame().resolution().typeOf(tree.getExpression());
    Update update =
        (old, name) -> {
          String own = Conversions.isNarrow(type) ? "" : name;
          Value one = lowering.conversions().constant(1, old.type(), "", tree);
          Value next =
              lowering
                  .at(tree)
                  .elementary(
                      Lowering.value(old.type(), own),
                      up ? Arithmetic.ADD : Arithmetic.SUB,
                      old,
                      one);
          return lowering.conversions().narrow(next, type, name, tree);
        };
    return update(tree.getExpression(), tree, update, after);
  }

  private Value update(ExpressionTree tree, Tree whole, Update update, boolean oldIsResult)
      throws ProblemException {
    ExpressionTree target = ExpressionReader.withoutParentheses(tree);
    if (target instanceof ArrayAccessTree access) {
      Value array = lowering.arrays().array(access);
      Value index = lowering.arrays().index(access);
      Value old = lowering.at(target).load(array, index);
      Value updated = update.apply(old, "");
      lowering.at(whole).store(array, index, updated);
      return oldIsResult ? old : updated;
    }
    Variable variable = variable(target);
    Value old = lowering.expressions().read(target, "");
    Value updated = update.apply(old, variable.name());
    lowering.environment().set(variable, updated);
    return oldIsResult ? old : updated;
  }

  private Variable variable(ExpressionTree target) throws ProblemException {
    lowering.requireSound(target);
    Variable variable =
        target instanceof IdentifierTree identifier ? lowering.frame().variable(identifier) : null;
    if (variable == null) {
      variable = component(target);
    }
    if (variable == null) {
      throw lowering.problem(Message.ASSIGNED_FIELD, target, target);
    }
    TypeMirror type = lowering.frame().resolution().typeOf(target);
    lowering.requireUnrefused(variable, type);
    lowering.computable(type, target);
    if (lowering.records().isFromOutside(lowering.environment().get(variable))) {
      throw lowering.problem(Message.RECORD_PARAMETER, target, target);
    }
    return variable;
  }

  /** The component that a constructor of a record assigns; null for anything else. */
  private Variable component(ExpressionTree target) {
    boolean own =
        target instanceof IdentifierTree
            || target instanceof MemberSelectTree select
                && RecordReader.isThis(select.getExpression());
    Element element = lowering.frame().resolution().elementOf(target);
    return own && element != null && !element.getModifiers().contains(Modifier.STATIC)
        ? lowering.frame().component(element.getSimpleName().toString())
        : null;
  }
}
