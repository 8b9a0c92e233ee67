package org.wengert.processor.read.resolve;

import com.sun.source.tree.Tree;

/** The tree whose name or type could not be found, with the reason in the user's words. */
public final class UnresolvedException extends Exception {
  private static final long serialVersionUID = 1;
  private final transient Tree tree;

  UnresolvedException(Tree tree, String message) {
    super(message);
    this.tree = tree;
  }

  /** The innermost tree that could not be resolved. */
  public Tree tree() {
    return tree;
  }
}
