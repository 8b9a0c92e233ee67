package org.wengert;

/**
 * Compares what generated classes take each other for, since they need not have been compiled
 * together; for generated code only.
 */
public final class Siblings {

  private Siblings() {}

  /**
   * Checks that a method's derivatives are still those that a caller was compiled for.
   *
   * @param caller the generated class that calls them
   * @param callee the generated class that holds them
   * @param wanted what the caller takes them for
   * @param found what they are
   * @throws IncompatibleClassChangeError if that is not the same
   */
  public static void require(Class<?> caller, Class<?> callee, String wanted, String found) {
    if (!wanted.equals(found)) {
      throw new IncompatibleClassChangeError(
          caller.getName()
              + " calls derivatives of "
              + wanted
              + ", but "
              + callee.getName()
              + " has been compiled since, and now has "
              + (found.isEmpty() ? "none of that name" : "those of " + found)
              + ": compile the classes that they belong to again, together");
    }
  }
}
