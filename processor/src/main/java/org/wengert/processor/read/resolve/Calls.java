package org.wengert.processor.read.resolve;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Which methods and constructors calls mean, and what they return (JLS 15.9, 15.12). */
final class Calls {
  private final Context context;
  private final JavaTypes types;
  private final TypeNames typeNames;
  private final Names names;
  private final Expressions expressions;
  private final Overloads overloads;

  Calls(Context context, TypeNames typeNames, Names names, Expressions expressions) {
    this.context = context;
    this.types = context.types();
    this.typeNames = typeNames;
    this.names = names;
    this.expressions = expressions;
    overloads = new Overloads(types);
  }

  /** Resolves a call; returns null once its type is fixed. */
  Poly visit(MethodInvocationTree tree) throws UnresolvedException {
    ExpressionTree select = tree.getMethodSelect();
    List<? extends ExpressionTree> arguments = tree.getArguments();
    TypeMirror receiver = null;
    Overloads.Choice choice;
    if (select instanceof IdentifierTree identifier) {
      visitAll(arguments);
      choice = simple(tree, identifier);
    } else if (select instanceof MemberSelectTree member) {
      Names.Qualifier qualifier = names.qualifier(member.getExpression());
      visitAll(arguments);
      choice = qualified(tree, member, qualifier);
      receiver = qualifier instanceof Names.Qualifier.Value value ? value.type() : null;
    } else {
      throw new UnresolvedException(select, "this call is not supported");
    }
    ExecutableElement method = choice.candidate().method();
    context.findings().element(tree, method);
    context.findings().element(select, method);
    TypeMirror result = special(method, receiver);
    return finish(
        tree,
        arguments,
        choice,
        tree.getTypeArguments(),
        result == null ? choice.candidate().result() : result);
  }

  /**
   * The results of {@code getClass()} and of an array's {@code clone()}; null for other methods.
   */
  private TypeMirror special(ExecutableElement method, TypeMirror receiver) {
    if (!method.getEnclosingElement().equals(types.object().asElement())) {
      return null;
    }
    if (method.getSimpleName().contentEquals("getClass")) {
      TypeMirror type = receiver == null ? context.owner().asType() : receiver;
      return types.classOf(types.types().getWildcardType(types.types().erasure(type), null));
    }
    boolean arrayClone =
        receiver != null
            && receiver.getKind() == TypeKind.ARRAY
            && method.getSimpleName().contentEquals("clone");
    return arrayClone ? receiver : null;
  }

  private Overloads.Choice simple(MethodInvocationTree tree, IdentifierTree identifier)
      throws UnresolvedException {
    String name = identifier.getName().toString();
    if (name.equals("this")) {
      return constructor(tree, (DeclaredType) context.owner().asType(), false);
    } else if (name.equals("super")) {
      return constructor(tree, (DeclaredType) context.owner().getSuperclass(), true);
    }
    for (Element e = context.owner(); e instanceof TypeElement type; e = e.getEnclosingElement()) {
      List<Candidate> found = candidates(tree, (DeclaredType) type.asType(), name, false);
      if (!found.isEmpty()) {
        return choose(tree, tree.getArguments(), found, name);
      }
    }
    List<Candidate> imported = imported(tree, context.imports().classesOfSingleStatics(name), name);
    if (imported.isEmpty()) {
      imported = imported(tree, context.imports().classesOfStaticsOnDemand(), name);
    }
    return choose(tree, tree.getArguments(), imported, name);
  }

  private List<Candidate> imported(Tree tree, List<TypeElement> classes, String name)
      throws UnresolvedException {
    Map<ExecutableElement, Candidate> all = new LinkedHashMap<>();
    for (TypeElement type : classes) {
      for (Candidate candidate : candidates(tree, (DeclaredType) type.asType(), name, false)) {
        if (candidate.method().getModifiers().contains(Modifier.STATIC)) {
          all.put(candidate.method(), candidate);
        }
      }
    }
    return List.copyOf(all.values());
  }

  private Overloads.Choice qualified(
      MethodInvocationTree tree, MemberSelectTree select, Names.Qualifier qualifier)
      throws UnresolvedException {
    String name = select.getIdentifier().toString();
    List<Candidate> found = new ArrayList<>();
    if (qualifier instanceof Names.Qualifier.Type type) {
      found.addAll(candidates(tree, type.type(), name, false));
    } else if (qualifier instanceof Names.Qualifier.Value value) {
      boolean throughSuper = Names.isSuper(select.getExpression());
      for (DeclaredType site : types.memberTypes(value.type())) {
        found.addAll(
            candidates(tree, site, name, throughSuper || value.type().getKind() == TypeKind.ARRAY));
      }
    } else {
      throw new UnresolvedException(
          select.getExpression(), "nothing named '" + select.getExpression() + "' is known here");
    }
    return choose(tree, tree.getArguments(), found, name);
  }

  private List<Candidate> candidates(
      Tree tree, DeclaredType site, String name, boolean throughSuper) throws UnresolvedException {
    TypeElement type = JavaTypes.element(site);
    names.requireSupertypes(tree, type);
    List<Candidate> found = new ArrayList<>();
    for (ExecutableElement method : context.members().methods(type, name)) {
      if (isAllowed(method, type, throughSuper)) {
        ExecutableType signature = (ExecutableType) types.memberType(site, method);
        found.add(
            new Candidate(
                method,
                method.getTypeParameters(),
                List.copyOf(signature.getParameterTypes()),
                signature.getReturnType()));
      }
    }
    return found;
  }

  private boolean isAllowed(ExecutableElement member, TypeElement site, boolean throughSuper) {
    return throughSuper
        ? context.access().allowsThroughSuper(member, site)
        : context.access().allows(member, site);
  }

