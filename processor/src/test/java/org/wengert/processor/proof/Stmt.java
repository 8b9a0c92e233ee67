package org.wengert.processor.proof;

/** A statement. */
sealed interface Stmt extends Node
    permits Assert,
        Block,
        Do,
        For,
        ForEach,
        If,
        Jump,
        Labelled,
        Late,
        Local,
        Return,
        Switch,
        Throw,
        While {

  Completion run(Frame frame);
}
