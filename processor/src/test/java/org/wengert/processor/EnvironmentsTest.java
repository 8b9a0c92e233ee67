package org.wengert.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The processing environments that build tools and other compilers hand to a processor. */
final class EnvironmentsTest {

  static Stream<List<String>> alone() {
    return Wrappers.ALL.keySet().stream().map(List::of);
  }

  static Stream<List<String>> stacked() {
    return Wrappers.ALL.keySet().stream()
        .flatMap(
            outer -> Wrappers.ALL.keySet().stream().map(inner -> List.of(outer, inner, outer)));
  }

  /**
   * The syntax trees are those of javac within, while files are written by the tool's own filer.
   */
  @ParameterizedTest
  @MethodSource({"alone", "stacked"})
  void wrappers(List<String> names) throws IOException {
    List<String> files = new ArrayList<>();
    Compilation compilation =
        compile(
            javac -> {
              ProcessingEnvironment environment = watched(javac, files);
              for (String name : names) {
                environment = Wrappers.ALL.get(name).apply(environment);
              }
              return environment;
            });
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(generated(compilation)).isEqualTo(generated(compile(javac -> javac)));
    assertThat(files).containsExactly("p.ModelDerivatives");
  }

  /** As Gradle does by {@code options.debug = false}. */
  @Test
  void withoutDebugInformationTheSameIsGenerated() throws IOException {
    String text =
        "package p;\nclass Model {\n\n @org.wengert.Differentiable\r\n static double f(double x) {\n"
            + "    double s = x; if (x > 1) { s *= x; }\r\n    return s * s;\n  }\n}\n";
    assertThat(generated(text, "-g:none")).isEqualTo(generated(text, "-g"));
  }

  private static String generated(String text, String option) throws IOException {
    Compilation compilation =
        Compiler.javac()
            .withOptions(option)
            .withProcessors(new WengertProcessor())
            .compile(JavaFileObjects.forSourceString("p.Model", text));
    assertThat(compilation).succeededWithoutWarnings();
    return generated(compilation);
  }

  private static String generated(Compilation compilation) throws IOException {
    return compilation
        .generatedSourceFile("p.ModelDerivatives")
        .orElseThrow()
        .getCharContent(true)
        .toString();
  }

  @Test
  void compilerWithoutSyntaxTreesIsNamedOnce() {
    Compilation compilation = compile(Foreign::new);
    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
        .isEqualTo(
            "this compiler does not let annotation processors read method bodies, so nothing can be"
                + " differentiated: compile with javac or Eclipse's compiler");
  }

  @Test
  void classFilesHaveNoBodiesToRead(@TempDir Path directory) throws IOException {
    Path source =
        Files.writeString(
            directory.resolve("Model.java"),
            "class Model { @org.wengert.Differentiable static double f(double x) { return x; } }");
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    String to = directory.toString();
    assertThat(javac.run(null, null, null, "-proc:none", "-d", to, source.toString())).isEqualTo(0);
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    String path = to + File.pathSeparator + System.getProperty("java.class.path");
    JavaCompiler.CompilationTask task =
        javac.getTask(null, null, said, List.of("-cp", path, "-d", to), List.of("Model"), null);
    task.setProcessors(List.of(new WengertProcessor()));
    task.call();
    assertThat(said.getDiagnostics().stream().map(each -> each.getMessage(Locale.ROOT)))
        .containsExactly(
            "f comes from a class file, where it has no body to differentiate: compile its source");
  }

  private static Compilation compile(UnaryOperator<ProcessingEnvironment> wrapping) {
    return Compiler.javac()
        .withProcessors(new WrappedProcessor(wrapping))
        .compile(
            JavaFileObjects.forSourceLines(
                "p.Model",
                "package p;",
                "final class Model {",
                "  @org.wengert.Differentiable static double f(double x) { return x * x; }",
                "  @org.wengert.Differentiable static double g(double x) { return x * x; }",
                "}"));
  }

  /** Takes note of the files that are created by way of it. */
  private static ProcessingEnvironment watched(ProcessingEnvironment javac, List<String> created) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("createSourceFile")) {
            created.add(arguments[0].toString());
          }
          return new Wrappers.Wrapper(javac.getFiler()).invoke(proxy, method, arguments);
        };
    Object filer =
        Proxy.newProxyInstance(
            EnvironmentsTest.class.getClassLoader(), new Class<?>[] {Filer.class}, handler);
    return new ChangedEnvironment(javac, javac.getElementUtils(), (Filer) filer);
  }

  private static final class Foreign extends EnvironmentDecorator {
    private Foreign(ProcessingEnvironment inner) {
      super(inner);
    }
  }
}
