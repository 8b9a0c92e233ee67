package org.wengert.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.wengert.processor.message.Problem;
import org.wengert.processor.tape.Location;

/**
 * A file that has been parsed beside the compiler. The compiler shows messages at declarations
 * only, so these tell the place in words.
 */
record ParsedSourceFile(JavaParser.Parsed parsed, Messager messager) implements SourceFile {

  @Override
  public CompilationUnitTree unit() {
    return parsed.unit();
  }

  @Override
  public Optional<MethodTree> declaration(ExecutableElement method) {
    return here(method)
        .flatMap(found -> MethodAtName.find(this, found.nameAt()))
        .filter(tree -> tree.getName().contentEquals(method.getSimpleName()))
        .map(tree -> CompactConstructor.completed(tree, method, unit()));
  }

  private Optional<EclipseDeclaration> here(Element element) {
    return EclipseDeclaration.of(element)
        .filter(found -> found.file().equals(parsed.file()) && found.text().equals(parsed.text()));
  }

  @Override
  public boolean declares(TypeElement type) {
    return here(type).isPresent();
  }

  @Override
  public Location locate(Tree tree) {
    return parsed
        .locations()
        .of(tree instanceof CompactConstructor constructor ? constructor.declared() : tree);
  }

  @Override
  public void report(Problem problem, ExecutableElement method) {
    messager.printMessage(Diagnostic.Kind.ERROR, text(problem), method);
  }

  @Override
  public void warn(Problem problem, ExecutableElement method) {
    messager.printMessage(Diagnostic.Kind.WARNING, text(problem), method);
  }

  private String text(Problem problem) {
    return problem.at().equals(Location.NONE)
        ? problem.text()
        : problem.text() + " " + Excerpt.of(parsed.text(), problem.at());
  }
}
