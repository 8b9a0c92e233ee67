package org.wengert.processor.sibling;

/** One annotated method with its derivatives. */
public record Member(Signature signature, Derivatives derivatives) {}
