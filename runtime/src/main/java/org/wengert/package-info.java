/**
 * What code with derivatives is written with and linked against.
 *
 * <p>Annotate a static method with {@link org.wengert.Differentiable}; the processor then writes a
 * sibling class with its derivatives. The types here are what those derivatives return ({@link
 * org.wengert.Dual} and its relatives), the shapes in which an optimiser takes them ({@link
 * org.wengert.ScalarFunction}, {@link org.wengert.VectorFunction}), how to find them by name
 * ({@link org.wengert.Differentiables}) and how to verify them ({@link org.wengert.GradientCheck}).
 *
 * <p>Words and notation follow A. Griewank and A. Walther, <i>Evaluating Derivatives</i>: a tangent
 * is {@code xDot}, an adjoint is {@code xBar}; a JVP is the product of the Jacobian with a tangent,
 * a VJP the product of an adjoint with the Jacobian.
 */
package org.wengert;
