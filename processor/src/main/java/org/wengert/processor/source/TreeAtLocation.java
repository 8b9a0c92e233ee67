package org.wengert.processor.source;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.Optional;
import org.wengert.processor.tape.Location;

/** Finds the smallest tree that covers a location; of several of the same text the innermost. */
final class TreeAtLocation extends TreeScanner<Void, Void> {
  private final SourceFile file;
  private final Location wanted;
  private Optional<Tree> best = Optional.empty();
  private int bestLength = Integer.MAX_VALUE;

  private TreeAtLocation(SourceFile file, Location wanted) {
    this.file = file;
    this.wanted = wanted;
  }

  /** Empty for {@link Location#NONE}. */
  static Optional<Tree> find(SourceFile file, Location wanted) {
    if (wanted.equals(Location.NONE)) {
      return Optional.empty();
    }
    TreeAtLocation search = new TreeAtLocation(file, wanted);
    search.scan(file.unit(), null);
    return search.best;
  }

  @Override
  public Void scan(Tree tree, Void unused) {
    if (tree != null) {
      Location at = file.locate(tree);
      int length = at.end() - at.start();
      boolean covers = at.start() <= wanted.start() && wanted.end() <= at.end();
      if (covers && length <= bestLength && !at.equals(Location.NONE)) {
        best = Optional.of(tree);
        bestLength = length;
      }
    }
    return super.scan(tree, unused);
  }
}
