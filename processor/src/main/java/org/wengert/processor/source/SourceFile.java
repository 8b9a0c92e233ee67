package org.wengert.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import org.wengert.processor.tape.Location;

/** One parsed source file. */
public interface SourceFile {
  CompilationUnitTree unit();

  /** The declaration of a method, if it stands in this very file. */
  Optional<MethodTree> declaration(ExecutableElement method);

  /** Where a tree of this file stands. */
  Location locate(Tree tree);
}
