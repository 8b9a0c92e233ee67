package org.wengert.processor.read.resolve;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.WildcardTree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** What the trees of types mean (JLS 6.5.5). */
final class TypeNames {
  private final Context context;
  private final Types types;

  TypeNames(Context context) {
    this.context = context;
    types = context.types().types();
  }

  /** A class, or a type parameter; for an inner class of a generic one, with the type around it. */
  record Named(Element element, DeclaredType outer) {}

  /** The type that a tree writes. */
  TypeMirror type(Tree tree) throws UnresolvedException {
    return switch (tree.getKind()) {
      case PRIMITIVE_TYPE -> primitive(((PrimitiveTypeTree) tree).getPrimitiveTypeKind());
      case ARRAY_TYPE -> types.getArrayType(type(((ArrayTypeTree) tree).getType()));
      case ANNOTATED_TYPE -> type(((AnnotatedTypeTree) tree).getUnderlyingType());
      case IDENTIFIER, MEMBER_SELECT -> plain(named(tree));
      case PARAMETERIZED_TYPE -> parameterized((ParameterizedTypeTree) tree);
      case UNION_TYPE -> union((UnionTypeTree) tree);
      case UNBOUNDED_WILDCARD -> types.getWildcardType(null, null);
      case EXTENDS_WILDCARD -> types.getWildcardType(type(((WildcardTree) tree).getBound()), null);
      case SUPER_WILDCARD -> types.getWildcardType(null, type(((WildcardTree) tree).getBound()));
      default -> throw new UnresolvedException(tree, "'" + tree + "' is not understood as a type");
    };
  }

  private TypeMirror primitive(TypeKind kind) {
    return kind == TypeKind.VOID ? types.getNoType(kind) : types.getPrimitiveType(kind);
  }

  /** The class that {@code new C<>()} names, whose type arguments are left to be inferred. */
  Named diamond(ParameterizedTypeTree tree) throws UnresolvedException {
    return named(tree.getType());
  }

  private TypeMirror parameterized(ParameterizedTypeTree tree) throws UnresolvedException {
    Named named = named(tree.getType());
    List<? extends Tree> arguments = tree.getTypeArguments();
    TypeMirror[] given = new TypeMirror[arguments.size()];
    for (int i = 0; i < given.length; i++) {
      given[i] = type(arguments.get(i));
    }
    if (!(named.element instanceof TypeElement element)
        || element.getTypeParameters().size() != given.length) {
      throw new UnresolvedException(tree, "'" + tree + "' has the wrong number of type arguments");
    }
    return named.outer == null
        ? types.getDeclaredType(element, given)
        : types.getDeclaredType(named.outer, element, given);
  }

  private TypeMirror union(UnionTypeTree tree) throws UnresolvedException {
    List<TypeMirror> alternatives = new ArrayList<>();
    for (Tree alternative : tree.getTypeAlternatives()) {
      alternatives.add(type(alternative));
    }
    TypeMirror common = new LeastUpperBound(context.types()).of(alternatives);
    if (common == null) {
      throw new UnresolvedException(tree, "the common type of '" + tree + "' is not clear");
    }
    return common;
  }

  /** A class's own type, raw where it is generic. */
  TypeMirror plain(Named named) {
    if (named.element instanceof TypeElement element) {
      return named.outer != null && element.getTypeParameters().isEmpty()
          ? types.getDeclaredType(named.outer, element)
          : types.erasure(element.asType());
    }
    return named.element.asType();
  }

  private Named named(Tree tree) throws UnresolvedException {
    Named found = null;
    if (tree instanceof IdentifierTree identifier) {
      found = simple(identifier);
    } else if (tree instanceof MemberSelectTree select) {
      found = qualified(select);
    } else if (tree instanceof AnnotatedTypeTree annotated) {
      return named(annotated.getUnderlyingType());
    }
    if (found == null) {
      throw new UnresolvedException(tree, "no type '" + tree + "' is known here");
    }
    return found;
  }

  private Named qualified(MemberSelectTree tree) throws UnresolvedException {
    ExpressionTree qualifier = tree.getExpression();
    String name = tree.getIdentifier().toString();
    Named found = null;
    if ((Tree) qualifier instanceof ParameterizedTypeTree parameterized) {
      found = member((DeclaredType) type(parameterized), name);
    } else {
      Named left = null;
      if (qualifier instanceof IdentifierTree identifier) {
        left = simple(identifier);
      } else if (qualifier instanceof MemberSelectTree select) {
        left = qualified(select);
      }
      if (left == null) {
        TypeElement type = context.imports().type(qualifier + "." + name);
        found = type == null ? null : new Named(type, null);
      } else if (left.element instanceof TypeElement) {
        found = member((DeclaredType) plain(left), name);
      }
    }
    if (found != null) {
      context.findings().element(tree, found.element);
    }
    return found;
  }

  private Named member(DeclaredType type, String name) {
    TypeElement member = context.members().memberType(JavaTypes.element(type), name);
    return member == null ? null : memberOf(type, member);
  }

  /** The class a simple name means, recorded for its tree; null if there is none. */
  Named simple(IdentifierTree tree) throws UnresolvedException {
    String name = tree.getName().toString();
    if (context.localClasses().find(name) != null) {
      throw UnresolvedException.following(tree, "the local class '" + name + "' is not supported");
    }
    Named found = find(name);
    if (found != null) {
      context.findings().element(tree, found.element);
    }
    return found;
  }

  private Named find(String name) {
    for (TypeParameterElement parameter : context.method().getTypeParameters()) {
      if (parameter.getSimpleName().contentEquals(name)) {
        return new Named(parameter, null);
      }
    }
    for (Element e = context.owner(); e instanceof TypeElement type; e = e.getEnclosingElement()) {
      Named member = findInside(type, name);
      if (member != null) {
        return member;
      }
    }
    TypeElement named = context.imports().named(name);
    if (named != null) {
      return new Named(named, null);
    }
    for (TypeElement type : context.imports().onDemand(name)) {
      if (context.access().allowsType(type)) {
        return new Named(type, null);
      }
    }
    return null;
  }

  private Named findInside(TypeElement type, String name) {
    TypeElement own = context.members().declaredType(type, name);
    if (own != null) {
      return memberOf((DeclaredType) type.asType(), own);
    }
    for (TypeParameterElement parameter : type.getTypeParameters()) {
      if (parameter.getSimpleName().contentEquals(name)) {
        return new Named(parameter, null);
      }
    }
    TypeElement inherited = context.members().memberType(type, name);
    return inherited != null && context.access().allows(inherited, type)
        ? memberOf((DeclaredType) type.asType(), inherited)
        : null;
  }

  /** A member class as seen from a type: an inner class keeps the type arguments around it. */
  Named memberOf(DeclaredType site, TypeElement member) {
    boolean inner =
        member.getKind() == ElementKind.CLASS && !member.getModifiers().contains(Modifier.STATIC);
    DeclaredType outer =
        inner ? context.types().supertype(site, (TypeElement) member.getEnclosingElement()) : null;
    return new Named(member, outer != null && outer.getTypeArguments().isEmpty() ? null : outer);
  }
}
