package org.wengert.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Lowers {@code throw new X(...)}, and the texts that only its arguments can use. */
final class ThrowReader {
  private final Lowering lowering;

  ThrowReader(Lowering lowering) {
    this.lowering = lowering;
  }

  void read(ThrowTree tree) throws ProblemException {
    NewClassTree creation =
        (NewClassTree) ExpressionReader.withoutParentheses(tree.getExpression());
    TypeElement exception = exception(creation);
    List<Operation.Argument> arguments = new ArrayList<>();
    for (ExpressionTree argument : creation.getArguments()) {
      arguments.add(argument(argument));
    }
    add(exception.getQualifiedName().toString(), arguments, tree);
  }

  /** What a switch expression does whose cases should have been all there are, but are not. */
  void unmatched(Tree tree) throws ProblemException {
    TypeElement newer = lowering.elements().getTypeElement("java.lang.MatchException");
    List<Operation.Argument> arguments = new ArrayList<>();
    if (newer != null) {
      for (String type : List.of("java.lang.String", "java.lang.Throwable")) {
        Value none = lowering.at(tree).zero(Type.opaque(type));
        arguments.add(new Operation.Argument(List.of(new Operation.Operand(none))));
      }
    }
    add(
        newer == null ? "java.lang.IncompatibleClassChangeError" : newer.toString(),
        arguments,
        tree);
  }

  /** What Java does where an object is needed. */
  void ifNull(Value value, Tree at) throws ProblemException {
    Value none = lowering.at(at).zero(value.type());
    Value isNull = lowering.at(at).compare(Arithmetic.EQ, value, none);
    when(isNull, "java.lang.NullPointerException", List.of(), at);
  }

  /** Throws an exception where a condition holds. */
  void when(Value condition, String exception, List<Operation.Argument> arguments, Tree at)
      throws ProblemException {
    Region thrown = lowering.open(at);
    lowering.in(thrown, () -> add(exception, arguments, at));
    Region goesOn = lowering.open(at);
    lowering.logic().branch(condition, thrown, goesOn, lowering.frame().file().locate(at));
  }

  void add(String exception, List<Operation.Argument> arguments, Tree tree)
      throws ProblemException {
    BlockBuilder block = lowering.at(tree);
    block.add(new Operation.Throw(exception, arguments, block.at()));
    lowering.region().markThrown();
  }

  private TypeElement exception(NewClassTree tree) throws ProblemException {
    lowering.requireSound(tree);
    TypeMirror type = lowering.frame().resolution().typeOf(tree);
    TypeElement exception = (TypeElement) ((DeclaredType) type).asElement();
    if (!isA(type, RuntimeException.class) && !isA(type, Error.class)) {
      throw lowering.problem(Message.CHECKED_EXCEPTION, tree, exception.getSimpleName());
    }
    Element constructor = lowering.frame().resolution().elementOf(tree);
    if (!lowering.fields().isVisible(exception)
        || constructor != null && !lowering.fields().isVisible(constructor)) {
      throw lowering.problem(Message.HIDDEN_EXCEPTION, tree, exception.getSimpleName());
    }
    return exception;
  }

  private boolean isA(TypeMirror type, Class<?> ancestor) {
    TypeElement element = lowering.elements().getTypeElement(ancestor.getCanonicalName());
    return lowering.types().isSubtype(type, element.asType());
  }

  /** An argument of an exception's constructor. */
  Operation.Argument argument(ExpressionTree tree) throws ProblemException {
    lowering.requireSound(ExpressionReader.withoutParentheses(tree));
    TypeMirror type = lowering.frame().resolution().typeOf(tree);
    if (isPrinted(type)) {
      Value value = lowering.expressions().read(tree, "");
      return new Operation.Argument(List.of(new Operation.Operand(value)));
    }
    if (!isString(tree) && !isPassedThrough(tree)) {
      throw lowering.problem(Message.UNSUPPORTED_TEXT, tree);
    }
    return new Operation.Argument(text(tree));
  }

