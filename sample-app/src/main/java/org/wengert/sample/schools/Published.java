package org.wengert.sample.schools;

import java.util.Map;

/**
 * A posterior mean of posteriordb, and its Monte-Carlo standard error.
 *
 * <p>They are in its reference posterior {@code eight_schools-eight_schools_noncentered}, 10,000
 * draws by Stan (M. Magnusson, 6 April 2020; repository stan-dev/posteriordb at commit 0e97b72,
 * file
 * posterior_database/reference_posteriors/summary_statistics/mean_value/mean_value/eight_schools-eight_schools_noncentered.json).
 */
record Published(double mean, double standardError) {

  /** By the names in {@link EightSchools#NAMES}. */
  static final Map<String, Published> ALL =
      Map.of(
          "mu", new Published(4.41051833695493, 0.0330374705950917),
          "tau", new Published(3.60205952364059, 0.0318615135640706),
          "theta 1", new Published(6.15050229334425, 0.0557375282295219),
          "theta 2", new Published(4.9395811407422, 0.0462293788624847),
          "theta 3", new Published(3.90590609001582, 0.0542313705632124),
          "theta 4", new Published(4.79601675138494, 0.0474935816762281),
          "theta 5", new Published(3.6144363246799, 0.0461450610244603),
          "theta 6", new Published(4.0511475789675, 0.0485195392528031),
          "theta 7", new Published(6.31716975886893, 0.0498766794075794),
          "theta 8", new Published(4.88399694353288, 0.0542511606560972));

  /** How far an estimate lies above this, over the standard error of the difference. */
  double errorsTo(Estimate estimate) {
    return (estimate.mean() - mean) / Math.hypot(estimate.standardError(), standardError);
  }
}
