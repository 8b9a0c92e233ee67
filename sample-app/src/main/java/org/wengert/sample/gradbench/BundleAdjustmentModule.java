package org.wengert.sample.gradbench;

import java.util.Arrays;
import java.util.Map;

/** The module {@code ba}. The answers are excerpts, but everything is computed. */
final class BundleAdjustmentModule {

  /** How many elements of the Jacobian are shown before the last. */
  private static final int SHOWN = 30;

  private BundleAdjustmentModule() {}

  static Module create() {
    return new Module(
        "ba",
        Map.of(
            "objective",
            new Evaluation<>(
                Observations::decode, Observations::errors, BundleAdjustmentModule::encode),
            "jacobian",
            new Evaluation<>(
                Observations::decode, Observations::jacobian, BundleAdjustmentModule::encode)));
  }

  private static Json encode(Observations.Errors errors) {
    Json count = new Json.Whole(errors.weight().length);
    return new Json.Fields(
        Map.of(
            "reproj_error",
            new Json.Fields(
                Map.of("elements", new Json.Reals(errors.reprojection()[0]), "repeated", count)),
            "w_err",
            new Json.Fields(
                Map.of("element", new Json.Real(errors.weight()[0]), "repeated", count))));
  }

  private static Json encode(SparseMatrix jacobian) {
    return new Json.Fields(
        Map.of(
            "rows", new Json.Wholes(excerpt(jacobian.rowStarts())),
            "cols", new Json.Wholes(excerpt(jacobian.columns())),
            "vals", new Json.Reals(excerpt(jacobian.values()))));
  }

  private static int[] excerpt(int[] all) {
    int[] excerpt = Arrays.copyOf(all, SHOWN + 1);
    excerpt[SHOWN] = all[all.length - 1];
    return excerpt;
  }

  private static double[] excerpt(double[] all) {
    double[] excerpt = Arrays.copyOf(all, SHOWN + 1);
    excerpt[SHOWN] = all[all.length - 1];
    return excerpt;
  }
}
