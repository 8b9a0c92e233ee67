package org.wengert.sample.gradbench;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The problems that are answered: all of the suite. */
final class Modules {

  private static final Map<String, Module> BY_NAME =
      Stream.of(
              HelloModule.create(),
              LeastSquaresModule.create(),
              LogSumExpModule.create(),
              DeterminantModule.create(),
              RungeKuttaModule.create(),
              GaussianMixtureModule.create(),
              RecurrentNetworkModule.create(),
              ClusteringModule.create(),
              ParticleModule.create(),
              SaddleModule.create(),
              BundleAdjustmentModule.create(),
              HandTrackingModule.create())
          .collect(Collectors.toMap(Module::name, Function.identity()));

  private Modules() {}

  /**
   * Returns the module of the name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Module find(String name) {
    Module module = BY_NAME.get(name);
    if (module == null) {
      throw new IllegalArgumentException("there is no module '" + name + "'");
    }
    return module;
  }
}
