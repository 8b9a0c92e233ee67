package org.wengert.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import org.wengert.processor.message.Problem;
import org.wengert.processor.source.SourceFile;
import org.wengert.processor.tape.Location;

/** A file as javac has parsed it. */
record ParsedFile(Trees trees, CompilationUnitTree unit) implements SourceFile {
  @Override
  public Optional<MethodTree> declaration(ExecutableElement method) {
    return trees.getTree(method) != null && trees.getPath(method).getCompilationUnit() == unit
        ? Optional.of(trees.getTree(method))
        : Optional.empty();
  }

  @Override
  public Location locate(Tree tree) {
    long start = trees.getSourcePositions().getStartPosition(unit, tree);
    long end = trees.getSourcePositions().getEndPosition(unit, tree);
    return new Location((int) unit.getLineMap().getLineNumber(start), (int) start, (int) end);
  }

  @Override
  public void report(Problem problem, ExecutableElement method) {
    throw new UnsupportedOperationException(problem.text());
  }
}
