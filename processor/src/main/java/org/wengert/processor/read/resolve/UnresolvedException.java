package org.wengert.processor.read.resolve;

import com.sun.source.tree.Tree;

/** The tree whose name or type could not be found, with the reason in the user's words. */
public final class UnresolvedException extends Exception {
  private static final long serialVersionUID = 1;
  private final transient Tree tree;
  private final boolean following;

  UnresolvedException(Tree tree, String message) {
    this(tree, message, false);
  }

  private UnresolvedException(Tree tree, String message, boolean following) {
    super(message);
    this.tree = tree;
    this.following = following;
  }

  /** One that follows from something else in the method that must be changed. */
  static UnresolvedException following(Tree tree, String message) {
    return new UnresolvedException(tree, message, true);
  }

  /** Whether it will be gone once something else is changed that is said anyway. */
  public boolean isFollowing() {
    return following;
  }

  /** The innermost tree that could not be resolved. */
  public Tree tree() {
    return tree;
  }
}
