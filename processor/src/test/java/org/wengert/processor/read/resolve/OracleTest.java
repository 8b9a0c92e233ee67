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

    assertThat(oracle.differences()).containsExactlyElementsIn(knownDifferences());
    assertThat(oracle.methods()).isEqualTo(7828);
    // The other 95 hold an anonymous class, which is passed over with its statement.
    assertThat(oracle.fullyTyped()).isEqualTo(7733);
    // Wildcards that javac captures; here their bounds, or raw types, stand for them.
    assertThat(oracle.sameErasure()).isEqualTo(8);
    assertThat(oracle.sameType()).isEqualTo(245_698);
    assertThat(oracle.sameName()).isEqualTo(170_619 - knownDifferences().size());
  }

  /**
   * Before some release between 17 and 25, javac took a method of Object for the one that overrides
   * it in an interface two steps up.
   */
  private static List<String> knownDifferences() {
    if (Runtime.version().feature() > 17) {
      return List.of();
    }
    String map = "METHOD java.util.Map.";
    String object = ", javac: METHOD java.lang.Object.";
    return List.of(
        "Frequency.java hashCode: freqTable.hashCode(): "
            + map
            + "hashCode()"
            + object
            + "hashCode()",
        "Frequency.java hashCode: freqTable.hashCode: "
            + map
            + "hashCode()"
            + object
            + "hashCode()",
        "Frequency.java equals: freqTable.equals(other.freqTable): "
            + map
            + "equals(java.lang.Object)"
            + object
            + "equals(java.lang.Object)",
        "Frequency.java equals: freqTable.equals: "
            + map
            + "equals(java.lang.Object)"
            + object
            + "equals(java.lang.Object)");
  }

  private static List<Path> sources(FileSystem jar) throws IOException {
    try (Stream<Path> all = Files.walk(jar.getPath("/"))) {
      return all.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
  }
}
