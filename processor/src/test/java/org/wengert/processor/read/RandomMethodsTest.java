package org.wengert.processor.read;

import org.junit.jupiter.api.Test;

/** Whatever the nesting of conditions, loops and jumps, a tape does what the method does. */
class RandomMethodsTest {
  private static final int METHODS = 100;

  @Test
  void tapesDoWhatMethodsDo() {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < METHODS; i++) {
      members.append(new RandomMethods(i).method("f" + i, i % 2 == 0 ? null : "f" + (i - 1)));
    }
    Agreement.check(members.toString());
  }
}
