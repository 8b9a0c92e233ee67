package org.wengert.processor.read;

import java.util.List;
import javax.lang.model.element.TypeElement;
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

  /** A component; its type may be that of another record. */
  record Component(String name, Type type) {}

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
