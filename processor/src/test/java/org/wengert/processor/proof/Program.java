package org.wengert.processor.proof;

import java.util.List;

/**
 * Methods that call each other; the first is the one to differentiate.
 *
 * @param home the number of the class it is in, and of the other class
 */
record Program(int home, List<Method> methods) {
  Method main() {
    return methods.get(0);
  }

  Method method(String name) {
    return methods.stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  /** The members of one of the two classes. */
  String text(boolean elsewhere) {
    StringBuilder text = new StringBuilder();
    methods.stream()
        .filter(method -> method.elsewhere() == elsewhere)
        .forEach(method -> text.append(method.text()));
    return text.toString();
  }
}
