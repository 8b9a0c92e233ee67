package org.wengert.processor.proof;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Products of a program's Hessian with vectors, at one point: they are symmetric, and the
 * differences of the oracle's gradients nearby.
 */
final class SecondOrder {
  /** Where differences with two steps agree to this, they are right to about its square. */
  private static final double STEADY = 1e-3;

  private static final double STEP = 1e-4;

  private final Program program;
  private final Shape shape;
  private final Method hvp;
  private final Object[] at;
  private final Expected expected;
  private final Random random;

  private SecondOrder(Program program, Method hvp, Object[] at, Expected expected, Random random) {
    this.program = program;
    this.shape = Shape.of(program.main());
    this.hvp = hvp;
    this.at = at;
    this.expected = expected;
    this.random = random;
  }

  /** What may be said of one point. */
  enum Kind {
    COMPARED,
    SYMMETRIC,
    SINGULAR,
    NOTHING
  }

  /**
   * The outcome at a point.
   *
   * @param failure empty if there is none
   */
  record Outcome(Kind kind, Optional<String> failure) {}

  /**
   * Whether a program can have a Hessian. What a gradient stops at is a constant to the second
   * derivatives, but not to the differences of gradients.
   */
  static boolean suits(Program program) {
    return program.main().type() == Type.DOUBLE
        && program.main().isAnnotated()
        && !Batch.text(program).contains("stopGradient");
  }

  static Outcome of(Program program, Batch batch, long seed) throws ReflectiveOperationException {
    Random random = new Random(seed);
    Object[] at = Inputs.random(program, random);
    for (Inputs.Slot slot : Inputs.slots(at, Shape.of(program.main()).active())) {
      // Off the kinks: there a second derivative is that of one side, as with abs(x * x) at zero.
      slot.set(slot.get() + 0.01 * random.nextDouble());
    }
    Method hvp = named(batch.sibling(program), program.main().name() + "Hvp");
    Expected expected;
    try {
      expected = Expected.of(program, at);
    } catch (Oracle.Exhausted e) {
      return new Outcome(Kind.NOTHING, Optional.empty());
    }
    return new SecondOrder(program, hvp, at, expected, random).outcome();
  }

  private Outcome outcome() throws ReflectiveOperationException {
    if (expected.exception().isPresent() || isShared()) {
      return new Outcome(Kind.NOTHING, Optional.empty());
    }
    double[] u = direction();
    double[] v = direction();
    double[] hu = hvp(u);
    double[] hv = hvp(v);
    if (expected.singular()) {
      return new Outcome(Kind.SINGULAR, Optional.empty());
    }
    double size = 0;
    double left = 0;
    double right = 0;
    for (int i = 0; i < u.length; i++) {
      left += v[i] * hu[i];
      right += u[i] * hv[i];
      size = Math.max(size, Math.max(Math.abs(hu[i]), Math.abs(hv[i])));
    }
    boolean isFine = Precision.of(program) == Precision.DOUBLE;
    double[] whole = byHessian(u);
    if (isFine && size < 1e9 && !(off(whole, hu) <= 1e-9 * (1 + size))) {
      return failed("Hessian: " + Arrays.toString(whole) + ", but Hu = " + Arrays.toString(hu));
    }
    String text = "v Hu = " + left + ", u Hv = " + right + ", size " + size;
    double[] near = differences(u, -STEP, STEP);
    double[] nearer = differences(u, -STEP / 2, STEP / 2);
    double sides = off(differences(u, -STEP, 0), differences(u, 0, STEP));
    double steady = sides > 10 * STEADY ? sides : off(near, nearer); // else there is a kink
    if (steady <= STEADY) {
      double off = off(hu, nearer);
      if (!(off <= 10 * STEADY)) {
        return failed(
            "differences: " + Arrays.toString(nearer) + ", but Hu = " + Arrays.toString(hu));
      }
    }
    if (isFine && Math.abs(left - right) > 1e-9 * size && steady <= STEADY) {
      return failed("symmetry: " + text);
    }
    return new Outcome(steady <= STEADY ? Kind.COMPARED : Kind.SYMMETRIC, Optional.empty());
  }

  private Outcome failed(String text) {
    return new Outcome(Kind.COMPARED, Optional.of(text + "\n  at " + Arrays.deepToString(at)));
  }

  private boolean isShared() {
    int all = 0;
    for (int i : shape.active()) {
      all += Inputs.numbers(at[i]).length;
    }
    return all != expected.inputs();
  }

  private double[] direction() {
    return random.doubles(expected.inputs(), -1, 1).map(x -> (float) x).toArray();
  }

