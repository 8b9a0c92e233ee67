package org.wengert.processor.read.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Infers type arguments from the types of arguments and of the target: the part of JLS chapter 18
 * that calls with ordinary arguments need.
 */
final class Inference {
  private final JavaTypes types;
  private final Map<Element, Bounds> bounds = new LinkedHashMap<>();
  private boolean approximate;

  Inference(JavaTypes types, List<? extends TypeParameterElement> variables) {
    this.types = types;
    for (TypeParameterElement variable : variables) {
      bounds.put(variable, new Bounds());
    }
  }

  /** What is known of one type parameter. */
  private static final class Bounds {
    final List<TypeMirror> equal = new ArrayList<>();
    final List<TypeMirror> lower = new ArrayList<>();
    final List<TypeMirror> upper = new ArrayList<>();

    boolean isEmpty() {
      return equal.isEmpty() && lower.isEmpty() && upper.isEmpty();
    }
  }

  boolean occurIn(TypeMirror type) {
    return TypeParameters.occurIn(type, bounds.keySet());
  }

  /** Whether something is known of each variable in a type. */
  boolean isDetermined(TypeMirror type) {
    for (Map.Entry<Element, Bounds> entry : bounds.entrySet()) {
      if (entry.getValue().isEmpty() && TypeParameters.occurIn(type, List.of(entry.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a wildcard's bound has stood in for the type it captures. */
  boolean isApproximate() {
    return approximate;
  }

  /**
   * Adds what the variables' own bounds say: with {@code E extends Comparable<E>}, an {@code E}
   * that is at least an Integer is an Integer (JLS 18.3.1).
   */
  void incorporate() {
    bounds.forEach(
        (variable, known) -> {
          for (TypeMirror bound : ((TypeParameterElement) variable).getBounds()) {
            for (TypeMirror lower : List.copyOf(known.lower)) {
              argument(lower, bound);
            }
          }
        });
  }

  /** Whether a variable would have to be two types at once. */
  boolean isContradictory() {
    return !approximate
        && bounds.values().stream()
            .anyMatch(b -> b.equal.stream().anyMatch(e -> !types.isSame(e, b.equal.get(0))));
  }

  /** An argument of a type is passed for a parameter. */
  void argument(TypeMirror actual, TypeMirror formal) {
    if (!occurIn(formal) || actual.getKind() == TypeKind.NULL) {
      return;
    }
    switch (formal.getKind()) {
      case TYPEVAR -> bounds(formal).lower.add(types.boxed(actual));
      case ARRAY -> {
        if (actual instanceof ArrayType array
            && !array.getComponentType().getKind().isPrimitive()) {
          argument(array.getComponentType(), ((ArrayType) formal).getComponentType());
        }
      }
      case DECLARED -> {
        DeclaredType same = types.supertype(types.boxed(actual), JavaTypes.element(formal));
        if (same != null && !JavaTypes.isRaw(same)) {
          List<? extends TypeMirror> formals = ((DeclaredType) formal).getTypeArguments();
          for (int i = 0; i < formals.size(); i++) {
            contained(same.getTypeArguments().get(i), formals.get(i));
          }
        }
      }
      default -> {}
    }
  }

  /** A type argument stands where another, with variables, is wanted. */
  private void contained(TypeMirror actual, TypeMirror formal) {
    if (!occurIn(formal)) {
      return;
    }
    if (formal instanceof WildcardType wanted) {
      if (wanted.getExtendsBound() != null) {
        argument(upperBound(actual), wanted.getExtendsBound());
      } else if (wanted.getSuperBound() instanceof TypeVariable variable) {
        TypeMirror most = actual instanceof WildcardType w ? w.getSuperBound() : actual;
        if (most != null && occurIn(variable)) {
          bounds(variable).upper.add(most);
        }
      }
    } else {
      equal(upperBound(actual), formal);
    }
  }

  private TypeMirror upperBound(TypeMirror argument) {
    if (argument instanceof WildcardType wildcard) {
      approximate = true;
      return wildcard.getExtendsBound() == null ? types.object() : wildcard.getExtendsBound();
    }
    return argument;
  }

  private void equal(TypeMirror actual, TypeMirror formal) {
    if (!occurIn(formal)) {
      return;
    }
    if (formal.getKind() == TypeKind.TYPEVAR) {
      bounds(formal).equal.add(actual);
    } else if (formal instanceof ArrayType wanted && actual instanceof ArrayType given) {
      equal(given.getComponentType(), wanted.getComponentType());
    } else if (formal instanceof DeclaredType wanted
        && actual instanceof DeclaredType given
        && given.asElement().equals(wanted.asElement())
        && given.getTypeArguments().size() == wanted.getTypeArguments().size()) {
      for (int i = 0; i < given.getTypeArguments().size(); i++) {
        contained(given.getTypeArguments().get(i), wanted.getTypeArguments().get(i));
      }
    }
  }

  /** A result of a type with variables is wanted as another type. */
  void target(TypeMirror result, TypeMirror target) {
    if (!occurIn(result)) {
      return;
    }
    if (result.getKind() == TypeKind.TYPEVAR) {
      bounds(result).upper.add(types.boxed(target));
    } else if (result instanceof ArrayType array && target instanceof ArrayType wanted) {
      target(array.getComponentType(), wanted.getComponentType());
    } else if (target instanceof DeclaredType wanted && !JavaTypes.isRaw(wanted)) {
      DeclaredType same = types.supertype(result, JavaTypes.element(wanted));
      if (same != null && !JavaTypes.isRaw(same)) {
        for (int i = 0; i < wanted.getTypeArguments().size(); i++) {
          resultArgument(same.getTypeArguments().get(i), wanted.getTypeArguments().get(i));
        }
      }
    }
  }

  private void resultArgument(TypeMirror result, TypeMirror wanted) {
    if (!(wanted instanceof WildcardType wildcard)) {
      equal(wanted, result);
    } else if (result.getKind() == TypeKind.TYPEVAR && occurIn(result)) {
      if (wildcard.getExtendsBound() != null) {
        bounds(result).upper.add(wildcard.getExtendsBound());
      } else if (wildcard.getSuperBound() != null) {
        bounds(result).lower.add(wildcard.getSuperBound());
      }
    }
  }

  private Bounds bounds(TypeMirror variable) {
    return bounds.get(((TypeVariable) variable).asElement());
  }

  /** The inferred type arguments; null if they are not clear. */
  Substitution solution() {
    Map<Element, TypeMirror> values = new HashMap<>();
    for (Map.Entry<Element, Bounds> entry : bounds.entrySet()) {
      TypeMirror value = value(entry.getKey(), entry.getValue());
      if (value == null) {
        return null;
      }
      values.put(entry.getKey(), value);
    }
    return new Substitution(types.types(), values);
  }

  private TypeMirror value(Element variable, Bounds known) {
    if (!known.equal.isEmpty()) {
      return known.equal.get(0);
    }
    if (!known.lower.isEmpty()) {
      return new LeastUpperBound(types).of(known.lower);
    }
    TypeMirror least = types.types().erasure(variable.asType());
    for (TypeMirror bound : known.upper) {
      if (types.isSubtype(bound, least)) {
        least = bound;
      }
    }
    return least;
  }
}
