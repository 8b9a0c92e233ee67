package org.wengert.sample.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wengert.sample.benchmark.problem.Problem;
import org.wengert.sample.benchmark.problem.Subject;

/**
 * One row of the table.
 *
 * @param size one of the problem's
 */
record Timed(Problem problem, int size, Method method) {

  /**
   * Returns a row for each of the methods that the problem has: all at its small size, and those
   * that are fast enough at its middle size. There is always the primal.
   *
   * @param smallOnly whether to leave out the middle size
   */
  static List<Timed> rows(Problem problem, Set<Method> methods, boolean smallOnly) {
    Stream<Timed> small = rows(problem, problem.small(), methods);
    boolean oneSize = smallOnly || problem.small() == problem.middle();
    Stream<Timed> middle =
        rows(problem, problem.middle(), methods).filter(row -> !row.method.perInput());
    return (oneSize ? small : Stream.concat(small, middle)).toList();
  }

  /** Returns a row for the primal and each of the methods that the problem has. */
  static Stream<Timed> rows(Problem problem, int size, Set<Method> methods) {
    Subject subject = problem.at(size);
    return Arrays.stream(Method.values())
        .filter(method -> method == Method.PRIMAL || methods.contains(method))
        .filter(method -> method.of(subject).isPresent())
        .map(method -> new Timed(problem, size, method));
  }

  /** The row that this one is compared with. */
  Timed primal() {
    return new Timed(problem, size, Method.PRIMAL);
  }

  /** The row of the generated derivative: the Jacobian where several values are to be derived. */
  Timed ours() {
    boolean several = problem.at(size).primal().length > 1;
    return new Timed(problem, size, several ? Method.JACOBIAN : Method.GRADIENT);
  }

  /** Returns what computes the row, on inputs of its own. */
  Supplier<Object> computation() {
    Optional<Supplier<Object>> computation = method.of(problem.at(size));
    return computation.orElseThrow(() -> new IllegalStateException("there is no " + this));
  }

  /** The text from which {@link #parse} makes the row again, in another process. */
  @Override
  public String toString() {
    return problem.name() + ":" + size + ":" + method.name();
  }

  static Timed parse(String text) {
    List<String> parts = List.of(text.split(":", -1));
    return new Timed(
        Problem.valueOf(parts.get(0)),
        Integer.parseInt(parts.get(1)),
        Method.valueOf(parts.get(2)));
  }
}
