package org.wengert.processor.read.resolve;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Chooses among overloads: applicable in three phases, then the most specific (JLS 15.12.2). */
final class Overloads {
  private final JavaTypes types;

  Overloads(JavaTypes types) {
    this.types = types;
  }

  /** The arguments of a call. */
  interface Arguments {
    int size();

    /** Whether an argument can be passed for a parameter. */
    boolean fits(int argument, TypeMirror parameter, boolean strict);

    /** The types its value may have; none where that depends on the parameter. */
    List<TypeMirror> types(int argument);
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

  private enum Applicable {
    YES,
    NO,
    /** It depends on type arguments that {@link Inference} does not find. */
    UNCLEAR
  }

  /** The choices that remain: none, the one, or several that are ambiguous. */
  List<Choice> choose(List<Candidate> candidates, Arguments arguments) {
    List<Choice> unclear = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      boolean variableArity = phase == Phase.VARIABLE_ARITY;
      List<Candidate> applicable = new ArrayList<>();
      for (Candidate candidate : candidates) {
        switch (applicable(candidate, arguments, phase)) {
          case YES -> applicable.add(candidate);
          case UNCLEAR -> unclear.add(new Choice(candidate, variableArity));
          case NO -> {}
        }
      }
      if (!applicable.isEmpty()) {
        List<Choice> choices = new ArrayList<>(unclear);
        for (Candidate candidate : mostSpecific(applicable, arguments.size(), variableArity)) {
          choices.add(new Choice(candidate, variableArity));
        }
        return choices;
      }
    }
    return unclear.stream().map(Choice::candidate).distinct().count() == 1
        ? unclear.subList(0, 1)
        : unclear;
  }

  private Applicable applicable(Candidate candidate, Arguments arguments, Phase phase) {
    boolean variableArity = phase == Phase.VARIABLE_ARITY;
    int parameters = candidate.parameters().size();
    if (variableArity
        ? !candidate.method().isVarArgs() || arguments.size() < parameters - 1
        : arguments.size() != parameters) {
      return Applicable.NO;
    }
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror parameter = candidate.parameter(i, variableArity);
      TypeMirror widest =
          TypeParameters.occurIn(parameter, candidate.variables())
              ? types.types().erasure(parameter)
              : parameter;
      if (!arguments.fits(i, widest, phase == Phase.STRICT)) {
        return Applicable.NO;
      }
    }
    return candidate.variables().isEmpty()
        ? Applicable.YES
        : inferable(candidate, arguments, variableArity);
  }

  /** Whether type arguments exist with which a generic candidate is applicable. */
  private Applicable inferable(Candidate candidate, Arguments arguments, boolean variableArity) {
    Inference inference = new Inference(types, candidate.variables());
    for (int i = 0; i < arguments.size(); i++) {
      for (TypeMirror type : arguments.types(i)) {
        inference.argument(type, candidate.parameter(i, variableArity));
      }
    }
    inference.incorporate();
    if (inference.isContradictory()) {
      return Applicable.NO;
    }
    Substitution solution = inference.solution();
    if (solution == null) {
      return Applicable.UNCLEAR;
    }
    boolean inBounds = areInBounds(candidate, inference, solution);
    if (inference.isApproximate()) {
      // The arguments fit the erased parameters; a captured wildcard itself is not known here.
      return inBounds ? Applicable.YES : Applicable.UNCLEAR;
    }
    return inBounds && arePassable(candidate, arguments, variableArity, solution)
        ? Applicable.YES
        : Applicable.NO;
  }

  private boolean areInBounds(Candidate candidate, Inference inference, Substitution solution) {
    for (TypeParameterElement variable : candidate.variables()) {
      TypeMirror value = solution.apply(variable.asType());
      if (inference.isDetermined(variable.asType())
          && !variable.getBounds().stream()
              .allMatch(bound -> types.isSubtype(value, solution.apply(bound)))) {
        return false;
      }
    }
    return true;
  }

  private boolean arePassable(
      Candidate candidate, Arguments arguments, boolean variableArity, Substitution solution) {
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror parameter = solution.apply(candidate.parameter(i, variableArity));
      if (!arguments.types(i).stream().allMatch(t -> types.isLooselyConvertible(t, parameter))) {
        return false;
      }
    }
    return true;
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
    return best.isEmpty() ? applicable : List.of(preferred(best));
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
