package org.wengert.processor.read.resolve;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import java.util.IdentityHashMap;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Finds the type of every expression and the meaning of every name in the body of a method.
 *
 * <p>From the parse tree and the language model alone, because a compiler must not be asked to
 * attribute classes during a round, and because the tree may stem from another parser than the
 * compiler's. It remembers the members of the classes it has met; use one per round.
 */
public final class Resolver {
  private final Elements elements;
  private final JavaTypes types;
  private final Members members;
  private final IdentityHashMap<CompilationUnitTree, Imports> imports = new IdentityHashMap<>();

  public Resolver(Elements elements, Types types) {
    this.elements = elements;
    this.types = new JavaTypes(elements, types);
    members = new Members(elements, this.types);
  }

  /**
   * What is certain about the body of one method or constructor.
   *
   * @param failures for each statement, or expression of one, that is not, the reason
   */
  public record Attempt(Resolution resolution, List<UnresolvedException> failures) {}

  /**
   * Resolves as much as possible of one method or constructor with a body.
   *
   * @param unit the file the method stands in
   * @param tree the method's own tree
   * @throws UnresolvedException if not even its parameters are certain
   */
  public Attempt resolveAll(CompilationUnitTree unit, ExecutableElement method, MethodTree tree)
      throws UnresolvedException {
    Findings findings = new Findings();
    find(unit, method, tree, findings);
    return new Attempt(new Resolution(findings), findings.failures());
  }

  /**
   * Resolves one method or constructor with a body.
   *
   * @param unit the file the method stands in
   * @param tree the method's own tree
   * @throws UnresolvedException at the first name or expression whose meaning is not certain
   */
  public Resolution resolve(CompilationUnitTree unit, ExecutableElement method, MethodTree tree)
      throws UnresolvedException {
    Findings findings = new Findings();
    resolve(unit, method, tree, findings);
    return new Resolution(findings);
  }

  /** The same, adding to what is found, which is kept if it fails. */
  void resolve(
      CompilationUnitTree unit, ExecutableElement method, MethodTree tree, Findings findings)
      throws UnresolvedException {
    find(unit, method, tree, findings);
    if (!findings.failures().isEmpty()) {
      throw findings.failures().get(0);
    }
  }

  private void find(
      CompilationUnitTree unit, ExecutableElement method, MethodTree tree, Findings findings)
      throws UnresolvedException {
    Context context =
        new Context(
            types,
            members,
            imports.computeIfAbsent(unit, u -> new Imports(elements, members, u)),
            new Access(elements, types, (TypeElement) method.getEnclosingElement()),
            method,
            new Scopes<>(),
            new Scopes<>(),
            findings);
    new Statements(context).method(tree);
  }
}
