package org.wengert.sample.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wengert.sample.benchmark.problem.Flat;
import org.wengert.sample.benchmark.problem.Problem;
import org.wengert.sample.benchmark.problem.Subject;

/**
 * One row of the table.
 *
 * @param size one of the problem's
 */
record Timed(Problem problem, int size, Method method) {

  /** With more inputs, methods that take a time for each take seconds at the middle size. */
  private static final int FEW_INPUTS = 64;

  /**
   * Returns a row for each of the methods that the problem has at its middle size. If some of them
   * are too slow for it, all are there at its small size, too. There is always the primal.
   */
  static List<Timed> rows(Problem problem, Set<Method> methods) {
    Stream<Timed> middle = rows(problem, problem.middle(), methods);
    if (Flat.of(problem.at(problem.middle()).inputs()).length <= FEW_INPUTS) {
      return middle.toList();
    }
    Stream<Timed> small = rows(problem, problem.small(), methods);
    return Stream.concat(small, middle.filter(row -> !row.method.perInput())).toList();
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

  /**
   * The row of the generated derivative that is the same: the Jacobian where several values are to
   * be derived.
   */
  Timed ours() {
    if (method == Method.HIPPARCHUS_HESSIAN) {
      return new Timed(problem, size, Method.HESSIAN);
    }
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
