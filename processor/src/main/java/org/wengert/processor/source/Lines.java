package org.wengert.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The lines of a file. javac knows them only where its class files shall contain them. */
final class Lines {
  private Lines() {}

  static int number(CompilationUnitTree unit, long position) {
    LineMap known = unit.getLineMap();
    return known == null ? counted(unit, position) : (int) known.getLineNumber(position);
  }

  private static int counted(CompilationUnitTree unit, long position) {
    try {
      String before =
          unit.getSourceFile().getCharContent(true).toString().substring(0, (int) position);
      return (int) (before + "$").lines().count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
