package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

  /** Whether the other class is compiled before, and not together with the first. */
  static boolean isEarly(int home) {
    return home % 2 == 1;
  }

  private static Batch compile(List<Program> programs, boolean process) {
    Batch batch = new Batch(new MemoryFiles());
    Map<Boolean, List<Source>> sources =
        sources(programs).stream().collect(Collectors.partitioningBy(Source::early));
    List<Source> early = new ArrayList<>(sources.get(true));
    early.add(new Source("Ruled", true, Known.RULES));
    batch.add(early, process);
    batch.files.keep();
    if (batch.errors.isEmpty()) {
      batch.add(sources.get(false), process);
    }
    return batch;
  }

  /**
   * Compiles one more class, against the class files of the programs.
   *
   * @param methods of the class, which see the main method's siblings
   */
  void addLater(Program program, String methods) {
    files.keep();
    String name = later(program);
    String modes = name(program, isEarly(program.home())) + ".Mode";
    String text = methods.replace(Type.MODE.toString(), modes);
    add(
        List.of(new Source(name, false, "package proof;\nclass " + name + " {\n" + text + "}\n")),
        true);
  }

  /** The name of that class. */
  static String later(Program program) {
    return "C" + program.home();
  }

  Class<?> laterSibling(Program program) throws ClassNotFoundException {
    return Class.forName("proof." + later(program) + "Derivatives", true, loader);
  }

  private void add(List<Source> sources, boolean process) {
    if (sources.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            files,
            diagnostics,
            List.of("-g:lines", "-Xlint:none", "-cp", System.getProperty("java.class.path")),
            null,
            sources.stream().map(Source::file).toList());
    task.setProcessors(process ? List.of(new WengertProcessor()) : List.of());
    task.call();
    for (Diagnostic<?> diagnostic : diagnostics.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        errors.add(diagnostic.getMessage(Locale.ROOT));
      }
    }
  }

  private record Source(String name, boolean early, String text) {
    JavaFileObject file() {
      return MemoryFiles.source(name, text);
    }
  }

  private static List<Source> sources(List<Program> programs) {
    Map<String, StringBuilder> classes = new TreeMap<>();
    Set<String> early = new HashSet<>();
    Set<String> withModes = new HashSet<>();
    for (Program program : programs) {
      String modes = name(program, isEarly(program.home()));
      for (boolean elsewhere : new boolean[] {false, true}) {
        String text = program.text(elsewhere);
        if (text.contains(Type.MODE.toString())) {
          withModes.add(modes);
        }
        if (isEarly(program.home())) {
          early.add(name(program, true));
        }
        if (!text.isEmpty()) {
          String here =
              text.replace(Carrier.NAME, program.main().name().toUpperCase(Locale.ROOT) + "R")
                  .replace(Type.MODE.toString(), modes + ".Mode")
                  .replace(OTHER, name(program, true) + ".")
                  .replace(HOME, name(program, false) + ".");
          classes
              .computeIfAbsent(name(program, elsewhere), name -> new StringBuilder())
              .append(here);
        }
      }
    }
    withModes.forEach(
        name ->
            classes
                .computeIfAbsent(name, missing -> new StringBuilder())
                .insert(0, Mode.declaration()));
    List<Source> sources = new ArrayList<>();
    new HashMap<>(classes)
        .forEach(
            (name, text) ->
                sources.add(
                    new Source(
                        name,
                        early.contains(name),
                        "package proof;\nclass " + name + " {\n" + text + "}\n")));
    return sources;
  }

  private static String name(Program program, boolean elsewhere) {
    return (elsewhere ? "B" : "A") + program.home();
  }

  List<String> errors() {
    return errors;
  }

  /**
   * Whether there are errors and all of them are refusals. Where a class has no sibling, what was
   * made for others may miss it.
   */
  boolean isRefused(Predicate<String> refuses) {
    return errors.stream().anyMatch(refuses)
        && errors.stream()
            .allMatch(error -> refuses.test(error) || error.contains("cannot find symbol"));
  }

  Class<?> owner(Program program) throws ClassNotFoundException {
    return Class.forName("proof." + name(program, program.main().elsewhere()), true, loader);
  }

  Class<?> sibling(Program program) throws ClassNotFoundException {
    return Class.forName(owner(program).getName() + "Derivatives", true, loader);
  }

  /** The Java of a program as it is compiled. */
  static String text(Program program) {
    StringBuilder text = new StringBuilder();
    for (Source source : sources(List.of(program))) {
      text.append(Indented.of(source.text()));
    }
    return text.toString();
  }

  String generated() {
    return files.generated();
  }
}
