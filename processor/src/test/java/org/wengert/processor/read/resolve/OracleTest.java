package org.wengert.processor.read.resolve;

import static com.google.common.truth.Truth.assertThat;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The resolver agrees with the compiler on the sources of a real library. */
final class OracleTest {
  private static final Path SOURCES = Path.of("target/oracle/commons-math3-3.6.1-sources.jar");

  @Test
  void agreesWithJavacOnCommonsMath() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Oracle oracle = new Oracle();
    try (FileSystem jar = FileSystems.newFileSystem(SOURCES);
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  diagnostics,
                  List.of("-nowarn"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources(jar)));
      task.setProcessors(List.of(oracle));
      task.analyze();
      oracle.compare(Trees.instance(task), task.getTypes(), Set.of());
    }
    System.out.println(oracle.summary());

    assertThat(oracle.differences()).isEmpty();
  }

  private static List<Path> sources(FileSystem jar) throws IOException {
    try (Stream<Path> all = Files.walk(jar.getPath("/"))) {
      return all.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
  }
}
