package org.wengert.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
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

  /**
   * What a record declares. Compilers show it of records in class files as well, while older ones
   * of Eclipse know no {@link TypeElement#getRecordComponents}, and sort fields by name.
   */
  static List<RecordComponentElement> declared(TypeElement record) {
    return List.copyOf(ElementFilter.recordComponentsIn(record.getEnclosedElements()));
  }

  /** The method that gives a component, which these do not know either. */
  Optional<ExecutableElement> accessor(int component) {
    return ElementFilter.methodsIn(element.getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().contentEquals(components.get(component).name()))
        .filter(method -> method.getParameters().isEmpty())
        .findFirst();
  }

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
