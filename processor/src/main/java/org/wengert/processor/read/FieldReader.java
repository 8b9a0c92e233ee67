package org.wengert.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Lowers reads of static fields, which are constants to a tape, and of lengths. */
final class FieldReader {
  private final Lowering lowering;

  FieldReader(Lowering lowering) {
    this.lowering = lowering;
  }

  Value read(MemberSelectTree tree, String name) throws ProblemException {
    Element element = lowering.frame().resolution().elementOf(tree);
    if (element == null && tree.getIdentifier().contentEquals("length")) {
      Value array = lowering.arrays().arrayIn(tree.getExpression());
      return lowering.arrays().length(array, name, tree);
    }
    return read((ExpressionTree) tree, name);
  }

  /** The value of the field that an expression names. */
  Value read(ExpressionTree tree, String name) throws ProblemException {
    Element element = lowering.frame().resolution().elementOf(tree);
    if (!(element instanceof VariableElement field)) {
      throw lowering.problem(Message.UNSUPPORTED_EXPRESSION, tree);
    }
    if (!field.getModifiers().contains(Modifier.STATIC)) {
      return lowering.recordReader().field(tree, field);
    }
    if (tree instanceof MemberSelectTree select) {
      lowering.readQualifier(select);
    }
    Type type = lowering.typeOf(tree);
    if (!isVisible(field)) {
      return readHidden(tree, field, type, name);
    }
    boolean fixed = field.getModifiers().contains(Modifier.FINAL);
    String owner = ((TypeElement) field.getEnclosingElement()).getQualifiedName().toString();
    if (lowering.records().isRecord(type)) {
      return lowering.recordReader().constant(tree, field, owner, name);
    }
    return read(field.asType(), owner, field.getSimpleName().toString(), fixed, name, tree);
  }

  /** A private field of a class that is visible, of this file since it could be named. */
  private Value readHidden(ExpressionTree tree, VariableElement field, Type type, String name)
      throws ProblemException {
    if (!isVisible(field.getEnclosingElement()) || lowering.records().isRecord(type)) {
      throw lowering.problem(Message.FIELD_HIDDEN, tree, field.getSimpleName());
    }
    Callee.Target reader = lowering.callees().reader(field);
    boolean fixed = field.getModifiers().contains(Modifier.FINAL);
    return read(field.asType(), reader.owner(), reader.name(), fixed, name, tree);
  }

  /**
   * Reads a static field.
   *
   * @param path its name, and the accessors of records that lead to a value of this type
   * @param fixed whether it is final
   */
  Value read(TypeMirror mirror, String owner, String path, boolean fixed, String name, Tree at)
      throws ProblemException {
    Type type = lowering.computable(mirror, at);
    Type declared = lowering.tapeTypes().parameter(mirror);
    Value result = Lowering.value(declared, declared.equals(type) ? name : "");
    BlockBuilder block = lowering.at(at);
    block.add(new Operation.ReadStatic(result, owner, path, fixed, block.at()));
    return block.convert(result, type);
  }

  /** Whether the class generated beside the annotated method's can name a member. */
  boolean isVisible(Element member) {
    Element home = lowering.elements().getPackageOf(lowering.frame().method());
    boolean samePackage = lowering.elements().getPackageOf(member).equals(home);
    for (Element element = member;
        element instanceof TypeElement || element == member;
        element = element.getEnclosingElement()) {
      boolean visible =
          samePackage
              ? !element.getModifiers().contains(Modifier.PRIVATE)
              : element.getModifiers().contains(Modifier.PUBLIC);
      if (!visible) {
        return false;
      }
    }
    return true;
  }
}
