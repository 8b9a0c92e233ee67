package org.wengert.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.wengert.processor.tape.Type;

/**
 * What a record of the file is made of.
 *
 * @param type the type that its values have while a method is read; on no tape
 */
record Layout(Type type, TypeElement element, List<Component> components) {
  Layout {
    components = List.copyOf(components);
  }

  /**
   * A component.
   *
   * @param declared its type as it is written
   * @param type the same, which may be that of another record
   * @param accessor the method that gives it
   */
  record Component(
      String name, TypeMirror declared, Type type, Optional<ExecutableElement> accessor) {}

  /** The position of a component. */
  int indexOf(String component) {
    for (int i = 0; i < components.size(); i++) {
      if (components.get(i).name().equals(component)) {
        return i;
      }
    }
    throw new IllegalArgumentException(component + " of " + element);
  }
}
