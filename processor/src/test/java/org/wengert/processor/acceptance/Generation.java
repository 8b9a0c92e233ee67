package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the processor made of some files.
 *
 * @param sources the generated sources, by their paths
 * @param made what it said of them when it made them
 */
record Generation(Map<String, String> sources, List<SpiedFiler.Made> made) {

  /** Of files that are compiled as well, among sources that may be compiled along. */
  static Generation compiling(List<Path> files, List<Path> sourcePath, Path classes) {
    return of(files, List.of("-d", classes.toString(), "-sourcepath", path(sourcePath)));
  }

  /** Of files that are read only, among sources, or class files where there are none. */
  static Generation processing(List<Path> files, List<Path> sourcePath, List<Path> classes) {
    String classPath =
        String.join(File.pathSeparator, path(classes), System.getProperty("java.class.path"));
    return of(files, List.of("-proc:only", "-sourcepath", path(sourcePath), "-cp", classPath));
  }

  private static String path(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Generation of(List<Path> files, List<String> options) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<SpiedFiler.Made> made = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      Path generated = Files.createTempDirectory("generated");
      List<String> all = new ArrayList<>(options);
      all.addAll(List.of("-nowarn", "-s", generated.toString()));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null, manager, diagnostics, all, null, manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(List.of(SpiedFiler.processor(made)));
      boolean succeeded = task.call();
      assertWithMessage("%s", diagnostics.getDiagnostics()).that(succeeded).isTrue();
      return new Generation(texts(generated), List.copyOf(made));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts of files that nobody needs any more. */
  private static Map<String, String> texts(Path directory) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> found = Files.walk(directory)) {
      for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
        if (Files.isRegularFile(file)) {
          texts.put(directory.relativize(file).toString(), Files.readString(file));
        }
        Files.delete(file);
      }
    }
    return texts;
  }
}
