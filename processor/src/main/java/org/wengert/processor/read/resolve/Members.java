package org.wengert.processor.read.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.wengert.processor.model.DeclaredMembers;

/**
 * The members of classes by name, declared and inherited, whether accessible or not. Remembers what
 * it has looked up.
 */
final class Members {
  private final Elements elements;
  private final JavaTypes types;
  private final Map<TypeElement, Declared> declared = new HashMap<>();
  private final Map<Key, Optional<VariableElement>> fields = new HashMap<>();
  private final Map<Key, Optional<TypeElement>> memberTypes = new HashMap<>();
  private final Map<Key, List<ExecutableElement>> methods = new HashMap<>();
  private final Map<TypeElement, Optional<TypeMirror>> missing = new HashMap<>();

  Members(Elements elements, JavaTypes types) {
    this.elements = elements;
    this.types = types;
  }

  private record Key(TypeElement type, String name) {}

  /** The field a class declares or inherits under a name, or null. */
  VariableElement field(TypeElement type, String name) {
    Key key = new Key(type, name);
    Optional<VariableElement> known = fields.get(key);
    if (known == null) {
      known = Optional.ofNullable(findField(type, name));
      fields.put(key, known);
    }
    return known.orElse(null);
  }

  private VariableElement findField(TypeElement type, String name) {
    VariableElement own = declared(type).fields.get(name);
    if (own != null) {
      return own;
    }
    for (TypeElement parent : supertypes(type)) {
      VariableElement inherited = field(parent, name);
      if (inherited != null) {
        return inherited;
      }
    }
    return null;
  }

  /** The member type a class declares itself under a name, or null. */
  TypeElement declaredType(TypeElement type, String name) {
    return declared(type).types.get(name);
  }

  /** The member type a class declares or inherits under a name, or null. */
  TypeElement memberType(TypeElement type, String name) {
    Key key = new Key(type, name);
    Optional<TypeElement> known = memberTypes.get(key);
    if (known == null) {
      known = Optional.ofNullable(findMemberType(type, name));
      memberTypes.put(key, known);
    }
    return known.orElse(null);
  }

  private TypeElement findMemberType(TypeElement type, String name) {
    TypeElement own = declaredType(type, name);
    if (own != null) {
      return own;
    }
    for (TypeElement parent : supertypes(type)) {
      TypeElement inherited = memberType(parent, name);
      if (inherited != null) {
        return inherited;
      }
    }
    return null;
  }

  /** The methods a class declares or inherits under a name, without those it overrides or hides. */
  List<ExecutableElement> methods(TypeElement type, String name) {
    Key key = new Key(type, name);
    List<ExecutableElement> known = methods.get(key);
    if (known == null) {
      known = findMethods(type, name);
      methods.put(key, known);
    }
    return known;
  }

  private List<ExecutableElement> findMethods(TypeElement type, String name) {
    Set<ExecutableElement> all =
        new LinkedHashSet<>(declared(type).methods.getOrDefault(name, List.of()));
    for (TypeElement parent : supertypes(type)) {
      methods(parent, name).stream().filter(Members::isInherited).forEach(all::add);
    }
    if (type.getKind().isInterface()) {
      methods(JavaTypes.element(types.object()), name).stream()
          .filter(method -> method.getModifiers().contains(Modifier.PUBLIC))
          .forEach(all::add);
    }
    return all.stream()
        .filter(method -> all.stream().noneMatch(nearer -> replaces(nearer, method, type)))
        .toList();
  }

  /** JLS 8.4.8: a static method of an interface is not inherited. */
  private static boolean isInherited(ExecutableElement method) {
    return !(method.getEnclosingElement().getKind().isInterface()
        && method.getModifiers().contains(Modifier.STATIC));
  }

  /** Whether, among the members of a class, one method overrides or hides another. */
  private boolean replaces(ExecutableElement method, ExecutableElement other, TypeElement type) {
    if (method.equals(other)) {
      return false;
    }
    TypeElement from = (TypeElement) method.getEnclosingElement();
    TypeElement otherFrom = (TypeElement) other.getEnclosingElement();
    boolean nearer =
        otherFrom.getKind().isInterface() && !from.getKind().isInterface()
            ? !isObject(from)
            : types.isSubclass(from, otherFrom) || isObject(otherFrom);
    return nearer
        && (types
                .types()
                .isSubsignature((ExecutableType) method.asType(), (ExecutableType) other.asType())
            || elements.overrides(method, other, type));
  }

  private boolean isObject(TypeElement type) {
    return type.equals(types.object().asElement());
  }

  List<ExecutableElement> constructors(TypeElement type) {
    return declared(type).constructors;
  }

  /** A supertype of a class that does not exist, or not yet; null if all do. */
  TypeMirror missingSupertype(TypeElement type) {
    Optional<TypeMirror> known = missing.get(type);
    if (known == null) {
      known = Optional.ofNullable(findMissing(type));
      missing.put(type, known);
    }
    return known.orElse(null);
  }

  private TypeMirror findMissing(TypeElement type) {
    for (TypeMirror parent : directSupertypes(type)) {
      if (parent.getKind() == TypeKind.ERROR) {
        return parent;
      }
      TypeMirror above = missingSupertype(JavaTypes.element(parent));
      if (above != null) {
        return above;
      }
    }
    return null;
  }

  /** The superclass and the interfaces of a class, in that order. */
  private static List<TypeElement> supertypes(TypeElement type) {
    List<TypeElement> all = new ArrayList<>();
    for (TypeMirror parent : directSupertypes(type)) {
      if (parent.getKind() == TypeKind.DECLARED) {
        all.add(JavaTypes.element(parent));
      }
    }
    return all;
  }

  private static List<TypeMirror> directSupertypes(TypeElement type) {
    List<TypeMirror> all = new ArrayList<>();
    if (type.getSuperclass().getKind() != TypeKind.NONE) {
      all.add(type.getSuperclass());
    }
    all.addAll(type.getInterfaces());
    return all;
  }

  private Declared declared(TypeElement type) {
    Declared known = declared.get(type);
    if (known == null) {
      known = new Declared(DeclaredMembers.of(type, elements));
      declared.put(type, known);
    }
    return known;
  }

  /** What one class declares itself. */
  private static final class Declared {
    final Map<String, VariableElement> fields = new HashMap<>();
    final Map<String, TypeElement> types = new HashMap<>();
    final Map<String, List<ExecutableElement>> methods = new HashMap<>();
    final List<ExecutableElement> constructors;

    Declared(List<? extends Element> members) {
      for (VariableElement field : ElementFilter.fieldsIn(members)) {
        fields.put(field.getSimpleName().toString(), field);
      }
      for (TypeElement member : ElementFilter.typesIn(members)) {
        types.put(member.getSimpleName().toString(), member);
      }
      for (Element member : members) {
        if (member.getKind() == ElementKind.METHOD) {
          methods
              .computeIfAbsent(member.getSimpleName().toString(), name -> new ArrayList<>())
              .add((ExecutableElement) member);
        }
      }
      constructors = List.copyOf(ElementFilter.constructorsIn(members));
    }
  }
}
