package org.wengert.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Methods whose declarations wait for what other processors generate. */
final class RoundsTest {
  private static final JavaFileObject MODEL =
      JavaFileObjects.forSourceLines(
          "p.Model",
          "package p;",
          "final class Model {",
          "  @org.wengert.Differentiable",
          "  static double f(double x, java.util.List<Late[]> late) { return x * x; }",
          "}");

  @Test
  void waitsForClassesOfOtherProcessors() {
    Compilation compilation =
        Compiler.javac().withProcessors(new Generating(), new WengertProcessor()).compile(MODEL);
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation).generatedSourceFile("p.ModelDerivatives");
  }

  @Test
  void leavesClassesThatNobodyGeneratesToTheCompiler() {
    Compilation compilation =
        Compiler.javac().withProcessors(new WengertProcessor()).compile(MODEL);
    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation).hadErrorContaining("cannot find symbol").inFile(MODEL).onLine(4);
  }

  /** Generates the class {@code Late} in the first round. */
  private static final class Generating extends AbstractProcessor {
    private boolean done;

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        try (Writer writer = processingEnv.getFiler().createSourceFile("p.Late").openWriter()) {
          writer.write("package p; interface Late {}");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }
  }
}
