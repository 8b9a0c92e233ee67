package org.wengert.processor.incremental;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.wengert.processor.LeftoverProcessor;
import org.wengert.processor.WengertProcessor;

/**
 * A folder of class files, and one of generated sources, in which some sources are compiled again
 * at a time against what is left of the others. Nothing is ever deleted by itself.
 */
record Build(Path directory) {

  private Path classes() {
    return directory.resolve("classes");
  }

  private Path generated() {
    return directory.resolve("generated");
  }

  /** Compiles some sources with the processor, and returns what is wrong with them. */
  List<String> compile(List<Source> sources) {
    return compile(sources, List.of(new LeftoverProcessor(), new WengertProcessor()));
  }

  /** The same with annotations that nobody looks at. */
  List<String> compileWithoutProcessor(List<Source> sources) {
    return compile(sources, List.of());
  }

  private List<String> compile(List<Source> sources, List<Processor> processors) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    String classPath =
        classes() + System.getProperty("path.separator") + System.getProperty("java.class.path");
    List<String> options =
        new ArrayList<>(
            List.of("-d", classes().toString(), "-s", generated().toString(), "-cp", classPath));
    if (processors.isEmpty()) {
      options.add("-proc:none");
    }
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      Files.createDirectories(classes());
      Files.createDirectories(generated());
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null, manager, diagnostics, options, null, sources.stream().map(File::new).toList());
      if (!processors.isEmpty()) {
        task.setProcessors(processors);
      }
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }

  /** Deletes the class file of a class, and those of the classes in it. */
  void delete(String name) {
    Path file = classes().resolve(name.replace('.', '/') + ".class");
    try (var siblings = Files.list(file.getParent())) {
      String start = file.getFileName().toString().replace(".class", "");
      for (Path each : siblings.toList()) {
        if (each.getFileName().toString().matches(start + "(\\$.*)?\\.class")) {
          Files.delete(each);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the class files define now. */
  ClassLoader loader() {
    try {
      return new URLClassLoader(
          new URL[] {classes().toUri().toURL()}, Build.class.getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class File extends SimpleJavaFileObject {
    private final String text;

    File(Source source) {
      super(URI.create("string:///" + source.name().replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = source.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
