package org.wengert.processor.read;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import java.util.List;
import org.wengert.processor.message.Problem;
import org.wengert.processor.read.resolve.Resolution;

/**
 * The body of a method, with what its names mean.
 *
 * @param fence what in it has no place on a tape
 * @param problems all that is known to be wrong with it before it is lowered
 */
record Body(Resolution resolution, Fence fence, List<Problem> problems) {

  /** Whether a tree can be lowered at all; if not, the problems say why. */
  boolean isSound(Tree tree) {
    return !fence.rejects(tree)
        && !resolution.isUnresolved(tree)
        && !(tree instanceof IdentifierTree name && fence.rejects(resolution.localOf(name)));
  }
}
