package org.wengert;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks the processor for the derivatives of a static method.
 *
 * <p>For a method {@code f} of class {@code Model}, the class {@code ModelDerivatives} in the same
 * package offers {@code fJvp} (forward mode), {@code fVjp} and {@code fGradient} (reverse mode),
 * {@code fJacobian} where {@code f} returns an array, and, where the active parameters form one
 * vector, {@code f} as a {@link ScalarFunction} or {@link VectorFunction}. The derivatives of a
 * method of the nested class {@code Model.Part} are in {@code Model_PartDerivatives}.
 *
 * <p>A method that cannot be differentiated exactly is a compile error at the expression that is
 * the reason.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Differentiable {

  /**
   * The names of the parameters with respect to which to differentiate: the active ones. Empty
   * means every parameter of floating-point kind: {@code double}, {@code float}, their arrays of
   * any rank, and types made of them.
   */
  String[] wrt() default {};

  /**
   * The highest order of derivative wanted, from 1 to 6: from 2 on with Hessians and their products
   * with a vector; more is for methods of other files whose higher derivatives go through this one.
   */
  int order() default 1;

  /**
   * Whether the method's Jacobian, or with {@code order = 2} its Hessian, is also wanted without
   * its zeros: {@code fSparsity} and {@code fSparseJacobian}, or {@code fSparseHessian}. Their cost
   * grows with the number of colours of the pattern and not with that of the columns.
   *
   * @see Sparsity
   */
  boolean sparse() default false;

  /**
   * Whether the coefficients of Taylor series along a direction are wanted, to any order: {@code
   * fTaylor}. The method has to return something, and must not write into arrays it is given.
   */
  boolean taylor() default false;

  /**
   * The base name of everything generated for this method, in place of the method's own name.
   * Overloads need it, since they would otherwise generate methods of the same name.
   */
  String name() default "";
}
