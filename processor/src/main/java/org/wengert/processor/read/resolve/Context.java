package org.wengert.processor.read.resolve;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.VariableTree;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Where a method stands, and what has been found out about its body. */
record Context(
    JavaTypes types,
    Members members,
    Imports imports,
    Access access,
    ExecutableElement method,
    Scopes<VariableTree> locals,
    Scopes<ClassTree> localClasses,
    Findings findings) {

  /** The class that declares the method. */
  TypeElement owner() {
    return (TypeElement) method.getEnclosingElement();
  }
}
