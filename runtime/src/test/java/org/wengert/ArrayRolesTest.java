package org.wengert;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class ArrayRolesTest {

  private final double[] v = {1};
  private final double[] w = {2};
  private final double[] vBar = {3};
  private final double[] wBar = {4};

  @Test
  void apartIsFine() {
    ArrayRoles.ofReverse().written(v, "v", vBar, "vBar").written(w, "w", wBar, "wBar").done();
    ArrayRoles.ofForward().written(v, "v", vBar, "vBar").readConstant(w, "w").done();
  }

  @Test
  void oneWrittenArrayHasOneDerivative() {
    ArrayRoles.ofReverse().written(v, "v", vBar, "vBar").read(v, "w", vBar, "wBar").done();
    assertRefused(
        "vBar and wBar must be the same array exactly if v and w are",
        () -> ArrayRoles.ofReverse().written(v, "v", vBar, "vBar").read(v, "w", wBar, "wBar"));
    assertRefused(
        "vBar and wBar must be the same array exactly if v and w are",
        () -> ArrayRoles.ofForward().read(v, "v", vBar, "vBar").written(w, "w", vBar, "wBar"));
  }

  @Test
  void arraysThatAreOnlyReadHaveDerivativesOfTheirOwnOrTogether() {
    ArrayRoles.ofReverse()
        .read(v, "a", vBar, "aBar")
        .read(v, "b", wBar, "bBar")
        .read(w, "c", vBar, "cBar")
        .read(w, "d", vBar, "dBar")
        .done();
    assertRefused(
        "aBar and cBar must be the same array exactly if a and c are",
        () ->
            ArrayRoles.ofReverse()
                .read(v, "a", vBar, "aBar")
                .read(v, "b", wBar, "bBar")
                .written(v, "c", wBar, "cBar"));
  }

  @Test
  void aDerivativeThatIsWrittenIsNoneOfTheArrays() {
    ArrayRoles.ofForward().read(v, "v", v, "vDot").readConstant(v, "c").done();
    assertRefused(
        "vBar is the same array as v", () -> ArrayRoles.ofReverse().read(v, "v", v, "vBar"));
    assertRefused(
        "vBar is the same array as w",
        () -> ArrayRoles.ofReverse().read(v, "v", w, "vBar").readConstant(w, "w"));
    assertRefused(
        "vDot is the same array as w",
        () -> ArrayRoles.ofForward().read(v, "v", w, "vDot").writtenConstant(w, "w"));
    assertRefused(
        "vDot is the same array as v",
        () -> ArrayRoles.ofForward().read(v, "v", v, "vDot").written(v, "w", wBar, "wBar"));
  }

  @Test
  void whatIsWrittenIsNotActiveAndConstant() {
    ArrayRoles.ofReverse().read(v, "v", vBar, "vBar").readConstant(v, "c").done();
    assertRefused(
        "v is the same array as c",
        () -> ArrayRoles.ofReverse().written(v, "v", vBar, "vBar").readConstant(v, "c"));
    assertRefused(
        "v is the same array as c",
        () -> ArrayRoles.ofReverse().writtenConstant(v, "c").read(v, "v", vBar, "vBar"));
  }

  @Test
  void seedsAreNotWrittenInto() {
    ArrayRoles.ofReverse().read(v, "v", vBar, "vBar").seed(v, "resultBar").done();
    assertRefused(
        "resultBar is the same array as v",
        () -> ArrayRoles.ofReverse().written(v, "v", vBar, "vBar").seed(v, "resultBar"));
    assertRefused(
        "resultBar is the same array as m[1]",
        () ->
            ArrayRoles.ofReverse()
                .written(new double[][] {w, v}, "m", new double[][] {wBar, vBar}, "mBar")
                .seed(v, "resultBar"));
  }

  @Test
  void rowsAtAnyPlace() {
    double[][] m = {{1}, v, {3}, v};
    double[][] mBar = {{1}, vBar, {3}, vBar};
    ArrayRoles.ofReverse().written(m, "m", mBar, "mBar").written(v, "v", vBar, "vBar").done();
    assertRefused(
        "mBar[1] and mBar[3] must be the same array exactly if m[1] and m[3] are",
        () ->
            ArrayRoles.ofReverse().written(m, "m", new double[][] {{1}, vBar, {3}, wBar}, "mBar"));
    assertRefused(
        "mBar[1] and vBar must be the same array exactly if m[1] and v are",
        () -> ArrayRoles.ofReverse().written(m, "m", mBar, "mBar").written(v, "v", wBar, "vBar"));
    assertRefused(
        "cubeBar[1][2] is the same array as m[1]",
        () ->
            ArrayRoles.ofReverse()
                .written(m, "m", mBar, "mBar")
                .read(
                    new double[][][] {{w}, {w, w, w}},
                    "cube",
                    new double[][][] {{wBar}, {wBar, wBar, v}},
                    "cubeBar"));
  }

  @Test
  void nullsAndEmptyArraysDoNotCount() {
    double[] empty = {};
    ArrayRoles.ofReverse()
        .written(new double[][] {empty, empty, null, null}, "a", new double[4][], "aBar")
        .written(empty, "b", new double[0], "bBar")
        .written(null, "c", null, "cBar")
        .writtenConstant(empty, "d")
        .done();
  }

  @Test
  void manyArraysWithoutAllocation() {
    int n = 3000;
    double[][] m = new double[n][1];
    double[][] mBar = new double[n][1];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      ArrayRoles.ofReverse().written(m, "m", mBar, "mBar").written(m, "m2", mBar, "mBar2").done();
      long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      least = Math.min(least, after - before);
    }
    assertThat(least).isLessThan(n);
    double[] last = mBar[n - 1];
    mBar[n - 1] = mBar[0];
    assertRefused(
        "mBar[0] and mBar[2999] must be the same array exactly if m[0] and m[2999] are",
        () -> ArrayRoles.ofReverse().written(m, "m", mBar, "mBar"));
    mBar[n - 1] = last;
    ArrayRoles.ofReverse().written(m, "m", mBar, "mBar").done();
  }

  @Test
  void twinsShareAsTheArraysDo() {
    double[][][] cube = {{v, w, null}, null, {v}};
    double[][][] copy = ArrayTwins.copies().of(cube);
    assertThat(Arrays.deepToString(copy)).isEqualTo(Arrays.deepToString(cube));
    assertThat(copy[0][0]).isNotSameInstanceAs(v);
    assertThat(copy[0][0]).isSameInstanceAs(copy[2][0]);
    ArrayTwins zeros = ArrayTwins.zeros();
    double[][][] cubeBar = zeros.of(cube);
    assertThat(Arrays.deepToString(cubeBar)).isEqualTo("[[[0.0], [0.0], null], null, [[0.0]]]");
    assertThat(zeros.of(v)).isSameInstanceAs(cubeBar[2][0]);
    assertThat(zeros.of((double[]) null)).isNull();
  }

  private static void assertRefused(String message, Executable check) {
    assertThat(assertThrows(IllegalArgumentException.class, check))
        .hasMessageThat()
        .isEqualTo(message);
  }
}
