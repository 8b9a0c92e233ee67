package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.wengert.processor.WengertProcessor;

/** Programs that are compiled together, in memory. */
final class Batch {
  /** Stands in calls for the class of the methods elsewhere, until the class is written. */
  static final String OTHER = "Other.";

  /** The same for the class of the method. */
  static final String HOME = "Home.";

  private final List<String> errors = new ArrayList<>();
  private final MemoryFiles files;
  private final ClassLoader loader;

  private Batch(MemoryFiles files) {
    this.files = files;
    this.loader = files.loader();
  }

  static Batch of(List<Program> programs) {
    return compile(programs, true);
  }

  /** Whether the programs alone are valid Java. */
  static boolean isValid(Program program) {
    return compile(List.of(program), false).errors.isEmpty();
  }

  private static Batch compile(List<Program> programs, boolean process) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    MemoryFiles files = new MemoryFiles();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            files,
            diagnostics,
            List.of("-g:lines", "-Xlint:none", "-cp", System.getProperty("java.class.path")),
            null,
            sources(programs));
    task.setProcessors(process ? List.of(new WengertProcessor()) : List.of());
    Batch batch = new Batch(files);
    task.call();
    for (Diagnostic<?> diagnostic : diagnostics.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        batch.errors.add(diagnostic.getMessage(Locale.ROOT));
      }
    }
    return batch;
  }

  private static List<JavaFileObject> sources(List<Program> programs) {
    Map<String, StringBuilder> classes = new TreeMap<>();
    Set<String> withModes = new HashSet<>();
    for (Program program : programs) {
      for (boolean elsewhere : new boolean[] {false, true}) {
        String text = program.text(elsewhere);
        if (text.contains(Type.MODE.toString())) {
          withModes.add(name(program, false));
        }
        if (!text.isEmpty()) {
          String here =
              text.replace(Carrier.NAME, program.main().name().toUpperCase(Locale.ROOT) + "_")
                  .replace(OTHER, name(program, true) + ".")
                  .replace(HOME, name(program, false) + ".");
          classes
              .computeIfAbsent(name(program, elsewhere), name -> new StringBuilder())
              .append(here);
        }
      }
    }
    withModes.forEach(name -> classes.get(name).insert(0, Mode.declaration()));
    List<JavaFileObject> sources = new ArrayList<>();
    new HashMap<>(classes)
        .forEach(
            (name, text) ->
                sources.add(
                    MemoryFiles.source(
                        name, "package proof;\nclass " + name + " {\n" + text + "}\n")));
    return sources;
  }

  private static String name(Program program, boolean elsewhere) {
    return (elsewhere ? "B" : "A") + program.home();
  }

  List<String> errors() {
    return errors;
  }

  Class<?> owner(Program program) throws ClassNotFoundException {
    return Class.forName("proof." + name(program, false), true, loader);
  }

  Class<?> sibling(Program program) throws ClassNotFoundException {
    return Class.forName("proof." + name(program, false) + "Derivatives", true, loader);
  }

  /** The Java of a program as it is compiled. */
  static String text(Program program) {
    StringBuilder text = new StringBuilder();
    for (JavaFileObject source : sources(List.of(program))) {
      text.append(Indented.of(((MemoryFiles.Source) source).text()));
    }
    return text.toString();
  }

  String generated() {
    return files.generated();
  }
}
