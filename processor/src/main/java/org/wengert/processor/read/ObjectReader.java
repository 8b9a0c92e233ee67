package org.wengert.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Lowers what is done with objects: as constants they are handed on, and asked for numbers and for
 * other objects. Nothing is known of what is inside.
 */
final class ObjectReader {
  private final Lowering lowering;

  ObjectReader(Lowering lowering) {
    this.lowering = lowering;
  }

  /** The object that an expression is: a parameter, a string, an enum's constant, or asked for. */
  Value read(ExpressionTree tree) throws ProblemException {
    return find(ExpressionReader.withoutParentheses(tree))
        .orElseThrow(() -> lowering.unsupported(lowering.frame().resolution().typeOf(tree), tree));
  }

  private Optional<Value> find(ExpressionTree tree) throws ProblemException {
    lowering.requireSound(tree);
    TypeMirror type = lowering.frame().resolution().typeOf(tree);
    if (type.getKind() != TypeKind.DECLARED || lowering.layouts().of(type).isPresent()) {
      return Optional.empty();
    }
    if (lowering.frame().resolution().constantOf(tree) instanceof String text) {
      return Optional.of(string(text, tree));
    }
    if (lowering.tapeTypes().computable(type).isPresent()) {
      return Optional.of(lowering.expressions().read(tree, ""));
    }
    if (tree instanceof IdentifierTree identifier
        && lowering.frame().variable(identifier) != null) {
      Variable variable = lowering.frame().variable(identifier);
      if (lowering.environment().get(variable) == Environment.UNASSIGNED) {
        throw lowering.unassigned(identifier);
      }
      return local(variable, type, tree);
    }
    if (tree instanceof MethodInvocationTree call
        && lowering.frame().resolution().elementOf(tree) instanceof ExecutableElement method
        && !method.getModifiers().contains(Modifier.STATIC)
        && isPlain(method, type)) {
      return Optional.ofNullable(ask(call, method, ""));
    }
    return Optional.empty();
  }

  /** What a parameter stands for. */
  private Optional<Value> local(Variable variable, TypeMirror type, Tree at)
      throws ProblemException {
    List<Operation.Part> text = lowering.frame().text(variable);
    if (text == null) {
      return Optional.of(lowering.environment().get(variable));
    }
    if (text.size() != 1) {
      return Optional.empty();
    }
    if (text.get(0) instanceof Operation.Text constant) {
      return isString(type) ? Optional.of(string(constant.text(), at)) : Optional.empty();
    }
    return Optional.of(((Operation.Operand) text.get(0)).value())
        .filter(value -> value.type().kind() == Type.Kind.REFERENCE);
  }

  private Value string(String text, Tree at) throws ProblemException {
    Value result = Value.temporary(Type.opaque(String.class.getName()));
    lowering.at(at).add(new Operation.Constant(result, text, lowering.region().builder().at()));
    return result;
  }

  boolean isString(TypeMirror type) {
    Element string = lowering.elements().getTypeElement(String.class.getName());
    return lowering.types().isSameType(type, string.asType());
  }

  /** Whether generated code, which has no type arguments, sees the result as the source does. */
  private boolean isPlain(ExecutableElement method, TypeMirror type) {
    TypeMirror erased = lowering.types().erasure(type);
    return lowering.types().isSameType(lowering.types().erasure(method.getReturnType()), erased)
        && lowering.fields().isVisible(lowering.types().asElement(erased));
  }

  /** A call of a method of an object, with nothing but constants; null where it is void. */
  Value ask(MethodInvocationTree tree, ExecutableElement method, String name)
      throws ProblemException {
    Optional<Value> receiver =
        tree.getMethodSelect() instanceof MemberSelectTree select && isNoSuper(select)
            ? receiver(ExpressionReader.withoutParentheses(select.getExpression()))
            : Optional.empty();
    if (receiver.isEmpty()) {
      throw lowering.problem(Message.CALL_ON_OBJECT, tree, CallReader.nameOf(method));
    }
    return lowering.calls().ask(receiver.get(), tree, method, name);
  }

  /** Empty for a class, too: the compiler refuses it. */
  private Optional<Value> receiver(ExpressionTree tree) throws ProblemException {
    return lowering.frame().resolution().elementOf(tree) instanceof TypeElement
        ? Optional.empty()
        : find(tree);
  }

  private static boolean isNoSuper(MemberSelectTree select) {
    return !(select.getExpression() instanceof IdentifierTree identifier
        && identifier.getName().contentEquals("super"));
  }

  /** Whether a string is this constant. */
  Value isString(Value string, ExpressionTree constant) throws ProblemException {
    Value equal = Value.temporary(Type.BOOLEAN);
    List<Value> arguments = List.of(string, read(constant));
    Callee equals = Callee.ofObject(String.class.getName(), "equals");
    lowering
        .at(constant)
        .add(
            new Operation.Invoke(
                List.of(equal),
                equals,
                Callee.Form.PRIMAL,
                arguments,
                lowering.region().builder().at()));
    return equal;
  }
}
