package org.wengert.processor.proof;

/** A statement. */
sealed interface Stmt extends Node
    permits Block, Do, For, ForEach, If, Jump, Labelled, Local, Return, Switch, Throw, While {

  Completion run(Frame frame);
}
