package org.wengert.processor.proof;

/** An expression, which knows what it means. */
sealed interface Expr extends Node
    permits Access,
        Assign,
        Binary,
        Call,
        Cast,
        Choice,
        Constant,
        Create,
        Fresh,
        Invocation,
        KnownCall,
        Length,
        Library,
        Literal,
        MathCall,
        Nothing,
        Same,
        Place,
        Spread,
        Step,
        SwitchValue,
        Unary {
  Type type();

  Object value(Frame frame);
}
