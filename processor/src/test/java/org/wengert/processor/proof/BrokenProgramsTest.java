package org.wengert.processor.proof;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.wengert.processor.WengertProcessor;

/**
 * Random programs into which statements are put that must be refused: no error is anywhere else,
 * and the processor never fails on what is left of a method.
 */
final class BrokenProgramsTest {
  private static final int PROGRAMS = 25;
  private static final int PERCENT = 40;

  private static final List<String> STATEMENTS =
      List.of(
          "{ double broken = Math.random(); }",
          "{ Runnable broken = () -> {}; broken.run(); }",
          "{ Object broken = new Object(); broken.hashCode(); }",
          "{ Double broken = 1.0; double more = broken + 1; }",
          "{ try { double broken = Math.random(); } finally { } }",
          "{ var broken = absent; while (broken > 1) broken = broken / 2; }",
          "{ double[] broken = gone; for (double each : broken) { each += Math.random(); } }",
          "{ switch (absent) { case 1: double more = 3; break; default: more = Math.random(); } }",
          "{ if (absent > 2) { double more = Math.random(); } else { double more = gone; } }",
          "{ int[] broken = {gone, 2}; broken[0] = absent; }");

  @Test
  void onlyWhatIsBrokenIsRefused() throws IOException {
    for (int seed = 1; seed <= PROGRAMS; seed++) {
      Program program = Programs.of(seed, "f", 0);
      List<JavaFileObject> files = new ArrayList<>();
      files.add(MemoryFiles.source("Ruled", Known.RULES));
      files.add(file(program, "A0", broken(program.text(false), new Random(seed))));
      files.add(file(program, "B0", program.text(true)));
      List<Diagnostic<? extends JavaFileObject>> errors = errors(files);
      assertThat(errors).isNotEmpty();
      for (Diagnostic<? extends JavaFileObject> error : errors) {
        assertWithMessage("program %s: %s", seed, error)
            .that(STATEMENTS)
            .contains(line(error).strip());
      }
    }
  }

  /** The same members, with the first statement broken, and some of the others. */
  private static String broken(String members, Random random) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    boolean first = true;
    for (String line : members.lines().toList()) {
      if (depth > 0 && isStatement(line) && (first || random.nextInt(100) < PERCENT)) {
        text.append(STATEMENTS.get(random.nextInt(STATEMENTS.size()))).append('\n');
        first = false;
      }
      text.append(line).append('\n');
      depth += count(line, '{') - count(line, '}');
    }
    return text.toString();
  }

  private static boolean isStatement(String line) {
    return line.endsWith(";")
        && !line.matches("(static|private|final|this|case|default|while|}).*");
  }

  private static int count(String line, char wanted) {
    return (int) line.chars().filter(c -> c == wanted).count();
  }

  private static JavaFileObject file(Program program, String name, String members) {
    String modes = members.contains(Type.MODE.toString()) ? Mode.declaration() : "";
    String text =
        (modes + members)
            .replace(Carrier.NAME, program.main().name().toUpperCase(Locale.ROOT) + "R")
            .replace(Type.MODE.toString(), name + ".Mode")
            .replace(Batch.OTHER, "B0.")
            .replace(Batch.HOME, "A0.");
    return MemoryFiles.source(name, "package proof;\nclass " + name + " {\n" + text + "}\n");
  }

  private static List<Diagnostic<? extends JavaFileObject>> errors(List<JavaFileObject> files) {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> options = List.of("-Xlint:none", "-cp", System.getProperty("java.class.path"));
    JavaCompiler.CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(null, new MemoryFiles(), said, options, null, files);
    task.setProcessors(List.of(new WengertProcessor()));
    task.call();
    return said.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .toList();
  }

  private static String line(Diagnostic<? extends JavaFileObject> error) throws IOException {
    String text = error.getSource().getCharContent(true).toString();
    return text.lines().toList().get((int) error.getLineNumber() - 1);
  }
}
