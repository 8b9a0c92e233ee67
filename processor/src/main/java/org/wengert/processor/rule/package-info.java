/**
 * The table of elementary operations and their partial derivatives. One table serves both modes:
 * every partial derivative is a linear map on a seed, which the tangent applies going forward and
 * the adjoint going backward. The maps are themselves made of operations in the table, so a
 * derivative can be differentiated again.
 */
package org.wengert.processor.rule;
