package org.wengert.processor.proof;

import java.util.List;
import java.util.stream.IntStream;

/** Which parameters of a method are active. */
record Shape(List<Integer> active, List<Integer> arrays) {
  static boolean isActive(Method method, Variable parameter) {
    return parameter.type().isReal()
        && (!method.annotation().contains("wrt")
            || method.annotation().contains("\"" + parameter.name() + "\""));
  }

  static Shape of(Method method) {
    List<Variable> all = method.parameters();
    List<Integer> active =
        IntStream.range(0, all.size()).filter(i -> isActive(method, all.get(i))).boxed().toList();
    return new Shape(active, active.stream().filter(i -> all.get(i).type().isArray()).toList());
  }

  boolean hasScalars() {
    return active.size() > arrays.size();
  }
}
