package org.wengert.sample.benchmark.peer;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A library with native code that differentiates operations on whole arrays. Only a profile of the
 * build compiles the implementation.
 */
public interface TensorLibrary {

  /**
   * Returns a new object of the class, if it was compiled.
   *
   * @throws IllegalStateException if it has no such constructor, or that failed
   */
  static Optional<TensorLibrary> ofClass(String name) {
    try {
      Class<?> found = Class.forName(name);
      return Optional.of((TensorLibrary) found.getDeclaredConstructor().newInstance());
    } catch (ClassNotFoundException absent) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /**
   * Returns what computes the gradient, if the function is written for this library, too.
   *
   * @param x not changed
   */
  Optional<Supplier<double[]>> gradient(OverloadedFunction function, double[] x);
}
