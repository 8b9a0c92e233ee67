package org.wengert.processor.sibling;

import org.wengert.processor.tape.Type;

/** How many columns of a Jacobian one forward sweep computes. */
public final class Directions {
  /**
   * By measurement: two take half as long again, eight a tenth less where the Jacobian is wide, but
   * twice the code, and more where it is not.
   */
  private static final int MOST = 4;

  /**
   * How many one sweep computes of a wide Jacobian, in a loop: by measurement, 28 of a hand's take
   * 10 times as long as the method in one sweep, 14 times in sweeps of 16, 23 times in sweeps of 8.
   */
  static final int MOST_IN_A_LOOP = 32;

  private Directions() {}

  /** Whether there may be more columns than few sweeps compute. */
  public static boolean mayBeMany(Signature signature) {
    return signature.active().stream().anyMatch(Parameter::isActiveArray);
  }

  /**
   * The width of the sweeps. Where the number of inputs is known, it is divided among as few sweeps
   * as possible, evenly.
   */
  public static int atOnce(Signature signature) {
    if (signature.active().stream().anyMatch(Parameter::isActiveArray)) {
      return MOST;
    }
    int inputs = signature.active().size();
    int sweeps = (inputs + MOST - 1) / MOST;
    return (inputs + sweeps - 1) / sweeps;
  }

  /** The type of what says where a parameter has a one in each direction. */
  static Type seeds(Parameter parameter) {
    return parameter.type().isArray() ? parameter.type() : Type.INT;
  }
}
