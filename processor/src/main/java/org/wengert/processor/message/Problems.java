package org.wengert.processor.message;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wengert.processor.tape.Location;

/**
 * All that is found to be wrong with one method. Of several problems at one place only the first
 * counts; the others mostly follow from it.
 */
public final class Problems {
  private final Map<Location, Problem> problems = new LinkedHashMap<>();

  /** Something that may find problems. */
  public interface Attempt<T> {
    T result() throws ProblemException;
  }

  public void add(Problem problem) {
    problems.putIfAbsent(problem.at(), problem);
  }

  public void addAll(List<Problem> others) {
    others.forEach(this::add);
  }

  /** What comes of an attempt; empty where that finds problems, which are added. */
  public <T> Optional<T> in(Attempt<T> attempt) {
    try {
      return Optional.of(attempt.result());
    } catch (ProblemException failure) {
      addAll(failure.problems());
      return Optional.empty();
    }
  }

  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** In the order of the source. */
  public List<Problem> inOrder() {
    return problems.values().stream()
        .sorted(Comparator.comparing(problem -> problem.at().start()))
        .toList();
  }

  /** Ends the processing of the method if there are any. */
  public void throwIfAny() throws ProblemException {
    if (!isEmpty()) {
      throw new ProblemException(inOrder());
    }
  }
}
