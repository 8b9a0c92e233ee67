package org.wengert.sample.gradbench;

import java.util.Map;

/**
 * One of the suite's problems.
 *
 * @param evaluations what can be asked for, by name
 */
record Module(String name, Map<String, Evaluation<?, ?>> evaluations) {

  /**
   * Returns the function of the name.
   *
   * @throws IllegalArgumentException if there is none
   */
  Evaluation<?, ?> evaluation(String function) {
    Evaluation<?, ?> evaluation = evaluations.get(function);
    if (evaluation == null) {
      throw new IllegalArgumentException(
          "the module '" + name + "' has no function '" + function + "'");
    }
    return evaluation;
  }
}
