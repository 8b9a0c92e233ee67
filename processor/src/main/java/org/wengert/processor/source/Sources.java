package org.wengert.processor.source;

import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;

/** Finds the source files of methods that are being compiled. */
public interface Sources {

  static Sources of(ProcessingEnvironment environment) {
    Messager messager = environment.getMessager();
    return CompilerTrees.of(environment)
        .<Sources>map(trees -> new JavacSources(trees, messager))
        .orElseGet(
            () -> new ParsedSources(new JavaParser(environment.getSourceVersion()), messager));
  }

  /**
   * The file in which a method stands; empty where the method comes from a class file, or where the
   * file cannot be read.
   */
  Optional<SourceFile> fileOf(ExecutableElement method);

  /** What to tell the user where the method is one to be read, and there is no file. */
  String obstacle(ExecutableElement method);
}
