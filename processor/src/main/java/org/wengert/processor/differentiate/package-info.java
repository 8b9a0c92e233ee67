/**
 * Tape to tape: the forward tangent and the reverse adjoint. Both results are tapes of the same
 * language, so they can be differentiated again. Notation after Griewank and Walther, "Evaluating
 * Derivatives" (2008): the tangent of {@code x} is {@code xDot}, its adjoint {@code xBar}.
 */
package org.wengert.processor.differentiate;
