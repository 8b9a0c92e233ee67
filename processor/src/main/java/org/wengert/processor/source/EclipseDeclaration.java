package org.wengert.processor.source;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * A class or method as Eclipse's compiler knows it, whose language model shows no bodies. The names
 * are those of its classes, none of which can be relied on to be there.
 *
 * @param file the name of the file
 * @param text the text of the file as it is being compiled, which may not have been saved
 * @param nameAt where in the text the name stands
 */
record EclipseDeclaration(String file, String text, int nameAt) {
  private static final String BINDING = "_binding";

  /** Empty where the element comes from a class file, or the compiler is another one. */
  static Optional<EclipseDeclaration> of(Element element) {
    try {
      Object binding = field(element, BINDING);
      Object tree =
          element instanceof TypeElement
              ? field(field(binding, "scope"), "referenceContext")
              : call(binding, "sourceMethod");
      Object unit = field(field(tree, "compilationResult"), "compilationUnit");
      return Optional.of(
          new EclipseDeclaration(
              new String((char[]) call(unit, "getFileName")),
              new String((char[]) call(unit, "getContents")),
              (int) field(tree, "sourceStart")));
    } catch (ReflectiveOperationException | RuntimeException notCompiledByEclipse) {
      return Optional.empty();
    }
  }

  /** Whether this is an element of Eclipse's compiler. */
  static boolean isPossible(Element element) {
    try {
      return field(element, BINDING) != null;
    } catch (ReflectiveOperationException | RuntimeException notEclipse) {
      return false;
    }
  }

  private static Object field(Object object, String name) throws ReflectiveOperationException {
    Class<?> type = object == null ? null : object.getClass();
    for (; type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field.get(object);
        }
      }
    }
    throw new NoSuchFieldException(name);
  }

  private static Object call(Object object, String name) throws ReflectiveOperationException {
    if (object == null) {
      throw new NoSuchMethodException(name);
    }
    Method method = object.getClass().getMethod(name);
    method.setAccessible(true); // a public method of a class that may not be public
    return method.invoke(object);
  }
}
