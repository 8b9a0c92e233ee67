package org.wengert.processor;

import static com.google.common.truth.Truth.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;

/**
 * Asserts what the compiler says about the classes of one file, {@code Model.java}. Each place that
 * an error must show is marked: <code>/&#42;!&#42;/</code> stands right before it. The text that it
 * must cover may stand between « and », which are taken away before the program is compiled.
 */
final class Diagnostics {
  private static final String MARK = "/*!*/";
  private static final String HEADER = "package p;\nimport org.wengert.Differentiable;\n";
  private static final Pattern BRACKET = Pattern.compile("[«»]");

  private Diagnostics() {}

  /** The errors are exactly these, at the marks, in the order of the marks. */
  static void assertErrors(Processor processor, String classes, String... messages) {
    String marked = HEADER + classes;
    String source = BRACKET.matcher(marked).replaceAll("");
    List<String> expected = new ArrayList<>();
    int mark = source.indexOf(MARK);
    for (String message : messages) {
      assertThat(mark).isAtLeast(0);
      expected.add(position(source, mark + MARK.length()) + ": " + message);
      mark = source.indexOf(MARK, mark + 1);
    }
    assertThat(mark).isEqualTo(-1);
    List<Diagnostic<?>> errors = errors(processor, source);
    assertThat(
            errors.stream()
                .map(
                    error ->
                        String.format(
                            "%d:%d: %s",
                            error.getLineNumber(),
                            error.getColumnNumber(),
                            error.getMessage(Locale.ROOT))))
        .containsExactlyElementsIn(expected);
    if (!source.equals(marked)) {
      assertThat(ranges(errors)).containsExactlyElementsIn(ranges(marked));
    }
  }

  /** There are errors that cover exactly the pieces that are marked, whatever they say. */
  static void assertRanges(Processor processor, String classes) {
    String marked = HEADER + classes;
    List<Diagnostic<?>> errors = errors(processor, BRACKET.matcher(marked).replaceAll(""));
    assertThat(ranges(errors)).containsExactlyElementsIn(ranges(marked));
  }

  private static List<String> ranges(List<Diagnostic<?>> errors) {
    return errors.stream()
        .map(error -> error.getStartPosition() + "-" + error.getEndPosition())
        .toList();
  }

  /** The marked ones, as offsets in the program without the marks. */
  private static List<String> ranges(String marked) {
    List<String> ranges = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    Matcher bracket = BRACKET.matcher(marked);
    for (int seen = 0; bracket.find(); seen++) {
      int offset = bracket.start() - seen;
      if (bracket.group().equals("«")) {
        open.push(offset);
      } else {
        ranges.add(open.pop() + "-" + offset);
      }
    }
    return ranges;
  }

  private static List<Diagnostic<?>> errors(Processor processor, String source) {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(processor)
            .compile(JavaFileObjects.forSourceString("p.Model", source));
    return compilation.diagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .<Diagnostic<?>>map(diagnostic -> diagnostic)
        .toList();
  }

  private static String position(String source, int offset) {
    String before = source.substring(0, offset);
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    return line + ":" + (offset - before.lastIndexOf('\n'));
  }
}
