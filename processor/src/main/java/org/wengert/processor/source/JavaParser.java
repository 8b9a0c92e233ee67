package org.wengert.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The parser of the JDK that runs this, for what a compiler without syntax trees compiles. */
final class JavaParser {
  private final List<String> options;
  private final Map<String, Parsed> known = new HashMap<>();

  /**
   * @param version that of the sources; a newer one than the JDK knows is read as far as it goes
   */
  JavaParser(SourceVersion version) {
    int feature = Math.min(version.ordinal(), SourceVersion.latest().ordinal());
    options = List.of("-proc:none", "--source", Integer.toString(feature));
  }

  /**
   * A file and its syntax tree.
   *
   * @param error the first thing that is no Java
   */
  record Parsed(String file, String text, Locations locations, Optional<String> error) {
    CompilationUnitTree unit() {
      return locations.unit();
    }

    /** The name of the file without its directory. */
    String name() {
      return file.replaceAll(".*[/\\\\]", "");
    }
  }

  /** The same result for a file as long as its text is the same. */
  Parsed parse(String file, String text) {
    Parsed last = known.get(file);
    if (last == null || !last.text().equals(text)) {
      last = parse(new Source(file, text));
      known.put(file, last);
    }
    return last;
  }

  private Parsed parse(Source source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavacTask task = (JavacTask) compiler.getTask(null, null, said, options, null, List.of(source));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      return new Parsed(
          source.file,
          source.text,
          new Locations(unit, Trees.instance(task).getSourcePositions()),
          said.getDiagnostics().stream()
              .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
              .findFirst()
              .map(each -> "line " + each.getLineNumber() + ": " + each.getMessage(Locale.ROOT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String file;
    private final String text;

    private Source(String file, String text) {
      super(URI.create("text:///" + file.replaceAll(".*[/\\\\]", "")), Kind.SOURCE);
      this.file = file;
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
