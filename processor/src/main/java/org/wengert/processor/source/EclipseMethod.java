package org.wengert.processor.source;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * A method as Eclipse's compiler knows it, of which the language model shows the declaration alone.
 * The names are those of its classes, none of which can be relied on to be there.
 *
 * @param file the name of the file
 * @param text the text of the file as it is being compiled, which may not have been saved
 * @param nameAt where in the text the name of the method stands
 */
record EclipseMethod(String file, String text, int nameAt) {
  private static final String BINDING = "_binding";

  /** Empty where the method comes from a class file, or the compiler is another one. */
  static Optional<EclipseMethod> of(ExecutableElement element) {
    try {
      Object declaration = call(field(element, BINDING), "sourceMethod");
      if (declaration == null) {
        return Optional.empty();
      }
      Object unit = field(field(declaration, "compilationResult"), "compilationUnit");
      if (unit == null) {
        return Optional.empty();
      }
      return Optional.of(
          new EclipseMethod(
              new String((char[]) call(unit, "getFileName")),
              new String((char[]) call(unit, "getContents")),
              (int) field(declaration, "sourceStart")));
    } catch (ReflectiveOperationException | RuntimeException notEclipse) {
      return Optional.empty();
    }
  }

  /** Whether this is an element of Eclipse's compiler. */
  static boolean isPossible(ExecutableElement element) {
    try {
      return field(element, BINDING) != null;
    } catch (ReflectiveOperationException | RuntimeException notEclipse) {
      return false;
    }
  }

  private static Object field(Object object, String name) throws ReflectiveOperationException {
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
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
    Method method = object.getClass().getMethod(name);
    method.setAccessible(true); // a public method of a class that may not be public
    return method.invoke(object);
  }
}
