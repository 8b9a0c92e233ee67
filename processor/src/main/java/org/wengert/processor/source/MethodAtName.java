package org.wengert.processor.source;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.Optional;
import org.wengert.processor.tape.Location;

/** Finds the innermost method around a position in a file. */
final class MethodAtName extends TreeScanner<Void, Void> {
  private final SourceFile file;
  private final int wanted;
  private Optional<MethodTree> found = Optional.empty();

  private MethodAtName(SourceFile file, int wanted) {
    this.file = file;
    this.wanted = wanted;
  }

  static Optional<MethodTree> find(SourceFile file, int position) {
    MethodAtName search = new MethodAtName(file, position);
    search.scan(file.unit(), null);
    return search.found;
  }

  @Override
  public Void visitMethod(MethodTree tree, Void unused) {
    Location at = file.locate(tree);
    if (at.start() <= wanted && wanted < at.end()) {
      found = Optional.of(tree);
    }
    return super.visitMethod(tree, null);
  }
}
