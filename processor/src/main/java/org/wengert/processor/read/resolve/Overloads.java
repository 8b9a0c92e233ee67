package org.wengert.processor.read.resolve;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Chooses among overloads: applicable in three phases, then the most specific (JLS 15.12.2). */
final class Overloads {
  private final JavaTypes types;

  Overloads(JavaTypes types) {
    this.types = types;
  }

  /** Whether an argument can be passed for a parameter. */
  interface Fit {
    boolean test(int argument, TypeMirror parameter, boolean strict);
  }

  /** The candidate a call means, and whether its last parameter takes the remaining arguments. */
  record Choice(Candidate candidate, boolean variableArity) {
    TypeMirror parameter(int argument) {
      return candidate.parameter(argument, variableArity);
    }
  }

  private enum Phase {
    STRICT,
    LOOSE,
    VARIABLE_ARITY
  }

  /** The choices that remain: none, the one, or several that are ambiguous. */
  List<Choice> choose(List<Candidate> candidates, int arguments, Fit fit) {
    for (Phase phase : Phase.values()) {
      List<Candidate> applicable = new ArrayList<>();
      for (Candidate candidate : candidates) {
        if (isApplicable(candidate, arguments, fit, phase)) {
          applicable.add(candidate);
        }
      }
      if (!applicable.isEmpty()) {
        boolean variableArity = phase == Phase.VARIABLE_ARITY;
        return mostSpecific(applicable, arguments, variableArity).stream()
            .map(candidate -> new Choice(candidate, variableArity))
            .toList();
      }
    }
    return List.of();
  }

  private boolean isApplicable(Candidate candidate, int arguments, Fit fit, Phase phase) {
    boolean variableArity = phase == Phase.VARIABLE_ARITY;
    int parameters = candidate.parameters().size();
    if (variableArity
        ? !candidate.method().isVarArgs() || arguments < parameters - 1
        : arguments != parameters) {
      return false;
    }
    for (int i = 0; i < arguments; i++) {
      TypeMirror parameter = parameter(candidate, i, variableArity);
      if (!fit.test(i, parameter, phase == Phase.STRICT)) {
        return false;
      }
    }
    return true;
  }

  /** A parameter made of type parameters to be inferred takes whatever their bounds allow. */
  private TypeMirror parameter(Candidate candidate, int i, boolean variableArity) {
    TypeMirror parameter = candidate.parameter(i, variableArity);
    return TypeParameters.occurIn(parameter, candidate.variables())
        ? types.types().erasure(parameter)
        : parameter;
  }

  private List<Candidate> mostSpecific(
      List<Candidate> applicable, int arguments, boolean variableArity) {
    if (applicable.size() == 1) {
      return applicable;
    }
    List<Candidate> best = new ArrayList<>();
    for (Candidate candidate : applicable) {
      if (applicable.stream()
          .allMatch(o -> isMoreSpecific(candidate, o, arguments, variableArity))) {
        best.add(candidate);
      }
    }
    if (best.isEmpty()) {
      return applicable;
    }
    return List.of(preferred(best));
  }

  private boolean isMoreSpecific(Candidate a, Candidate b, int arguments, boolean variableArity) {
    if (a == b) {
      return true;
    }
    int compared =
        variableArity
            ? Math.max(arguments, Math.max(a.parameters().size(), b.parameters().size()))
            : arguments;
    Types erasing = types.types();
    for (int i = 0; i < compared; i++) {
      if (!types.isSubtype(
          erasing.erasure(a.parameter(i, variableArity)),
          erasing.erasure(b.parameter(i, variableArity)))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Of equal signatures, inherited from several types: one with a body, else the narrowest result.
   */
  private Candidate preferred(List<Candidate> equal) {
    Candidate preferred = equal.get(0);
    for (Candidate candidate : equal) {
      if (!candidate.method().getModifiers().contains(Modifier.ABSTRACT)) {
        return candidate;
      }
      if (types.isSubtype(
          types.types().erasure(candidate.result()), types.types().erasure(preferred.result()))) {
        preferred = candidate;
      }
    }
    return preferred;
  }
}
