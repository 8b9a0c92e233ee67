package org.wengert.processor.read.resolve;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * What each tree of one method's body means. Immutable. Trees are told apart by identity.
 *
 * <p>Its elements and types belong to the annotation processing round in which it was made.
 */
public final class Resolution {
  private final Map<Tree, TypeMirror> types;
  private final Map<Tree, Element> elements;
  private final Map<IdentifierTree, VariableTree> locals;
  private final Map<VariableTree, TypeMirror> localTypes;
  private final Map<Tree, Object> constants;
  private final Set<Tree> unresolved;

  Resolution(Findings findings) {
    types = new IdentityHashMap<>(findings.types());
    elements = new IdentityHashMap<>(findings.elements());
    locals = new IdentityHashMap<>(findings.locals());
    localTypes = new IdentityHashMap<>(findings.localTypes());
    constants = new IdentityHashMap<>(findings.constants());
    unresolved = Collections.newSetFromMap(new IdentityHashMap<>());
    unresolved.addAll(findings.unresolved());
  }

  /** Whether nothing is known of this statement, declaration, or expression of a statement. */
  public boolean isUnresolved(Tree tree) {
    return unresolved.contains(tree);
  }

  /**
   * The type of an expression. A call of a void method has the type {@code void}; a wildcard's
   * place is taken by its bound.
   *
   * @throws IllegalArgumentException if the tree is no expression of the method: it is foreign, or
   *     the name of a type, a package, a method or a label
   */
  public TypeMirror typeOf(ExpressionTree expression) {
    return known(types, expression);
  }

  /**
   * The field, method, constructor, type or type parameter that an identifier, a member selection,
   * a call or a {@code new} refers to; null if there is none, as for a local variable, a package or
   * an array's length.
   */
  public Element elementOf(Tree tree) {
    return elements.get(tree);
  }

  /**
   * The declaration of the local variable or parameter that is named; null if it is not a local.
   */
  public VariableTree localOf(IdentifierTree identifier) {
    return locals.get(identifier);
  }

  /**
   * The type of a local variable, declared or inferred: parameter, {@code var}, loop variable,
   * pattern variable, resource, caught exception.
   *
   * @throws IllegalArgumentException if the method does not declare this variable
   */
  public TypeMirror typeOfLocal(VariableTree declaration) {
    return known(localTypes, declaration);
  }

  /**
   * The value of a constant expression (JLS 15.29): a boxed primitive of exactly the expression's
   * type, or a string; null if the expression is not constant.
   */
  public Object constantOf(ExpressionTree expression) {
    return constants.get(expression);
  }

  private static TypeMirror known(Map<? extends Tree, TypeMirror> types, Tree tree) {
    TypeMirror type = types.get(tree);
    if (type == null) {
      throw new IllegalArgumentException("Not resolved here: " + tree);
    }
    return type;
  }
}
