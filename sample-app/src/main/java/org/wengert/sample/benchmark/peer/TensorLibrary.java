package org.wengert.sample.benchmark.peer;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** A library with native code that differentiates operations on whole arrays. */
public interface TensorLibrary {

  /** Returns the library, if it is on the class path. */
  static Optional<TensorLibrary> named(String name) {
    return ServiceLoader.load(TensorLibrary.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(library -> library.name().equals(name))
        .findFirst();
  }

  String name();

  /**
   * Returns what computes the gradient, if the function is written for this library, too.
   *
   * @param x not changed
   */
  Optional<Supplier<double[]>> gradient(OverloadedFunction function, double[] x);
}
