package org.wengert.processor;

import java.util.List;

/** Says that a method cannot be differentiated as it is declared. */
final class DeclarationException extends Exception {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial")
  private final transient List<DeclarationProblem> problems;

  DeclarationException(List<DeclarationProblem> problems) {
    super(problems.toString(), null, false, false);
    this.problems = List.copyOf(problems);
  }

  /** Whether all are about what the annotation asks for, so that the body can be looked at, too. */
  boolean isOfAnnotation() {
    return problems.stream().allMatch(problem -> problem.annotation().isPresent());
  }

  /** At least one, in the order of the source. */
  List<DeclarationProblem> problems() {
    return problems;
  }
}
