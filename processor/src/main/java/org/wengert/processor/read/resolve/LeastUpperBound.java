package org.wengert.processor.read.resolve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The least upper bound of reference types (JLS 4.10.4), where it is a single plain type. */
final class LeastUpperBound {
  private final JavaTypes types;

  LeastUpperBound(JavaTypes types) {
    this.types = types;
  }

  /** The bound; null if it is an intersection, or would need new type arguments. */
  TypeMirror of(List<TypeMirror> all) {
    for (TypeMirror candidate : all) {
      if (candidate.getKind() != TypeKind.NULL
          && all.stream().allMatch(t -> t.getKind() == TypeKind.NULL || isSubtype(t, candidate))) {
        return candidate;
      }
    }
    List<TypeMirror> references =
        all.stream().filter(t -> t.getKind() != TypeKind.NULL).distinct().toList();
    if (references.isEmpty()) {
      return types.nullType();
    }
    List<TypeElement> minimal = minimalCommonClasses(references);
    return minimal.size() == 1 ? commonSupertype(references, minimal.get(0)) : null;
  }

  private boolean isSubtype(TypeMirror a, TypeMirror b) {
    return types.types().isSubtype(a, b);
  }

  private List<TypeElement> minimalCommonClasses(List<TypeMirror> references) {
    Set<TypeElement> common = superclasses(references.get(0));
    for (TypeMirror other : references) {
      common.retainAll(superclasses(other));
    }
    List<TypeElement> minimal = new ArrayList<>();
    for (TypeElement candidate : common) {
      if (common.stream().noneMatch(c -> !c.equals(candidate) && types.isSubclass(c, candidate))) {
        minimal.add(candidate);
      }
    }
    return minimal;
  }

  private Set<TypeElement> superclasses(TypeMirror type) {
    Set<TypeElement> all = new LinkedHashSet<>();
    collect(type, all);
    return all;
  }

  private void collect(TypeMirror type, Set<TypeElement> all) {
    if (type.getKind() == TypeKind.DECLARED && !all.add(JavaTypes.element(type))) {
      return;
    }
    for (TypeMirror parent : types.types().directSupertypes(type)) {
      collect(parent, all);
    }
  }

  private TypeMirror commonSupertype(List<TypeMirror> references, TypeElement wanted) {
    DeclaredType first = types.supertype(references.get(0), wanted);
    for (TypeMirror other : references) {
      DeclaredType same = types.supertype(other, wanted);
      if (first == null || same == null || !types.isSame(first, same)) {
        return null;
      }
    }
    return first;
  }
}
