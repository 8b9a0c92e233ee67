package org.wengert.processor.source;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;

/** Finds the source files of methods that are being compiled. */
public final class Sources {
  private final Optional<Trees> trees;
  private final Messager messager;

  private Sources(Optional<Trees> trees, Messager messager) {
    this.trees = trees;
    this.messager = messager;
  }

  public static Sources of(ProcessingEnvironment environment) {
    return new Sources(CompilerTrees.of(environment), environment.getMessager());
  }

  /**
   * The file in which a method stands; empty where the compiler does not show its syntax trees, as
   * Eclipse's does not.
   */
  public Optional<SourceFile> fileOf(ExecutableElement method) {
    return trees.flatMap(known -> fileOf(method, known));
  }

  private Optional<SourceFile> fileOf(ExecutableElement method, Trees known) {
    TreePath path = known.getPath(method);
    return path == null
        ? Optional.empty()
        : Optional.of(new JavacSourceFile(path.getCompilationUnit(), known, messager));
  }
}
