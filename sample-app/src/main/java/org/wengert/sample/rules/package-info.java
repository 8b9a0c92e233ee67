/**
 * Derivative rules of the user's own: for special functions, whose series are better not
 * differentiated term by term, and for a solver, whose derivative is another solution.
 */
package org.wengert.sample.rules;
