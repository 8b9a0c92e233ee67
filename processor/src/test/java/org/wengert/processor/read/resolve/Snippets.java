package org.wengert.processor.read.resolve;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Source files to be compiled in memory up to attribution, with an annotation processor. */
record Snippets(List<String> sources) {
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record) (\\w+)");

  /** Each file is named after the first type in it. */
  static Snippets of(String... sources) {
    return new Snippets(List.of(sources));
  }

  /** Attributes the program and has the oracle compare; returns the errors. */
  List<Diagnostic<? extends JavaFileObject>> compare(Oracle oracle) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavacTask task = task(diagnostics, oracle, "-Xmaxerrs", "10000");
    try {
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Diagnostic<? extends JavaFileObject>> errors =
        diagnostics.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .toList();
    oracle.compare(Trees.instance(task), task.getTypes(), lines(errors));
    return errors;
  }

  static Set<Long> lines(List<Diagnostic<? extends JavaFileObject>> errors) {
    return errors.stream().map(Diagnostic::getLineNumber).collect(Collectors.toSet());
  }

  /** Their trees, from a parser of its own. */
  List<CompilationUnitTree> parse() throws IOException {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, files());
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    return units;
  }

  private List<Source> files() {
    return sources.stream().map(Source::new).toList();
  }

  /** The task to compile them. */
  JavacTask task(
      DiagnosticListener<JavaFileObject> diagnostics, Processor processor, String... options) {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostics, List.of(options), null, files());
    task.setProcessors(List.of(processor));
    return task;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///" + path(text)), Kind.SOURCE);
      this.text = text;
    }

    private static String path(String text) {
      Matcher inPackage = PACKAGE.matcher(text);
      Matcher type = TYPE.matcher(text);
      if (!type.find()) {
        throw new IllegalArgumentException("No type in " + text);
      }
      String folder = inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "";
      return folder + type.group(1) + ".java";
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
