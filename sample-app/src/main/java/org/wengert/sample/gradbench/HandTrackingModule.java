package org.wengert.sample.gradbench;

import java.util.Map;

/** The module {@code ht}. */
final class HandTrackingModule {

  private HandTrackingModule() {}

  static Module create() {
    return new Module(
        "ht",
        Map.of(
            "objective", new Evaluation<>(Hand::decode, Hand::distances, Json.Reals::new),
            "jacobian", new Evaluation<>(Hand::decode, Hand::jacobian, Json::rows)));
  }
}
