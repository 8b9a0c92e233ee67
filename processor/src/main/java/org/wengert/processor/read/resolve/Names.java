package org.wengert.processor.read.resolve;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What names in expressions mean: a variable, else a type, else a package (JLS 6.5.2). */
final class Names {
  private final Context context;
  private final JavaTypes types;
  private final TypeNames typeNames;
  private final Expressions expressions;

  Names(Context context, TypeNames typeNames, Expressions expressions) {
    this.context = context;
    this.types = context.types();
    this.typeNames = typeNames;
    this.expressions = expressions;
  }

  /** What stands left of a dot. */
  sealed interface Qualifier {
    record Value(TypeMirror type) implements Qualifier {}

    record Type(DeclaredType type) implements Qualifier {}

    /** A name that is neither a variable nor a type. */
    record Package(String name) implements Qualifier {}
  }

  /** The type of the variable that a simple name means. */
  TypeMirror variable(IdentifierTree tree) throws UnresolvedException {
    TypeMirror found = find(tree);
    if (found != null) {
      return found;
    }
    String reason = "no variable '" + tree + "' is known here";
    throw context.findings().areNamesUncertain()
        ? UnresolvedException.following(tree, reason)
        : new UnresolvedException(tree, reason);
  }

  /** The type of the variable that a qualified name, or a member of a value, means. */
  TypeMirror variable(MemberSelectTree tree) throws UnresolvedException {
    if (select(tree) instanceof Qualifier.Value value) {
      return value.type();
    }
    throw new UnresolvedException(tree, "no variable '" + tree + "' is known here");
  }

  /** What an expression left of a dot means, with all its parts. */
  Qualifier qualifier(ExpressionTree tree) throws UnresolvedException {
    if (tree instanceof IdentifierTree identifier) {
      TypeMirror variable = find(identifier);
      if (variable != null) {
        return new Qualifier.Value(expressions.record(tree, variable));
      }
      TypeNames.Named named = typeNames.simple(identifier);
      return named != null && named.element() instanceof TypeElement
          ? new Qualifier.Type((DeclaredType) typeNames.plain(named))
          : new Qualifier.Package(identifier.getName().toString());
    } else if (tree instanceof MemberSelectTree select) {
      Qualifier meaning = select(select);
      if (meaning instanceof Qualifier.Value value) {
        expressions.record(tree, value.type());
      }
      return meaning;
    }
    return new Qualifier.Value(expressions.type(tree));
  }

  private Qualifier select(MemberSelectTree tree) throws UnresolvedException {
    String name = tree.getIdentifier().toString();
    switch (name) {
      case "class" -> {
        TypeMirror type = typeNames.type(tree.getExpression());
        return new Qualifier.Value(types.classOf(types.types().erasure(types.boxed(type))));
      }
      case "this" -> {
        return new Qualifier.Value(enclosing(tree).asType());
      }
      case "super" -> {
        TypeElement type = enclosing(tree);
        return new Qualifier.Value(
            type.getKind().isInterface() ? type.asType() : type.getSuperclass());
      }
      default -> {}
    }
    Qualifier left = qualifier(tree.getExpression());
    if (left instanceof Qualifier.Package prefix) {
      String qualified = prefix.name() + "." + name;
      TypeElement type = context.imports().type(qualified);
      if (type == null) {
        return new Qualifier.Package(qualified);
      }
      context.findings().element(tree, type);
      return new Qualifier.Type((DeclaredType) types.types().erasure(type.asType()));
    } else if (left instanceof Qualifier.Type type) {
      return memberOfType(tree, type.type(), name);
    }
    return new Qualifier.Value(memberOfValue(tree, ((Qualifier.Value) left).type(), name));
  }

  private TypeElement enclosing(MemberSelectTree tree) throws UnresolvedException {
    return JavaTypes.element(typeNames.type(tree.getExpression()));
  }

  private Qualifier memberOfType(MemberSelectTree tree, DeclaredType type, String name)
      throws UnresolvedException {
    TypeElement site = JavaTypes.element(type);
    VariableElement field = field(tree, site, name, false);
    if (field != null) {
      constant(tree, field);
      return new Qualifier.Value(typeOf(tree, field, type));
    }
    TypeElement member = context.members().memberType(site, name);
    if (member == null) {
      throw new UnresolvedException(tree, "'" + type + "' has no member '" + name + "'");
    }
    context.findings().element(tree, member);
    return new Qualifier.Type((DeclaredType) typeNames.plain(typeNames.memberOf(type, member)));
  }