  private Overloads.Choice constructor(
      MethodInvocationTree tree, DeclaredType type, boolean throughSuper)
      throws UnresolvedException {
    List<Candidate> found = constructors(type, List.of(), throughSuper, types.nothing());
    return choose(tree, tree.getArguments(), found, tree.getMethodSelect().toString());
  }

  private List<Candidate> constructors(
      DeclaredType type,
      List<? extends TypeParameterElement> inferred,
      boolean throughSuper,
      TypeMirror result) {
    TypeElement element = JavaTypes.element(type);
    Map<Element, TypeMirror> arguments = new HashMap<>();
    for (int i = 0; i < type.getTypeArguments().size(); i++) {
      arguments.put(element.getTypeParameters().get(i), type.getTypeArguments().get(i));
    }
    Substitution substitution = new Substitution(types.types(), arguments);
    List<Candidate> found = new ArrayList<>();
    for (ExecutableElement constructor : context.members().constructors(element)) {
      if (isAllowed(constructor, element, throughSuper)) {
        List<? extends TypeMirror> parameters =
            ((ExecutableType) constructor.asType()).getParameterTypes();
        List<TypeParameterElement> variables = new ArrayList<>(constructor.getTypeParameters());
        variables.addAll(inferred);
        found.add(
            new Candidate(
                constructor,
                variables,
                JavaTypes.isRaw(type)
                    ? parameters.stream().map(types.types()::erasure).toList()
                    : substitution.applyAll(parameters),
                result));
      }
    }
    return found;
  }

  /** Resolves an instance creation; returns null once its type is fixed. */
  Poly visit(NewClassTree tree) throws UnresolvedException {
    if (tree.getClassBody() != null) {
      throw new UnresolvedException(tree, "an anonymous class is not supported");
    }
    if (tree.getEnclosingExpression() != null) {
      throw new UnresolvedException(tree, "'new' on an object is not supported");
    }
    boolean diamond =
        (Tree) tree.getIdentifier() instanceof ParameterizedTypeTree type
            && type.getTypeArguments().isEmpty();
    DeclaredType type =
        diamond
            ? declaration((ParameterizedTypeTree) (Tree) tree.getIdentifier())
            : (DeclaredType) typeNames.type(tree.getIdentifier());
    visitAll(tree.getArguments());
    Overloads.Choice choice =
        choose(
            tree,
            tree.getArguments(),
            constructors(
                type,
                diamond ? JavaTypes.element(type).getTypeParameters() : List.of(),
                false,
                type),
            tree.getIdentifier().toString());
    context.findings().element(tree, choice.candidate().method());
    return finish(tree, tree.getArguments(), choice, tree.getTypeArguments(), type);
  }

  /** The class itself, its type parameters for arguments: for {@code new C<>()}. */
  private DeclaredType declaration(ParameterizedTypeTree tree) throws UnresolvedException {
    return (DeclaredType) typeNames.diamond(tree).element().asType();
  }

  private void visitAll(List<? extends ExpressionTree> arguments) throws UnresolvedException {
    for (ExpressionTree argument : arguments) {
      expressions.visit(argument);
    }
  }

  private Overloads.Choice choose(
      Tree tree, List<? extends ExpressionTree> arguments, List<Candidate> candidates, String name)
      throws UnresolvedException {
    if (candidates.isEmpty()) {
      throw new UnresolvedException(tree, "no method '" + name + "' is known here");
    }
    List<Overloads.Choice> choices = overloads.choose(candidates, new Passed(arguments));
    if (choices.isEmpty()) {
      throw new UnresolvedException(tree, "no '" + name + "' takes these arguments");
    } else if (choices.size() > 1) {
      throw new UnresolvedException(tree, "several '" + name + "' take these arguments");
    }
    return choices.get(0);
  }

  /** Visited expressions as arguments. */
  private final class Passed implements Overloads.Arguments {
    private final List<? extends ExpressionTree> trees;

    Passed(List<? extends ExpressionTree> trees) {
      this.trees = trees;
    }

    @Override
    public int size() {
      return trees.size();
    }

    @Override
    public boolean fits(int argument, TypeMirror parameter, boolean strict) {
      return expressions.fits(trees.get(argument), parameter, strict);
    }

    @Override
    public List<TypeMirror> types(int argument) {
      return expressions.typesOf(trees.get(argument));
    }
  }

  /** Types the arguments by their parameters, and the call itself unless it needs its target. */
  private Poly finish(
      ExpressionTree tree,
      List<? extends ExpressionTree> arguments,
      Overloads.Choice choice,
      List<? extends Tree> given,
      TypeMirror result)
      throws UnresolvedException {
    Substitution explicit = explicit(choice.candidate().method(), given);
    List<? extends TypeParameterElement> variables =
        given.isEmpty() ? choice.candidate().variables() : List.of();
    GenericCall call = new GenericCall(tree, types, expressions, variables, explicit.apply(result));
    for (int i = 0; i < arguments.size(); i++) {
      call.pass(arguments.get(i), explicit.apply(choice.parameter(i)));
    }
    if (call.isPoly()) {
      return call;
    }
    expressions.record(tree, call.settle(null));
    return null;
  }

  private Substitution explicit(ExecutableElement method, List<? extends Tree> given)
      throws UnresolvedException {
    Map<Element, TypeMirror> values = new HashMap<>();
    List<? extends TypeParameterElement> parameters = method.getTypeParameters();
    for (int i = 0; i < Math.min(given.size(), parameters.size()); i++) {
      values.put(parameters.get(i), typeNames.type(given.get(i)));
    }
    return new Substitution(types.types(), values);
  }
}
