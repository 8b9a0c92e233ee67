package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertWithMessage;

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
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.wengert.processor.WengertProcessor;

/** javac with the processor, from sources in memory to class files in a directory. */
final class Compiler {
  private final List<String> options = new ArrayList<>();
  private final List<Path> path = new ArrayList<>();
  private boolean processes = true;

  Compiler with(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Class files from an earlier compilation. */
  Compiler against(Path... classes) {
    path.addAll(List.of(classes));
    return this;
  }

  Compiler withoutProcessor() {
    processes = false;
    return this;
  }

  /** Compiles what must compile. */
  void compile(Path to, String... files) {
    assertWithMessage("%s", String.join("\n", files)).that(errors(to, files)).isEmpty();
  }

  /** What is wrong with the files, each text beginning with a package declaration. */
  List<String> errors(Path to, String... files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> all = new ArrayList<>(options);
    String separator = System.getProperty("path.separator");
    String classPath =
        Stream.concat(
                path.stream().map(Path::toString), Stream.of(System.getProperty("java.class.path")))
            .reduce((a, b) -> a + separator + b)
            .orElseThrow();
    all.addAll(List.of("-d", to.toString(), "-cp", classPath));
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      Files.createDirectories(to);
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null, manager, diagnostics, all, null, Stream.of(files).map(Source::new).toList());
      task.setProcessors(processes ? List.of(new WengertProcessor()) : List.of());
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(
            diagnostic ->
                diagnostic.getLineNumber()
                    + ":"
                    + diagnostic.getColumnNumber()
                    + ": "
                    + diagnostic.getMessage(Locale.ROOT))
        .toList();
  }

  /** What the class files of some directories define. */
  static ClassLoader loader(Path... classes) {
    try {
      List<URL> urls = new ArrayList<>();
      for (Path directory : classes) {
        urls.add(directory.toUri().toURL());
      }
      return new URLClassLoader(urls.toArray(URL[]::new), Compiler.class.getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///" + name(text) + ".java"), Kind.SOURCE);
      this.text = text;
    }

    private static String name(String text) {
      if (text.contains("module ")) {
        return "module-info";
      }
      String directory = text.replaceFirst("(?s)^package ([\\w.]+);.*", "$1").replace('.', '/');
      return directory + "/" + text.replaceFirst("(?s)^.*?(?:class|enum) (\\w+).*", "$1");
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
