package org.wengert.sample.benchmark.problem;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wengert.sample.benchmark.peer.OverloadedFunction;

/**
 * One problem at one size, and what computes it. What the methods return may be the same arrays
 * again and again; derivatives have one row for each output, in whatever arrays the rows lie.
 */
public interface Subject {

  /** How large it is, in the problem's own letters. */
  String size();

  /** The arrays by whose elements to differentiate. */
  List<double[]> inputs();

  /** The values: one, or several whose Jacobian is wanted. */
  double[] primal();

  /** The derivative in the direction of ones, by one generated forward sweep. */
  double[] jvp();

  /**
   * The derivatives of the sum of the values, by one generated reverse sweep: the adjoints of all
   * inputs in order.
   */
  List<?> gradient();

  /** The generated Jacobian, where there are several values. */
  default Optional<Supplier<double[][]>> jacobian() {
    return Optional.empty();
  }

  /**
   * The product of the Hessian and a vector of ones, all inputs in order, by one generated reverse
   * sweep of the forward sweep, where there are second derivatives.
   */
  default Optional<Supplier<List<?>>> hvp() {
    return Optional.empty();
  }

  /** The generated Hessian, where there are second derivatives. */
  default Optional<Supplier<double[][]>> hessian() {
    return Optional.empty();
  }

  /** The derivative by an adjoint that was written by hand, all inputs in order. */
  default Optional<Supplier<List<?>>> handWritten() {
    return Optional.empty();
  }

  /** The same in calls of operations, as a function of all inputs in one row. */
  OverloadedFunction overloaded();
}
