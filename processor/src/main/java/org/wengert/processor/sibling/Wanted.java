package org.wengert.processor.sibling;

/**
 * What an annotated method asks for besides its first derivatives.
 *
 * @param order up to which it has derivatives: 1 or 2
 * @param sparse whether Jacobians and Hessians are wanted without their zeros
 * @param taylor whether Taylor series are
 */
public record Wanted(int order, boolean sparse, boolean taylor) {}