  private TypeMirror memberOfValue(MemberSelectTree tree, TypeMirror value, String name)
      throws UnresolvedException {
    if (value.getKind() == TypeKind.ARRAY && name.equals("length")) {
      return types.primitive(TypeKind.INT);
    }
    boolean throughSuper = isSuper(tree.getExpression());
    for (DeclaredType site : types.memberTypes(value)) {
      VariableElement field = field(tree, JavaTypes.element(site), name, throughSuper);
      if (field != null) {
        return typeOf(tree, field, site);
      }
    }
    throw new UnresolvedException(tree, "'" + value + "' has no field '" + name + "'");
  }

  static boolean isSuper(ExpressionTree tree) {
    return tree instanceof IdentifierTree identifier && identifier.getName().contentEquals("super")
        || tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals("super");
  }

  /** The type of the variable that a simple name means; null if it means none. */
  private TypeMirror find(IdentifierTree tree) throws UnresolvedException {
    String name = tree.getName().toString();
    if (name.equals("this")) {
      return context.owner().asType();
    } else if (name.equals("super")) {
      return context.owner().getSuperclass();
    }
    VariableTree local = context.locals().find(name);
    if (local != null) {
      return local(tree, local);
    }
    for (Element e = context.owner(); e instanceof TypeElement type; e = e.getEnclosingElement()) {
      VariableElement field = field(tree, type, name, false);
      if (field != null) {
        constant(tree, field);
        return typeOf(tree, field, (DeclaredType) type.asType());
      }
    }
    return staticallyImported(tree, name);
  }

  private TypeMirror local(IdentifierTree tree, VariableTree local) throws UnresolvedException {
    TypeMirror type = context.findings().typeOfLocal(local);
    if (context.findings().unresolved().contains(local)) {
      throw UnresolvedException.following(tree, "the type of '" + tree + "' is not known");
    }
    if (type == null) {
      throw new UnresolvedException(tree, "'" + tree + "' is used in its own initializer");
    }
    context.findings().local(tree, local);
    Object value = context.findings().constantOf(local);
    if (value != null) {
      context.findings().constant(tree, value);
    }
    return type;
  }

  private TypeMirror staticallyImported(IdentifierTree tree, String name)
      throws UnresolvedException {
    for (TypeElement type : context.imports().classesOfSingleStatics(name)) {
      TypeMirror found = staticField(tree, type, name);
      if (found != null) {
        return found;
      }
    }
    for (TypeElement type : context.imports().classesOfStaticsOnDemand()) {
      TypeMirror found = staticField(tree, type, name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private TypeMirror staticField(IdentifierTree tree, TypeElement type, String name)
      throws UnresolvedException {
    VariableElement field = field(tree, type, name, false);
    if (field == null || !field.getModifiers().contains(Modifier.STATIC)) {
      return null;
    }
    constant(tree, field);
    return typeOf(tree, field, (DeclaredType) type.asType());
  }

  private VariableElement field(Tree tree, TypeElement site, String name, boolean throughSuper)
      throws UnresolvedException {
    VariableElement field = context.members().field(site, name);
    if (field == null) {
      requireSupertypes(tree, site);
      return null;
    }
    boolean allowed =
        throughSuper
            ? context.access().allowsThroughSuper(field, site)
            : context.access().allows(field, site);
    return allowed ? field : null;
  }

  /** A name that is not found may stand in a supertype that does not exist yet. */
  void requireSupertypes(Tree tree, TypeElement site) throws UnresolvedException {
    TypeMirror missing = context.members().missingSupertype(site);
    if (missing != null) {
      throw new UnresolvedException(
          tree, "the supertype '" + missing + "' of '" + site + "' is not known");
    }
  }

  private TypeMirror typeOf(Tree tree, VariableElement field, DeclaredType site) {
    context.findings().element(tree, field);
    return types.memberType(site, field);
  }

  private void constant(Tree tree, VariableElement field) {
    Object value = field.getConstantValue();
    if (value != null) {
      context.findings().constant(tree, value);
    }
  }
}
