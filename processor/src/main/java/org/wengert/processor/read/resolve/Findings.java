package org.wengert.processor.read.resolve;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** What has been found out so far about the trees of one method. */
final class Findings {
  private final IdentityHashMap<Tree, TypeMirror> types = new IdentityHashMap<>();
  private final IdentityHashMap<Tree, Element> elements = new IdentityHashMap<>();
  private final IdentityHashMap<IdentifierTree, VariableTree> locals = new IdentityHashMap<>();
  private final IdentityHashMap<VariableTree, TypeMirror> localTypes = new IdentityHashMap<>();
  private final IdentityHashMap<Tree, Object> constants = new IdentityHashMap<>();
  private final List<UnresolvedException> failures = new ArrayList<>();
  private final Set<Tree> unresolved = Collections.newSetFromMap(new IdentityHashMap<>());

  private boolean namesUncertain;

  /** From here on there may be variables that were declared in a way that is not supported. */
  void namesAreUncertain() {
    namesUncertain = true;
  }

  boolean areNamesUncertain() {
    return namesUncertain;
  }

  void type(ExpressionTree tree, TypeMirror type) {
    types.put(tree, type);
  }

  TypeMirror typeOf(ExpressionTree tree) {
    return types.get(tree);
  }

  void element(Tree tree, Element element) {
    elements.put(tree, element);
  }

  void local(IdentifierTree tree, VariableTree declaration) {
    locals.put(tree, declaration);
  }

  void localType(VariableTree declaration, TypeMirror type) {
    localTypes.put(declaration, type);
  }

  TypeMirror typeOfLocal(VariableTree declaration) {
    return localTypes.get(declaration);
  }

  /** The value of a constant expression, or of a local constant variable. */
  void constant(Tree tree, Object value) {
    constants.put(tree, value);
  }

  Object constantOf(Tree tree) {
    return constants.get(tree);
  }

  /**
   * Remembers that something is not certain, so that what stands beside it can still be found out.
   *
   * @param tree the whole statement, or its whole expression, that is not looked at any further
   */
  void failure(Tree tree, UnresolvedException failure) {
    failures.add(failure);
    unresolved.add(tree);
    for (Tree inner = tree; inner instanceof ParenthesizedTree outer; ) {
      inner = outer.getExpression();
      unresolved.add(inner);
    }
  }

  List<UnresolvedException> failures() {
    return Collections.unmodifiableList(failures);
  }

  Set<Tree> unresolved() {
    return Collections.unmodifiableSet(unresolved);
  }

  Map<Tree, TypeMirror> types() {
    return Collections.unmodifiableMap(types);
  }

  Map<Tree, Element> elements() {
    return Collections.unmodifiableMap(elements);
  }

  Map<IdentifierTree, VariableTree> locals() {
    return Collections.unmodifiableMap(locals);
  }

  Map<VariableTree, TypeMirror> localTypes() {
    return Collections.unmodifiableMap(localTypes);
  }

  Map<Tree, Object> constants() {
    return Collections.unmodifiableMap(constants);
  }
}
