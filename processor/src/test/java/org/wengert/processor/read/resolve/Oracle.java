package org.wengert.processor.read.resolve;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Resolves every method of a program in the first round, to compare with javac's attribution. */
@SupportedAnnotationTypes("*")
final class Oracle extends AbstractProcessor {
  private final List<Resolved> all = new ArrayList<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();
  private final Map<Long, String> unresolved = new TreeMap<>();
  private int fullyTyped;
  private int same;
  private int sameErasure;
  private int sameName;
  private long nanos;

  /** What was found of one method, entirely or up to where it failed. */
  private record Resolved(
      CompilationUnitTree unit,
      MethodTree tree,
      Set<Tree> written,
      Findings findings,
      boolean entirely) {}

  /** The trees of a method before the compiler adds to them: types for var, calls of super(). */
  private static Set<Tree> written(MethodTree method) {
    Set<Tree> all = Collections.newSetFromMap(new IdentityHashMap<>());
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void unused) {
        all.add(tree);
        return super.scan(tree, unused);
      }
    }.scan(method, null);
    return all;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Trees trees = Trees.instance(processingEnv);
    Resolver resolver = new Resolver(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
    for (Element root : ElementFilter.typesIn(round.getRootElements())) {
      resolveAll(root, trees, resolver);
    }
    return false;
  }

  private void resolveAll(Element element, Trees trees, Resolver resolver) {
    for (Element member : element.getEnclosedElements()) {
      if (member instanceof TypeElement) {
        resolveAll(member, trees, resolver);
      } else if (member instanceof ExecutableElement method
          && trees.getTree(method) != null
          && isWritten(method)
          && trees.getTree(method).getBody() != null) {
        resolve(method, trees.getPath(method), resolver);
      }
    }
  }

  /** The compiler adds constructors, and to those of enums a call that has no meaning. */
  private boolean isWritten(ExecutableElement method) {
    return processingEnv.getElementUtils().getOrigin(method) == Elements.Origin.EXPLICIT
        && !(method.getKind() == ElementKind.CONSTRUCTOR
            && method.getEnclosingElement().getKind() == ElementKind.ENUM);
  }

  private void resolve(ExecutableElement method, TreePath path, Resolver resolver) {
    Findings findings = new Findings();
    MethodTree tree = (MethodTree) path.getLeaf();
    boolean entirely = false;
    long start = System.nanoTime();
    try {
      resolver.resolve(path.getCompilationUnit(), method, tree, findings);
      entirely = true;
      fullyTyped++;
    } catch (UnresolvedException e) {
      reasons.merge(e.getMessage().replaceAll("'[^']*'", "..."), 1, Integer::sum);
      unresolved.put(line(path.getCompilationUnit(), e.tree()), e.getMessage());
      if (Boolean.getBoolean("oracle.verbose")) {
        System.out.println(
            where(path.getCompilationUnit(), tree)
                + ": "
                + e.getMessage()
                + " in "
                + e.tree().toString().split("\n")[0]);
      }
    }
    nanos += System.nanoTime() - start;
    all.add(new Resolved(path.getCompilationUnit(), tree, written(tree), findings, entirely));
  }

  /**
   * Compares everything found with javac's own attribution, which must have happened by now.
   *
   * @param rejected the lines with errors; methods that start there are left out
   */
  void compare(Trees trees, Types types, Set<Long> rejected) {
    for (Resolved resolved : all) {
      if (rejected.contains(line(resolved.unit, resolved.tree))) {
        continue;
      }
      TreePath method = new TreePath(new TreePath(resolved.unit), resolved.tree);
      Comparison comparison = new Comparison(resolved, trees, types);
      for (VariableTree parameter : resolved.tree.getParameters()) {
        comparison.local(parameter, new TreePath(method, parameter));
      }
      comparison.scan(new TreePath(method, resolved.tree.getBody()), null);
    }
  }

  int methods() {
    return all.size();
  }

  int fullyTyped() {
    return fullyTyped;
  }

  /** Expressions of the same type, not counting those that differ in type arguments. */
  int sameType() {
    return same;
  }

  /** Expressions whose types differ in nothing but type arguments. */
  int sameErasure() {
    return sameErasure;
  }

  int sameName() {
    return sameName;
  }

  /** By line, why expressions could not be resolved. */
  Map<Long, String> unresolved() {
    return unresolved;
  }

  List<String> differences() {
    return differences;
  }

  String summary() {
    return String.format(
        "resolver against javac: %d of %d methods typed entirely (not: %s); expressions: %d of the"
            + " same type, %d but for type arguments; names: %d the same; differences: %d; %d ms",
        fullyTyped,
        all.size(),
        reasons,
        same,
        sameErasure,
        sameName,
        differences.size(),
        nanos / 1_000_000);
  }

  private long line(CompilationUnitTree unit, Tree tree) {
    SourcePositions positions = Trees.instance(processingEnv).getSourcePositions();
    return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
  }

  private static String where(CompilationUnitTree unit, Tree tree) {
    String name = tree instanceof MethodTree method ? method.getName().toString() : "";
    return unit.getSourceFile().getName().replaceAll(".*/", "") + " " + name;
  }

  private final class Comparison extends TreePathScanner<Void, Void> {
    private final Resolved resolved;
    private final Trees trees;
    private final Types types;
    private final Map<Element, VariableTree> locals = new HashMap<>();

    Comparison(Resolved resolved, Trees trees, Types types) {
      this.resolved = resolved;
      this.trees = trees;
      this.types = types;
    }

    @Override
    public Void scan(Tree tree, Void unused) {
      if (tree == null
          || tree instanceof ClassTree
          || tree instanceof LambdaExpressionTree
          || tree instanceof MemberReferenceTree
          || tree instanceof ModifiersTree
          || !resolved.written.contains(tree)) {
        return null;
      }
      if (getCurrentPath() != null) {
        TreePath path = new TreePath(getCurrentPath(), tree);
        if (tree instanceof VariableTree variable) {
          local(variable, path);
        } else if (tree instanceof ExpressionTree expression) {
          name(tree, path);
          type(expression, path);
        }
      }
      return super.scan(tree, unused);
    }

    private void local(VariableTree tree, TreePath path) {
      Element element = trees.getElement(path);
      locals.put(element, tree);
      TypeMirror mine = resolved.findings.typeOfLocal(tree);
      if (mine != null) {
        type(tree, mine, element.asType());
      } else if (resolved.entirely) {
        differ(tree, "no type", element.asType());
      }
    }

    private void type(ExpressionTree tree, TreePath path) {
      TypeMirror mine = resolved.findings.typeOf(tree);
      if (mine != null) {
        type(tree, mine, trees.getTypeMirror(path));
      } else if (resolved.entirely && isValue(path)) {
        differ(tree, "no type", trees.getTypeMirror(path));
      }
    }

    private boolean isValue(TreePath path) {
      Element element = trees.getElement(path);
      boolean named =
          path.getLeaf().getKind() == Tree.Kind.IDENTIFIER
              || path.getLeaf().getKind() == Tree.Kind.MEMBER_SELECT;
      if (named && element != null) {
        return element.getKind().isField() || locals.containsKey(element);
      }
      return trees.getTypeMirror(path) != null
          && trees.getTypeMirror(path).getKind() != TypeKind.EXECUTABLE
          && !isTypeTree(path.getLeaf());
    }

    private boolean isTypeTree(Tree tree) {
      return switch (tree.getKind()) {
        case PRIMITIVE_TYPE, ARRAY_TYPE, PARAMETERIZED_TYPE, ANNOTATED_TYPE, UNION_TYPE -> true;
        default -> tree.getKind().name().endsWith("WILDCARD");
      };
    }

    private void type(Tree tree, TypeMirror mine, TypeMirror theirs) {
      if (theirs != null && text(mine).equals(text(theirs))) {
        same++;
      } else if (theirs != null && theirs.getKind() == TypeKind.ERROR) {
        return;
      } else if (theirs != null && text(types.erasure(mine)).equals(text(types.erasure(theirs)))) {
        sameErasure++;
        if (Boolean.getBoolean("oracle.verbose")) {
          System.out.println("ERASURE " + tree + "   mine " + mine + " javac " + theirs);
        }
      } else {
        differ(tree, mine, theirs);
      }
    }

    private void name(Tree tree, TreePath path) {
      if (tree instanceof IdentifierTree && locals.containsKey(trees.getElement(path))) {
        VariableTree mine = resolved.findings.locals().get(tree);
        if (mine == locals.get(trees.getElement(path))) {
          sameName++;
        } else if (mine != null || resolved.entirely) {
          differ(tree, mine, "local");
        }
        return;
      }
      Element mine = resolved.findings.elements().get(tree);
      Element theirs = trees.getElement(path);
      if (mine != null) {
        if (text(mine).equals(text(theirs))) {
          sameName++;
        } else {
          differ(tree, text(mine), text(theirs));
        }
      } else if (resolved.entirely && mustBeFound(tree, theirs)) {
        differ(tree, "no name", text(theirs));
      }
    }

    private boolean mustBeFound(Tree tree, Element theirs) {
      return theirs != null
          && theirs.getKind() != ElementKind.PACKAGE
          && !tree.toString().matches("(.*\\.)?(this|super|class|length)")
          && switch (tree.getKind()) {
            case IDENTIFIER, MEMBER_SELECT, METHOD_INVOCATION, NEW_CLASS -> true;
            default -> false;
          };
    }

    private void differ(Tree tree, Object mine, Object theirs) {
      differences.add(
          where(resolved.unit, resolved.tree)
              + ": "
              + tree.toString().replace("\n", " ")
              + ": "
              + mine
              + ", javac: "
              + theirs);
    }

    private static String text(TypeMirror type) {
      return type.toString().replaceAll("@\\S+ ", "").replaceAll("capture#\\d+ of ", "");
    }

    private static String text(Element element) {
      return element == null
          ? "null"
          : (element.getKind() + " " + element.getEnclosingElement() + "." + element)
              .replace(" Array.clone()", " java.lang.Object.clone()");
    }
  }
}
