package org.wengert.processor.model;

import javax.lang.model.element.ExecutableElement;

/**
 * What a generated method is.
 *
 * @param method the annotated method that it is a derivative of
 */
public record Derivative(ExecutableElement method, Form form) {
  /** Which derivative. */
  public enum Form {
    JVP,
    VJP,
    GRADIENT,
    JACOBIAN,
    HVP,
    HESSIAN,
    TAYLOR,
    /** One that would be there if the method had {@code order = 2}. */
    SECOND_ORDER,
    FUNCTION
  }
}
