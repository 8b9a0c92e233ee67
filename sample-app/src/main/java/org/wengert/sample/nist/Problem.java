package org.wengert.sample.nist;

import java.util.List;
import java.util.function.Function;
import org.wengert.VectorFunction;

/**
 * A data set with its model.
 *
 * @param family the generated model: from predictors to responses as a function of the parameters
 * @param model the same, at the predictors of the data
 * @param peer the same model for Hipparchus
 */
record Problem(
    Dataset data,
    Function<double[], VectorFunction> family,
    VectorFunction model,
    FieldModel peer) {

  /** Returns all fourteen, from the lowest level of difficulty to the highest. */
  static List<Problem> all() {
    return List.of(
        of("misra1a.csv", ExponentialModelsDerivatives::misra1a, FieldModels::misra1a),
        of("misra1b.csv", MiscellaneousModelsDerivatives::misra1b, FieldModels::misra1b),
        of("chwirut2.csv", ExponentialModelsDerivatives::chwirut2, FieldModels::chwirut2),
        of("lanczos3.csv", ExponentialModelsDerivatives::lanczos3, FieldModels::lanczos3),
        of("gauss1.csv", ExponentialModelsDerivatives::gauss1, FieldModels::gauss1),
        of("danwood.csv", MiscellaneousModelsDerivatives::danWood, FieldModels::danWood),
        of("kirby2.csv", RationalModelsDerivatives::kirby2, FieldModels::kirby2),
        of("hahn1.csv", RationalModelsDerivatives::hahn1, FieldModels::cubicOverCubic),
        of("mgh17.csv", ExponentialModelsDerivatives::mgh17, FieldModels::mgh17),
        of("mgh09.csv", RationalModelsDerivatives::mgh09, FieldModels::mgh09),
        of("thurber.csv", RationalModelsDerivatives::thurber, FieldModels::cubicOverCubic),
        of("rat43.csv", ExponentialModelsDerivatives::rat43, FieldModels::rat43),
        of("eckerle4.csv", ExponentialModelsDerivatives::eckerle4, FieldModels::eckerle4),
        of("bennett5.csv", MiscellaneousModelsDerivatives::bennett5, FieldModels::bennett5));
  }

  private static Problem of(
      String resource, Function<double[], VectorFunction> family, FieldModel peer) {
    Dataset data = DatasetReader.read(resource);
    return new Problem(data, family, family.apply(data.x()), peer);
  }
}
