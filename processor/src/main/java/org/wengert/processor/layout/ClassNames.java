package org.wengert.processor.layout;

import java.util.List;
import java.util.OptionalInt;

/** Tells by upper and lower case where the name of a class ends, as readers do. */
final class ClassNames {
  private ClassNames() {}

  /** The last of {@code names} that is a class's, or the member behind that. */
  static OptionalInt end(List<String> names) {
    int end = -1;
    boolean constants = false;
    for (int i = 0; i < names.size(); i++) {
      Style style = Style.of(names.get(i));
      if (end >= 0 && style != Style.CLASS) {
        return OptionalInt.of(i); // its member
      }
      if (style == Style.CLASS) {
        end = i;
      } else if (style == Style.CONSTANT) {
        constants = true; // a class, if one follows
      } else if (constants || style == Style.MEMBER) {
        return OptionalInt.empty();
      }
    }
    return end < 0 ? OptionalInt.empty() : OptionalInt.of(end);
  }

  private enum Style {
    CLASS,
    CONSTANT,
    MEMBER,
    /** Or of a member with one word. */
    PACKAGE;

    static Style of(String name) {
      int[] letters = name.chars().filter(Character::isAlphabetic).toArray();
      boolean upper = false;
      boolean lower = false;
      for (int letter : letters) {
        upper |= Character.isUpperCase(letter);
        lower |= Character.isLowerCase(letter);
      }
      if (letters.length > 0 && Character.isUpperCase(letters[0])) {
        return lower || name.length() == 1 ? CLASS : CONSTANT;
      }
      return upper ? MEMBER : PACKAGE;
    }
  }
}
