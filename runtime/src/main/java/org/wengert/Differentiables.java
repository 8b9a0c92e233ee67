package org.wengert;

/**
 * Finds generated derivatives by class and method name, for callers that know them only at run
 * time. Callers that know them at compile time call the generated class itself.
 *
 * <p>The function returned calls the generated code directly; only finding it is reflective: where
 * a closed world is compiled ahead of time, as by GraalVM, the generated class and its methods have
 * to be registered for reflection. Nothing else here is reflective but access to private static
 * fields.
 */
public final class Differentiables {

  private Differentiables() {}

  /**
   * The annotated method as a function of its active parameters.
   *
   * @param owner the class that declares the annotated method
   * @param name the method's name, or the {@code name} given in its annotation
   * @param constants the values of the parameters that are not active, in order
   * @throws IllegalStateException if {@code owner} has no generated sibling
   * @throws IllegalArgumentException if the sibling has no such function, or the constants do not
   *     fit it
   */
  public static ScalarFunction scalar(Class<?> owner, String name, Object... constants) {
    return GeneratedSibling.of(owner).function(ScalarFunction.class, name, asArguments(constants));
  }

  /**
   * The annotated method as a function of its active parameters.
   *
   * @param owner the class that declares the annotated method
   * @param name the method's name, or the {@code name} given in its annotation
   * @param constants the values of the parameters that are not active, in order
   * @throws IllegalStateException if {@code owner} has no generated sibling
   * @throws IllegalArgumentException if the sibling has no such function, or the constants do not
   *     fit it
   */
  public static VectorFunction vector(Class<?> owner, String name, Object... constants) {
    return GeneratedSibling.of(owner).function(VectorFunction.class, name, asArguments(constants));
  }

  /**
   * The value itself. In an annotated method it is a constant from here on: nothing is
   * differentiated through it.
   */
  public static double stopGradient(double value) {
    return value;
  }

  /**
   * The value itself. In an annotated method it is a constant from here on: nothing is
   * differentiated through it.
   */
  public static float stopGradient(float value) {
    return value;
  }

  /**
   * A copy of the array. In an annotated method its elements are constants: nothing is
   * differentiated through them.
   */
  public static double[] stopGradient(double[] array) {
    return array.clone();
  }

  /**
   * A copy of the array. In an annotated method its elements are constants: nothing is
   * differentiated through them.
   */
  public static float[] stopGradient(float[] array) {
    return array.clone();
  }

  /**
   * A single constant that is null or an array of objects, {@code double[][]} say, arrives
   * unwrapped.
   */
  private static Object[] asArguments(Object[] constants) {
    boolean unwrapped = constants == null || constants.getClass() != Object[].class;
    return unwrapped ? new Object[] {constants} : constants;
  }
}
