package org.wengert.processor;

import static com.google.common.truth.Truth.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;

/**
 * Asserts what the compiler says about the classes of one file, {@code Model.java}. Each place that
 * an error must show is marked: <code>/&#42;!&#42;/</code> stands right before it.
 */
final class Diagnostics {
  private static final String MARK = "/*!*/";
  private static final String HEADER = "package p;\nimport org.wengert.Differentiable;\n";

  private Diagnostics() {}

  /** The errors are exactly these, at the marks, in the order of the marks. */
  static void assertErrors(Processor processor, String classes, String... messages) {
    String source = HEADER + classes;
    List<String> expected = new ArrayList<>();
    int mark = source.indexOf(MARK);
    for (String message : messages) {
      assertThat(mark).isAtLeast(0);
      expected.add(position(source, mark + MARK.length()) + ": " + message);
      mark = source.indexOf(MARK, mark + 1);
    }
    assertThat(mark).isEqualTo(-1);
    assertThat(errors(processor, source)).containsExactlyElementsIn(expected);
  }

  private static List<String> errors(Processor processor, String source) {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(processor)
            .compile(JavaFileObjects.forSourceString("p.Model", source));
    return compilation.diagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(
            diagnostic ->
                String.format(
                    "%d:%d: %s",
                    diagnostic.getLineNumber(),
                    diagnostic.getColumnNumber(),
                    diagnostic.getMessage(Locale.ROOT)))
        .toList();
  }

  private static String position(String source, int offset) {
    String before = source.substring(0, offset);
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    return line + ":" + (offset - before.lastIndexOf('\n'));
  }
}
