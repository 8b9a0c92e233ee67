package org.wengert.processor;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.explain.SourceText;
import org.wengert.processor.source.SourceFile;
import org.wengert.processor.tape.Location;

/** The source that a page shows. A class of its own, since it names trees, which may be missing. */
final class PageSource {
  private PageSource() {}

  static SourceText of(SourceFile file) throws IOException {
    List<Location> methods = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void unused) {
        methods.add(file.locate(method));
        return super.visitMethod(method, unused);
      }
    }.scan(file.unit(), null);
    return new SourceText(file.unit().getSourceFile().getCharContent(true).toString(), methods);
  }
}
