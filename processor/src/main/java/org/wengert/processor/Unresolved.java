package org.wengert.processor;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleTypeVisitor14;

/**
 * Whether a type mentions a class that is not known: not known yet, if another processor is about
 * to generate it.
 */
final class Unresolved extends SimpleTypeVisitor14<Boolean, Void> {
  private Unresolved() {
    super(false);
  }

  /** Whether the supertypes of the class or the signatures of these methods wait for a class. */
  static boolean in(TypeElement owner, List<ExecutableElement> methods) {
    Unresolved visitor = new Unresolved();
    return visitor.visit(owner.getSuperclass())
        || visitor.any(owner.getInterfaces())
        || methods.stream().anyMatch(visitor::inSignature);
  }

  private boolean inSignature(ExecutableElement method) {
    return visit(method.getReturnType())
        || any(method.getParameters().stream().map(VariableElement::asType).toList())
        || any(method.getThrownTypes());
  }

  private boolean any(List<? extends TypeMirror> types) {
    return types.stream().anyMatch(this::visit);
  }

  @Override
  public Boolean visitError(ErrorType type, Void unused) {
    return true;
  }

  @Override
  public Boolean visitArray(ArrayType type, Void unused) {
    return visit(type.getComponentType());
  }

  @Override
  public Boolean visitDeclared(DeclaredType type, Void unused) {
    return any(type.getTypeArguments());
  }
}
