package org.wengert.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.tools.Diagnostic;
import org.wengert.processor.tape.Location;

/** Where the trees of a file stand. */
record Locations(CompilationUnitTree unit, SourcePositions positions) {

  Location of(Tree tree) {
    long start = positions.getStartPosition(unit, tree);
    long end = positions.getEndPosition(unit, tree);
    if (start == Diagnostic.NOPOS) {
      return Location.NONE;
    }
    return new Location(line(start), (int) start, (int) Math.max(start, end));
  }

  /** javac knows the lines only where its class files shall contain them. */
  private int line(long position) {
    LineMap known = unit.getLineMap();
    return known == null ? counted(position) : (int) known.getLineNumber(position);
  }

  private int counted(long position) {
    try {
      String before =
          unit.getSourceFile().getCharContent(true).toString().substring(0, (int) position);
      return (int) (before + "$").lines().count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
