package org.wengert.processor.read.resolve;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/**
 * A method or constructor that a call may mean, with its types as a member of the class called on.
 *
 * @param variables the type parameters that the call leaves to be inferred
 */
record Candidate(
    ExecutableElement method,
    List<? extends TypeParameterElement> variables,
    List<TypeMirror> parameters,
    TypeMirror result) {

  /** The parameter for an argument; each one beyond the last is an element of the last. */
  TypeMirror parameter(int argument, boolean variableArity) {
    int last = parameters.size() - 1;
    return variableArity && argument >= last
        ? ((ArrayType) parameters.get(last)).getComponentType()
        : parameters.get(argument);
  }
}
