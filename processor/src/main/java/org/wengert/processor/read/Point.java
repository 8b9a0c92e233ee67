package org.wengert.processor.read;

/**
 * A place that jumps lead to: the end of the method, the end of a loop, the end of a loop's body.
 * Its flag is set while control is on its way there, or to a point further out.
 *
 * @param flag the variable that says so
 * @param outer the next point outwards; null at the end of the method
 */
record Point(Variable flag, Point outer) {
  /** Puts control on its way from a place directly inside {@code from} to this point. */
  void jump(Point from, Environment environment) {
    for (Point passed = from; ; passed = passed.outer) {
      environment.set(passed.flag, Environment.TRUE);
      if (passed == this) {
        return;
      }
    }
  }

  /** States that control is on its way to none of this point and those further out. */
  void clear(Environment environment) {
    for (Point point = this; point != null; point = point.outer) {
      environment.set(point.flag, Environment.FALSE);
    }
  }
}
