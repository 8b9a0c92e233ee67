package org.wengert.processor.source;

import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.tools.ToolProvider;

/** Finds the source files of methods that are being compiled. */
public interface Sources {

  static Sources of(ProcessingEnvironment environment) {
    if (!hasTrees()) {
      return new NoSources();
    }
    Messager messager = environment.getMessager();
    return CompilerTrees.of(environment)
        .<Sources>map(trees -> new JavacSources(trees, messager))
        .orElseGet(
            () ->
                ToolProvider.getSystemJavaCompiler() == null
                    ? new NoSources()
                    : new ParsedSources(new JavaParser(environment.getSourceVersion()), messager));
  }

  /** Whether the classes are there on which all others of this package but one rely. */
  private static boolean hasTrees() {
    try {
      Class.forName("com.sun.source.util.Trees", false, Sources.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException noDevelopmentTools) {
      return false;
    }
  }

  /**
   * The file in which a method stands; empty where the method comes from a class file, or where the
   * file cannot be read.
   */
  Optional<SourceFile> fileOf(ExecutableElement method);

  /** What to tell the user where the method is one to be read, and there is no file. */
  String obstacle(ExecutableElement method);
}
