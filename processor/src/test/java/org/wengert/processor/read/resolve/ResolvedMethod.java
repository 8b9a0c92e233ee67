package org.wengert.processor.read.resolve;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** A method of a program and what was found, or why it could not be resolved. */
record ResolvedMethod(
    ExecutableElement element,
    MethodTree tree,
    Resolution resolution,
    UnresolvedException failure) {

  /** The methods of the first class in these sources, in their order. */
  static List<ResolvedMethod> in(String... sources) {
    return collect(null, sources);
  }

  /** The one method of a class, its tree taken from a text that the compiler has not seen. */
  static ResolvedMethod parsedApart(String source, String text) {
    try {
      return collect(Snippets.of(text).parse().get(0), source).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ResolvedMethod> collect(CompilationUnitTree apart, String... sources) {
    Collector collector = new Collector(apart);
    Snippets.of(sources).task(diagnostic -> {}, collector, "-proc:only").call();
    return collector.found;
  }

  /** The one method of the first class in these sources. */
  static ResolvedMethod only(String... sources) {
    List<ResolvedMethod> all = in(sources);
    if (all.size() != 1) {
      throw new IllegalArgumentException("Methods: " + all);
    }
    return all.get(0);
  }

  /** All expressions in the body, names of types and methods among them. */
  List<ExpressionTree> expressions() {
    List<ExpressionTree> all = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void unused) {
        if (tree instanceof ExpressionTree expression) {
          all.add(expression);
        }
        return super.scan(tree, unused);
      }
    }.scan(tree.getBody(), null);
    return all;
  }

  /** The expressions in the body that read so, in their order. */
  List<ExpressionTree> expressions(String text) {
    return expressions().stream().filter(tree -> tree.toString().equals(text)).toList();
  }

  /** The first expression in the body that reads so. */
  ExpressionTree expression(String text) {
    return expressions(text).get(0);
  }

  @SupportedAnnotationTypes("*")
  private static final class Collector extends AbstractProcessor {
    private final CompilationUnitTree apart;
    private final List<ResolvedMethod> found = new ArrayList<>();

    Collector(CompilationUnitTree apart) {
      this.apart = apart;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      Resolver resolver =
          new Resolver(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
      ElementFilter.typesIn(round.getRootElements()).stream()
          .limit(1)
          .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
          .forEach(method -> found.add(resolve(method, resolver)));
      return false;
    }

    private ResolvedMethod resolve(ExecutableElement method, Resolver resolver) {
      Trees trees = Trees.instance(processingEnv);
      CompilationUnitTree unit = apart == null ? trees.getPath(method).getCompilationUnit() : apart;
      MethodTree tree = apart == null ? trees.getTree(method) : method(apart);
      try {
        return new ResolvedMethod(method, tree, resolver.resolve(unit, method, tree), null);
      } catch (UnresolvedException e) {
        return new ResolvedMethod(method, tree, null, e);
      }
    }

    private static MethodTree method(CompilationUnitTree unit) {
      return ((ClassTree) unit.getTypeDecls().get(0))
          .getMembers().stream()
              .filter(MethodTree.class::isInstance)
              .map(MethodTree.class::cast)
              .findFirst()
              .orElseThrow();
    }
  }
}
