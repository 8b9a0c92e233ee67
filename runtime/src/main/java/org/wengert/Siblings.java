package org.wengert;

/**
 * Compares what generated classes take each other for, since they need not have been compiled
 * together; for generated code only.
 */
public final class Siblings {

  private Siblings() {}

  /**
   * Checks that methods are still what a caller was compiled for.
   *
   * @param caller the generated class that calls them
   * @param callee the class that holds them
   * @param wanted what the caller takes them for
   * @param found what they are
   * @throws IncompatibleClassChangeError if that is not the same
   */
  public static void require(Class<?> caller, Class<?> callee, String wanted, String found) {
    if (!wanted.equals(found)) {
      throw new IncompatibleClassChangeError(
          caller.getName()
              + " counts on "
              + callee.getName()
              + " for "
              + wanted
              + ", but that has been compiled since, and now has "
              + (found.isEmpty() ? "nothing of that name" : found)
              + ": compile the classes that both belong to again, together");
    }
  }
}