  /** Whether Java prints values of this type as it prints those that a tape has for them. */
  private boolean isPrinted(TypeMirror type) {
    return !Conversions.isNarrow(type)
        && lowering.tapeTypes().computable(type).filter(found -> !found.isArray()).isPresent();
  }

  /** Whether this is a parameter whose value, though opaque, is at hand. */
  private boolean isPassedThrough(ExpressionTree tree) {
    return ExpressionReader.withoutParentheses(tree) instanceof IdentifierTree identifier
        && lowering.frame().variable(identifier) != null
        && lowering.frame().text(lowering.frame().variable(identifier)) == null
        && !isRecordAtHand(lowering.frame().variable(identifier));
  }

  private boolean isRecordAtHand(Variable variable) {
    return lowering.records().isAtHand(lowering.environment().get(variable));
  }

  /** The pieces that a text is made of, in the order of their evaluation. */
  List<Operation.Part> text(ExpressionTree tree) throws ProblemException {
    Deque<ExpressionTree> pieces = new ArrayDeque<>();
    ExpressionTree leftmost = ExpressionReader.withoutParentheses(tree);
    while (isConcatenation(leftmost)) {
      pieces.push(((BinaryTree) leftmost).getRightOperand());
      leftmost = ExpressionReader.withoutParentheses(((BinaryTree) leftmost).getLeftOperand());
    }
    pieces.push(leftmost);
    List<Operation.Part> parts = new ArrayList<>();
    for (ExpressionTree piece : pieces) {
      ExpressionTree inner = ExpressionReader.withoutParentheses(piece);
      if (isConcatenation(inner)) {
        parts.addAll(text(inner));
      } else {
        parts.addAll(piece(inner));
      }
    }
    return joined(parts);
  }

  private boolean isConcatenation(ExpressionTree tree) {
    return tree.getKind() == Tree.Kind.PLUS && isString(tree);
  }

  private boolean isString(ExpressionTree tree) {
    return isA(lowering.frame().resolution().typeOf(tree), String.class);
  }

  private List<Operation.Part> piece(ExpressionTree tree) throws ProblemException {
    lowering.requireSound(tree);
    Object constant = lowering.frame().resolution().constantOf(tree);
    if (constant != null) {
      return List.of(new Operation.Text(constant.toString()));
    }
    if (tree instanceof IdentifierTree identifier
        && lowering.frame().variable(identifier) != null) {
      Variable variable = lowering.frame().variable(identifier);
      List<Operation.Part> text = lowering.frame().text(variable);
      if (text != null) {
        return text;
      }
      if (variable.type().kind() == Type.Kind.REFERENCE
          && !variable.type().isArray()
          && !isRecordAtHand(variable)) {
        return List.of(new Operation.Operand(lowering.environment().get(variable)));
      }
    }
    TypeMirror type = lowering.frame().resolution().typeOf(tree);
    if (!isPrinted(type)) {
      throw lowering.problem(Message.UNSUPPORTED_TEXT, tree);
    }
    return List.of(new Operation.Operand(lowering.expressions().read(tree, "")));
  }

  /**
   * Neighbouring strings made one. A concatenation starts with a string, so that none of its values
   * are added to each other.
   */
  private static List<Operation.Part> joined(List<Operation.Part> parts) {
    List<Operation.Part> joined = new ArrayList<>();
    if (parts.size() > 1 && !(parts.get(0) instanceof Operation.Text)) {
      joined.add(new Operation.Text(""));
    }
    for (Operation.Part part : parts) {
      int last = joined.size() - 1;
      if (part instanceof Operation.Text text
          && last >= 0
          && joined.get(last) instanceof Operation.Text before) {
        joined.set(last, new Operation.Text(before.text() + text.text()));
      } else {
        joined.add(part);
      }
    }
    return joined;
  }
}