  /** The largest difference, relative to the largest entry. */
  private static double off(double[] some, double[] other) {
    double off = 0;
    double size = 1e-2;
    for (int i = 0; i < some.length; i++) {
      off = Math.max(off, Math.abs(some[i] - other[i])); // NaN stays
      size = Math.max(size, Math.abs(other[i]));
    }
    return off / size;
  }

  private double[] differences(double[] direction, double from, double to) {
    double[] before = gradient(direction, from);
    double[] after = gradient(direction, to);
    double[] result = new double[direction.length];
    Arrays.setAll(result, i -> (after[i] - before[i]) / (to - from));
    return result;
  }

  private double[] gradient(double[] direction, double step) {
    Object[] moved = Inputs.copy(at);
    List<Inputs.Slot> slots = Inputs.slots(moved, shape.active());
    for (int i = 0; i < slots.size(); i++) {
      slots.get(i).set(slots.get(i).get() + step * direction[i]);
    }
    double[] gradient = new double[direction.length];
    Expected there;
    try {
      there = Expected.of(program, moved);
    } catch (Oracle.Exhausted e) {
      Arrays.fill(gradient, Double.NaN);
      return gradient;
    }
    boolean known = there.exception().isEmpty() && !there.singular();
    Arrays.setAll(gradient, i -> known ? there.numbers().get(0).by(i) : Double.NaN);
    return gradient;
  }

  /** The product by the Hessian itself. */
  private double[] byHessian(double[] direction) throws ReflectiveOperationException {
    Method method = named(hvp.getDeclaringClass(), program.main().name() + "Hessian");
    double[][] hessian;
    try {
      Object given = call(program, method, at, null);
      hessian = given instanceof double[][] rows ? rows : widened((float[][]) given);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    }
    double[] product = new double[hessian.length];
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j < product.length; j++) {
        product[i] += hessian[i][j] * direction[j];
      }
    }
    return product;
  }

  private static double[][] widened(float[][] rows) {
    double[][] wide = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      wide[i] = new double[rows[i].length];
      for (int j = 0; j < rows[i].length; j++) {
        wide[i][j] = rows[i][j];
      }
    }
    return wide;
  }

  private double[] hvp(double[] direction) throws ReflectiveOperationException {
    Object record;
    try {
      record = call(program, hvp, at, direction);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    }
    if (!component(record, "value").equals(expected.result())) {
      throw new AssertionError(
          "value " + component(record, "value") + ", but expected " + expected);
    }
    return numbers(program, record);
  }

  /** The product of the Hessian and a vector. */
  static double[] product(Program program, Batch batch, Object[] at, double[] vector)
      throws ReflectiveOperationException {
    return numbers(program, batch.sibling(program), program.main().name() + "Hvp", at, vector);
  }

  /** All derivatives that a generated method gives, in order; the vector may be null. */
  static double[] numbers(
      Program program, Class<?> sibling, String name, Object[] at, double[] vector)
      throws ReflectiveOperationException {
    return numbers(program, call(program, named(sibling, name), at, vector));
  }

  /** The value that comes with a derivative. */
  static double value(Program program, Class<?> sibling, String name, Object[] at)
      throws ReflectiveOperationException {
    return (Double) component(call(program, named(sibling, name), at, null), "value");
  }

  /** A directional derivative. */
  static double tangent(
      Program program, Class<?> sibling, String name, Object[] at, double[] vector)
      throws ReflectiveOperationException {
    Object dual = call(program, named(sibling, name), at, vector);
    return (Double) component(dual, "tangent");
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

  private static Object call(Program program, Method method, Object[] at, double[] vector)
      throws ReflectiveOperationException {
    Shape shape = Shape.of(program.main());
    Object[] after = Inputs.copy(at);
    Object[] dots = Inputs.copy(at);
    if (vector != null) {
      List<Inputs.Slot> slots = Inputs.slots(dots, shape.active());
      for (int i = 0; i < slots.size(); i++) {
        slots.get(i).set(vector[i]);
      }
    }
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < after.length; i++) {
      arguments.add(after[i]);
      if (vector != null && shape.active().contains(i)) {
        arguments.add(dots[i]);
      }
    }
    return method.invoke(null, Check.own(method, arguments.toArray()));
  }

  private static double[] numbers(Program program, Object record)
      throws ReflectiveOperationException {
    List<Object> parts = new ArrayList<>();
    for (int i : Shape.of(program.main()).active()) {
      parts.add(component(record, program.main().parameters().get(i).name()));
    }
    return Inputs.numbers(parts);
  }

  private static Object component(Object record, String name) throws ReflectiveOperationException {
    Method accessor = record.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(record);
  }
}
