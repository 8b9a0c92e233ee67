package org.wengert.processor.source;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.ExecutableElement;
import org.wengert.processor.message.Message;

/** The files that javac itself has parsed. */
record JavacSources(Trees trees, Messager messager) implements Sources {

  @Override
  public Optional<SourceFile> fileOf(ExecutableElement method) {
    TreePath path = trees.getPath(method);
    return path == null
        ? Optional.empty()
        : Optional.of(new JavacSourceFile(path.getCompilationUnit(), trees, messager));
  }

  @Override
  public String obstacle(ExecutableElement method) {
    return Message.NO_SOURCE.format(method.getSimpleName());
  }
}
