package org.wengert.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.wengert.processor.message.Problem;
import org.wengert.processor.tape.Location;

/**
 * A file as javac parsed it. Uses {@link Trees} for paths, positions and messages only: asking it
 * for the meaning of an expression would attribute the class, before the siblings that the class
 * refers to exist.
 */
record JavacSourceFile(CompilationUnitTree unit, Trees trees, Messager messager)
    implements SourceFile {

  @Override
  public Optional<MethodTree> declaration(ExecutableElement method) {
    TreePath path = trees.getPath(method);
    return path != null
            && path.getCompilationUnit().equals(unit)
            && path.getLeaf() instanceof MethodTree tree
        ? Optional.of(tree)
        : Optional.empty();
  }

  @Override
  public boolean declares(TypeElement type) {
    TreePath path = trees.getPath(type);
    return path != null && path.getCompilationUnit().equals(unit);
  }

  @Override
  public Location locate(Tree tree) {
    return new Locations(unit, trees.getSourcePositions()).of(tree);
  }

  @Override
  public void report(Problem problem, ExecutableElement method) {
    print(Diagnostic.Kind.ERROR, problem, method);
  }

  @Override
  public void warn(Problem problem, ExecutableElement method) {
    print(Diagnostic.Kind.WARNING, problem, method);
  }

  private void print(Diagnostic.Kind kind, Problem problem, ExecutableElement method) {
    TreeAtLocation.find(this, problem.at())
        .ifPresentOrElse(
            tree -> trees.printMessage(kind, problem.text(), tree, unit),
            () -> messager.printMessage(kind, problem.text(), method));
  }
}
