package org.wengert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/**
 * Access to private static fields of a class for the derivatives generated beside it; for generated
 * code only. A getter is looked up once, when the generated class is initialised, and reads the
 * field as the class itself does. (A variable handle would initialise that class too early.)
 */
public final class StaticFields {

  private StaticFields() {}

  /**
   * The getter of a field.
   *
   * @param caller a lookup of the generated class, in the module of {@code owner}
   * @throws IllegalStateException if the class has no such field any more: it was compiled without
   *     the generated class
   */
  public static MethodHandle getter(
      MethodHandles.Lookup caller, Class<?> owner, String name, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, caller).findStaticGetter(owner, name, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          owner.getName()
              + " has no static field "
              + type.getSimpleName()
              + " "
              + name
              + ", which its derivatives read: compile both again",
          e);
    }
  }

  /** What a getter threw: that the class cannot be initialised. */
  public static Error failure(Throwable thrown) {
    return thrown instanceof Error error ? error : new AssertionError(thrown);
  }
}
