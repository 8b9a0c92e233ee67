package org.wengert.processor.eclipse;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.wengert.processor.WengertProcessor;
import org.wengert.processor.WrappedProcessor;
import org.wengert.processor.Wrappers;

/**
 * javac, or a version of Eclipse's compiler, which the build lays down in the target directory.
 *
 * @param processor a new one for each compilation
 */
public record CompilerUnderTest(
    String name, JavaCompiler compiler, Supplier<Processor> processor, String classPath) {
  /** With the libraries of the sample application. */
  private static final String CLASS_PATH =
      String.join(
          File.pathSeparator,
          System.getProperty("java.class.path"),
          Path.of("target", "hipparchus", "core.jar").toString(),
          Path.of("target", "hipparchus", "ode.jar").toString());

  /**
   * What comes of a compilation.
   *
   * @param classes the directory of the class files
   * @param generated the texts of the generated sources, by their places
   * @param errors what the compiler and the processor say
   */
  public record Outcome(Path classes, Map<String, String> generated, List<Said> errors) {}

  /** An error in a file, which is known by its place. */
  public record Said(String file, String text) {}

  public static CompilerUnderTest javac() {
    return new CompilerUnderTest(
        "javac", ToolProvider.getSystemJavaCompiler(), WengertProcessor::new, CLASS_PATH);
  }

  /** javac in tools that put environments of their own around its. */
  static Stream<CompilerUnderTest> wrapped() {
    return Wrappers.ALL.entrySet().stream()
        .map(
            wrapper ->
                new CompilerUnderTest(
                    wrapper.getKey(),
                    ToolProvider.getSystemJavaCompiler(),
                    () -> new WrappedProcessor(wrapper.getValue()),
                    CLASS_PATH));
  }

  /** Each in a class loader of its own. */
  static Stream<CompilerUnderTest> eclipse() {
    return Stream.of("oldest", "newest").map(CompilerUnderTest::eclipse);
  }

  private static CompilerUnderTest eclipse(String name) {
    try {
      URL jar = Path.of("target", "ecj", name + ".jar").toUri().toURL();
      ClassLoader loader =
          new URLClassLoader(new URL[] {jar}, CompilerUnderTest.class.getClassLoader());
      return new CompilerUnderTest(
          name,
          (JavaCompiler)
              loader
                  .loadClass("org.eclipse.jdt.internal.compiler.tool.EclipseCompiler")
                  .getConstructor()
                  .newInstance(),
          WengertProcessor::new,
          CLASS_PATH);
    } catch (IOException | ReflectiveOperationException e) {
      throw new AssertionError("the build copies it there", e);
    }
  }

  /** The same with more classes on the class path. */
  CompilerUnderTest with(Path classes) {
    return new CompilerUnderTest(
        name, compiler, processor, classPath + File.pathSeparator + classes);
  }

  /** Compiles files in memory, whose names are those of their classes, in a directory. */
  public Outcome compile(Path directory, Map<String, String> files) throws IOException {
    Path sources = directory.resolve("sources");
    List<Path> paths = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = sources.resolve(file.getKey().replace('.', '/') + ".java");
      Files.createDirectories(path.getParent());
      paths.add(Files.writeString(path, file.getValue()));
    }
    return compile(directory, sources, paths);
  }

  private Outcome compile(Path directory, Path sources, List<Path> files) throws IOException {
    Path classes = Files.createDirectories(directory.resolve(name + "-classes"));
    Path generated = Files.createDirectories(directory.resolve(name + "-generated"));
    List<String> options =
        List.of(
            "-source",
            "17",
            "-target",
            "17",
            "-nowarn",
            "-sourcepath",
            sources.toString(),
            "-classpath",
            classPath,
            "-d",
            classes.toString(),
            "-s",
            generated.toString());
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(said, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              manager,
              said,
              options,
              null,
              manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(List.of(processor.get()));
      task.call();
    }
    return new Outcome(
        classes,
        texts(generated),
        said.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .map(
                diagnostic ->
                    new Said(place(diagnostic, sources), diagnostic.getMessage(Locale.ROOT)))
            .toList());
  }

  private static String place(Diagnostic<? extends JavaFileObject> diagnostic, Path sources) {
    return diagnostic.getSource() == null
        ? ""
        : sources.toUri().relativize(diagnostic.getSource().toUri()).toString();
  }

  /** All files of a directory. */
  static Map<String, String> texts(Path directory) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        texts.put(directory.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  @Override
  public String toString() {
    return name;
  }
}
