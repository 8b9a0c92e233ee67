package org.wengert.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.wengert.processor.message.Problem;
import org.wengert.processor.tape.Location;

/** One parsed source file. */
public interface SourceFile {
  CompilationUnitTree unit();

  /**
   * The declaration of a method, if it stands in this very file; perhaps also one that is implied.
   */
  Optional<MethodTree> declaration(ExecutableElement method);

  /** Whether a class stands in this very file. */
  boolean declares(TypeElement type);

  /** Where a tree of this file stands. */
  Location locate(Tree tree);

  /**
   * Reports a compile error.
   *
   * @param problem what is wrong, at a location in this file
   * @param method the annotated method that is being read; a problem without a location of its own
   *     stands on it
   */
  void report(Problem problem, ExecutableElement method);

  /** The same as a warning. */
  void warn(Problem problem, ExecutableElement method);
}
