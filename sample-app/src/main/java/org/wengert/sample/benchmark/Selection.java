package org.wengert.sample.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wengert.sample.benchmark.problem.Problem;

/**
 * What the command line asks for.
 *
 * @param quick one short fork for each row: less exact
 * @param growth the file for a chart of ratios as the problems grow, instead of the table's sizes
 */
record Selection(boolean quick, Optional<Path> growth, Set<Problem> problems, Set<Method> methods) {

  private static final String GROWTH = "growth";

  /**
   * Reads the words {@code quick} and {@code growth}, and names of problems and methods; no name
   * stands for all problems or all methods. {@code growth=file} says where the chart goes.
   *
   * @throws IllegalArgumentException if a word is none of these; the message names all there are
   */
  static Selection parse(String... words) {
    boolean quick = false;
    Optional<Path> growth = Optional.empty();
    Set<Problem> problems = EnumSet.noneOf(Problem.class);
    Set<Method> methods = EnumSet.noneOf(Method.class);
    for (String word : words) {
      Optional<Problem> problem = named(Problem.values(), word);
      Optional<Method> method = named(Method.values(), word);
      if (problem.isPresent()) {
        problems.add(problem.get());
      } else if (method.isPresent()) {
        methods.add(method.get());
      } else if (word.equals("quick")) {
        quick = true;
      } else if (word.equals(GROWTH)) {
        growth = Optional.of(Path.of("target", "charts", "growth.png"));
      } else if (word.startsWith(GROWTH + "=")) {
        growth = Optional.of(Path.of(word.substring(GROWTH.length() + 1)));
      } else {
        throw new IllegalArgumentException("nothing is called '" + word + "'; there are " + all());
      }
    }
    return new Selection(
        quick,
        growth,
        problems.isEmpty() ? EnumSet.allOf(Problem.class) : problems,
        methods.isEmpty() ? allMethods(growth.isPresent()) : methods);
  }

  /** A chart of all methods would show nothing but the slowest. */
  private static Set<Method> allMethods(boolean growth) {
    return growth ? EnumSet.of(Method.GRADIENT) : EnumSet.allOf(Method.class);
  }

  private static <E> Optional<E> named(E[] values, String name) {
    return Stream.of(values).filter(value -> value.toString().equals(name)).findFirst();
  }

  private static String all() {
    return Stream.of(
            Stream.of("quick", GROWTH, GROWTH + "=<file>"),
            Stream.of(Problem.values()).map(Problem::toString),
            Stream.of(Method.values()).map(Method::toString))
        .flatMap(names -> names)
        .collect(Collectors.joining(", "));
  }

  /** The rows to be measured, in order. */
  List<Timed> rows() {
    List<Timed> rows = new ArrayList<>();
    for (Problem problem : problems) {
      if (growth.isPresent()) {
        problem.growing().forEach(size -> Timed.rows(problem, size, methods).forEach(rows::add));
      } else {
        rows.addAll(Timed.rows(problem, methods));
      }
    }
    return rows;
  }
}
