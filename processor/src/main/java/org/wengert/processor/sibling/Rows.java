package org.wengert.processor.sibling;

import org.wengert.processor.tape.Type;

/** How many rows of a Jacobian are worth a reverse sweep each after a common forward sweep. */
public final class Rows {
  private static final int MOST = 4;

  private Rows() {}

  /**
   * The largest number; zero where rows are not computed in this way. Arrays are taken to be long;
   * of scalars there must be twice as many as rows, since forward sweeps have several directions.
   */
  public static int most(Signature signature) {
    if (!signature.returnsArray() || signature.active().isEmpty()) {
      return 0;
    }
    Type row = signature.result().orElseThrow();
    boolean fits =
        signature.active().stream()
            .allMatch(parameter -> !parameter.type().isArray() || parameter.type().equals(row));
    if (!fits) {
      return 0;
    }
    return signature.activeScalars().size() < signature.active().size()
        ? MOST
        : Math.min(MOST, signature.active().size() / 2);
  }
}
