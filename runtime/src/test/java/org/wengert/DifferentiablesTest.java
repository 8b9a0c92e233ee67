package org.wengert;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DifferentiablesTest {

  private static String rejection(Class<?> owner, String name, Object... constants) {
    return assertThrows(
            IllegalArgumentException.class, () -> Differentiables.scalar(owner, name, constants))
        .getMessage();
  }

  @Test
  void findsFunctionsOfPackagePrivateClasses() {
    assertThat(Differentiables.scalar(Nested.class, "plain").value(new double[] {2})).isEqualTo(8);
    assertThat(Differentiables.scalar(Nested.Inner.class, "inner").value(new double[] {2}))
        .isEqualTo(40);
  }

  @Test
  void bindsConstantsAsJavaCallsDo() {
    double[] two = {2};
    assertThat(Differentiables.scalar(Nested.class, "cubes", 3.0).value(two)).isEqualTo(24);
    assertThat(Differentiables.scalar(Nested.class, "cubes", 3).value(two)).isEqualTo(24);
    assertThat(Differentiables.scalar(Nested.class, "cubes", 3L).value(two)).isEqualTo(24);
    assertThat(Differentiables.scalar(Nested.class, "cubes", '\3').value(two)).isEqualTo(24);
    assertThat(Differentiables.scalar(Nested.class, "labelled", null, 2, 'a').value(two))
        .isEqualTo(16);
  }

  @Test
  void singleArrayOfArraysIsOneConstant() {
    Object[] matrix = new double[][] {{1, 2}, {3, 4}}; // what javac passes for a plain double[][]
    VectorFunction linear = Differentiables.vector(Nested.class, "linear", matrix);
    assertThat(linear.value(new double[] {1, 1})).isEqualTo(new double[] {3, 7});
    assertThrows(
        NullPointerException.class,
        () -> Differentiables.vector(Nested.class, "linear", (Object[]) null));
  }

  @Test
  void missingSiblingIsExplained() {
    String message =
        assertThrows(
                IllegalStateException.class, () -> Differentiables.scalar(Nested.Plain.class, "f"))
            .getMessage();
    assertThat(message)
        .startsWith(
            "there is no class org.wengert.Nested_PlainDerivatives, which the processor generates"
                + " beside org.wengert.Nested$Plain if that has methods with @Differentiable.");
    assertThat(message).contains("annotationProcessorPaths in Maven");
    assertThat(message).contains("From JDK 23 on");
  }

  @Test
  void classesWithoutSiblingsAreRejected() {
    Class<?> anonymous = new Object() {}.getClass();
    assertThat(rejection(anonymous, "f"))
        .isEqualTo(
            "org.wengert.DifferentiablesTest$1 has no derivatives:"
                + " they are generated for the methods of top-level classes and their members");
    assertThat(rejection(double.class, "f")).startsWith("double has no derivatives");
    assertThat(rejection(Nested[].class, "f")).startsWith("[Lorg.wengert.Nested; has no");
  }

  @Test
  void unknownNameListsWhatThereIs() {
    assertThat(rejection(Nested.class, "cube"))
        .isEqualTo(
            "org.wengert.NestedDerivatives has no function cube; it has [cubes(double),"
                + " failing(int), labelled(String, long, char), linear(double[][]), plain()]."
                + " Is the method annotated with @Differentiable,"
                + " and org.wengert.Nested compiled since?");
  }

  @Test
  void methodWithoutFunctionObjectIsExplained() {
    assertThat(rejection(Nested.class, "mixed"))
        .isEqualTo(
            "org.wengert.NestedDerivatives has derivatives of mixed, but no function object:"
                + " there is one where all active parameters are scalars, or the only active"
                + " parameter is a double[]. Choose the active ones with"
                + " @Differentiable(wrt = ...), or call NestedDerivatives directly");
  }

  @Test
  void otherKindOfFunctionIsNamed() {
    assertThat(rejection(Nested.class, "linear"))
        .isEqualTo("linear of org.wengert.Nested is a VectorFunction: call Differentiables.vector");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> Differentiables.vector(Nested.class, "plain")))
        .hasMessageThat()
        .isEqualTo("plain of org.wengert.Nested is a ScalarFunction: call Differentiables.scalar");
  }

  @Test
  void wrongConstantsAreComparedWithTheSignature() {
    assertThat(rejection(Nested.class, "cubes"))
        .isEqualTo("expected the constants of cubes(double), but was given ()");
    assertThat(rejection(Nested.class, "cubes", "3"))
        .isEqualTo("expected the constants of cubes(double), but was given (String)");
    assertThat(rejection(Nested.class, "cubes", (Object) null))
        .isEqualTo("expected the constants of cubes(double), but was given (null)");
    assertThat(rejection(Nested.class, "labelled", "a", 2.0, 'a'))
        .isEqualTo(
            "expected the constants of labelled(String, long, char),"
                + " but was given (String, Double, Character)");
    assertThat(rejection(Nested.class, "labelled", "a", 2, 97))
        .isEqualTo(
            "expected the constants of labelled(String, long, char),"
                + " but was given (String, Integer, Integer)");
  }

  @Test
  void exceptionsOfTheFunctionComeOutAsTheyAre() {
    assertThat(
            assertThrows(
                IllegalStateException.class,
                () -> Differentiables.scalar(Nested.class, "failing", 3)))
        .hasMessageThat()
        .isEqualTo("n is 3");
  }
}
