package org.wengert.processor.proof;

import java.util.List;

/** A part of a program, which knows how it is written. */
sealed interface Node permits Expr, Stmt {
  List<Node> children();

  /** The same with other children. */
  Node with(List<Node> children);

  String text();

  /** What of the language this is, for counting. */
  String construct();
}
