package org.wengert.processor.proof;

import static com.google.common.truth.Truth.assertWithMessage;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The Taylor series of a program at one point: it begins with the value, goes on with the oracle's
 * derivative and half of the product of the Hessian and the direction, and each coefficient is the
 * difference of the one before it nearby. A higher order leaves it as it is.
 */
final class TaylorPoint {
  private static final int ORDER = 4;
  private static final double STEP = 1e-3;

  /** Where differences with two steps agree to this, they are right to about its square. */
  private static final double STEADY = 1e-3;

  private final Program program;
  private final Batch batch;
  private final Shape shape;
  private final Method taylor;
  private final Object[] at;
  private final Expected expected;
  private final double[] direction;

  private TaylorPoint(
      Program program, Batch batch, Object[] at, Expected expected, double[] direction)
      throws ReflectiveOperationException {
    this.program = program;
    this.batch = batch;
    this.shape = Shape.of(program.main());
    this.taylor = named(batch.sibling(program), program.main().name() + "Taylor");
    this.at = at;
    this.expected = expected;
    this.direction = direction;
  }

  /** What may be said of one point. */
  enum Kind {
    COMPARED,
    SINGULAR,
    THREW,
    NOTHING
  }

  /**
   * What was found to be as it should.
   *
   * @param coefficients how many do not change too much nearby to be told by differences
   */
  record Outcome(Kind kind, int coefficients) {
    static Outcome of(Kind kind) {
      return new Outcome(kind, 0);
    }
  }

  static Outcome check(Program program, Batch batch, long seed)
      throws ReflectiveOperationException {
    Random random = new Random(seed);
    Object[] at = Inputs.random(program, random);
    for (Inputs.Slot slot : Inputs.slots(at, Shape.of(program.main()).active())) {
      slot.set(slot.get() + 0.01 * random.nextDouble()); // off the kinks
    }
    Expected expected;
    try {
      expected = Expected.of(program, at);
    } catch (Oracle.Exhausted e) {
      return Outcome.of(Kind.NOTHING);
    }
    double[] direction = random.doubles(expected.inputs(), -1, 1).map(x -> (float) x).toArray();
    return new TaylorPoint(program, batch, at, expected, direction).outcome();
  }

  private static Method named(Class<?> owner, String name) {
    Method found =
        Arrays.stream(owner.getDeclaredMethods())
            .filter(method -> method.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(name));
    found.setAccessible(true);
    return found;
  }

  private Outcome outcome() throws ReflectiveOperationException {
    if (expected.exception().isPresent()) {
      assertThrows();
      return Outcome.of(Kind.THREW);
    }
    Object[] series = rows(at, ORDER);
    assertWithMessage("order").that(prefixes(series, 2)).isEqualTo(prefixes(rows(at, 2), 2));
    assertWithMessage("order").that(prefixes(series, 1)).isEqualTo(prefixes(rows(at, 1), 1));
    assertWithMessage("order").that(prefixes(series, 0)).isEqualTo(prefixes(rows(at, 0), 0));
    assertValues(series);
    if (expected.singular()) {
      return Outcome.of(Kind.SINGULAR);
    }
    assertTangents(series);
    if (program.main().type() == Type.DOUBLE && !isShared()) {
      assertCurvature(series);
    }
    return new Outcome(Kind.COMPARED, differences(series));
  }

  private void assertThrows() throws ReflectiveOperationException {
    try {
      rows(at, ORDER);
    } catch (InvocationTargetException e) {
      assertWithMessage("thrown").that(e.getCause()).isInstanceOf(expected.exception().get());
      return;
    }
    throw new AssertionError("nothing is thrown, but expected " + expected.exception());
  }

