/**
 * Simplification: a tape rewritten into a smaller one that computes the same, bit for bit,
 * exceptions included. Every pass is a {@link org.wengert.processor.simplify.Rule} of one forward
 * traversal, the {@link org.wengert.processor.simplify.Rewriter}.
 */
package org.wengert.processor.simplify;