  /** The coefficients of each number of the result; none for null. */
  private Object[] rows(Object[] point, int order) throws ReflectiveOperationException {
    Object[] given = Inputs.copy(point);
    Object[] dots = Inputs.copy(point);
    List<Inputs.Slot> slots = Inputs.slots(dots, shape.active());
    for (int i = 0; i < slots.size(); i++) {
      slots.get(i).set(direction[i]);
    }
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < given.length; i++) {
      arguments.add(given[i]);
      if (shape.active().contains(i)) {
        arguments.add(dots[i]);
      }
    }
    arguments.add(order);
    Object result = taylor.invoke(null, Check.own(taylor, arguments.toArray()));
    if (point == at && expected.exception().isEmpty()) {
      assertWithMessage("left").that(arrays(given)).isEqualTo(arrays(expected.after()));
    }
    if (result == null) {
      return new Object[0];
    }
    return result instanceof Object[] rows ? rows : new Object[] {result};
  }

  private static Object[] arrays(Object[] values) {
    return Arrays.stream(values).filter(value -> value.getClass().isArray()).toArray();
  }

  private static List<Object> prefixes(Object[] rows, int order) {
    List<Object> numbers = new ArrayList<>();
    for (Object row : rows) {
      for (int k = 0; k <= order; k++) {
        numbers.add(Array.get(row, k));
      }
    }
    return numbers;
  }

  private void assertValues(Object[] series) {
    Object result = expected.result();
    List<Object> values = new ArrayList<>();
    if (result != null && result.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(result); i++) {
        values.add(Array.get(result, i));
      }
    } else if (result != null) {
      values.add(result);
    }
    assertWithMessage("value").that(prefixes(series, 0)).isEqualTo(values);
  }

  private static double coefficient(Object row, int k) {
    return ((Number) Array.get(row, k)).doubleValue();
  }

  private static double[] coefficients(Object[] rows, int k) {
    return Arrays.stream(rows).mapToDouble(row -> coefficient(row, k)).toArray();
  }

  private void assertTangents(Object[] series) {
    Precision precision = Precision.of(program);
    double largest = 0;
    double size = 0;
    double[] exact = new double[series.length];
    for (int i = 0; i < exact.length; i++) {
      Num number = expected.numbers().get(i);
      double its = 0;
      for (int j = 0; j < direction.length; j++) {
        exact[i] += direction[j] * number.by(j);
        its += Math.abs(direction[j]) * number.sizeBy(j);
      }
      largest = Math.max(largest, Math.abs(exact[i]));
      size = Math.max(size, its);
    }
    if (precision.isFine(largest, size)) {
      for (int i = 0; i < exact.length; i++) {
        assertNear("first", coefficient(series[i], 1), exact[i], precision.tolerance() * largest);
      }
    }
  }

  private void assertNear(String what, double actual, double exact, double tolerance) {
    assertWithMessage("%s: %s, but expected %s at %s", what, actual, exact, Arrays.deepToString(at))
        .that(Math.abs(actual - exact) <= tolerance + Double.MIN_NORMAL)
        .isTrue();
  }

  private boolean isShared() {
    int all = 0;
    for (int i : shape.active()) {
      all += Inputs.numbers(at[i]).length;
    }
    return all != expected.inputs();
  }

  private void assertCurvature(Object[] series) throws ReflectiveOperationException {
    double[] product;
    try {
      product = SecondOrder.product(program, batch, at, direction);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    }
    double curvature = 0;
    double size = 0;
    for (int i = 0; i < direction.length; i++) {
      curvature += direction[i] * product[i];
      size += Math.abs(direction[i] * product[i]);
    }
    Precision precision = Precision.of(program);
    if (precision.isFine(Math.abs(curvature), size)) {
      double tolerance = 10 * precision.tolerance() * size;
      assertNear("second", 2 * coefficient(series[0], 2), curvature, tolerance);
    }
  }

  /** How many coefficients are the differences of those before them. */
  private int differences(Object[] series) throws ReflectiveOperationException {
    int compared = 0;
    if (Precision.of(program) != Precision.DOUBLE) {
      return compared;
    }
    for (int k = 0; k < ORDER; k++) {
      double[] near = slopes(k, STEP);
      double[] nearer = slopes(k, STEP / 2);
      double[] exact = coefficients(series, k + 1);
      if (near.length != exact.length || nearer.length != exact.length) {
        return compared; // another shape nearby
      }
      for (int i = 0; i < exact.length; i++) {
        double size = Math.abs(nearer[i]) + 0.1 * Math.abs(coefficient(series[i], k)) + 1e-2;
        if (Math.abs(near[i] - nearer[i]) <= STEADY * size) {
          double tolerance = 10 * STEADY * size;
          assertNear("coefficient " + (k + 1), (k + 1) * exact[i], nearer[i], tolerance);
          compared++;
        }
      }
    }
    return compared;
  }

  private double[] slopes(int k, double step) throws ReflectiveOperationException {
    double[] before = coefficients(moved(-step), k);
    double[] after = coefficients(moved(step), k);
    if (before.length != after.length) {
      return new double[0];
    }
    double[] slopes = new double[before.length];
    Arrays.setAll(slopes, i -> (after[i] - before[i]) / (2 * step));
    return slopes;
  }

  private Object[] moved(double step) throws ReflectiveOperationException {
    Object[] moved = Inputs.copy(at);
    List<Inputs.Slot> slots = Inputs.slots(moved, shape.active());
    for (int i = 0; i < slots.size(); i++) {
      slots.get(i).set(slots.get(i).get() + step * direction[i]);
    }
    try {
      return rows(moved, ORDER);
    } catch (InvocationTargetException e) {
      return new Object[0];
    }
  }
}
