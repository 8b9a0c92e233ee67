package org.wengert.processor.acceptance;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.wengert.Dual;
import org.wengert.DualArray;
import org.wengert.GradientCheck;
import org.wengert.GradientReport;
import org.wengert.ScalarFunction;
import org.wengert.VectorFunction;
import org.wengert.processor.acceptance.Subject.Outcome;
import org.wengert.processor.acceptance.Subject.Sweep;

/**
 * Compares all that was generated for a method, at one point: the primal's value bit for bit, the
 * JVP with the VJP, both with central differences and a closed form, and the other members with
 * these two.
 */
final class ThreeWays {
  private static final int DIRECTIONS = 3;

  private final Subject subject;
  private final Arguments at;
  private final Precision precision;
  private final Random random = new Random(1);
  private final List<String> failures = new ArrayList<>();
  private final Outcome value;
  private final double[] inputs;
  private final double[] outputs;

  private ThreeWays(Subject subject, Arguments at, Precision precision) throws Exception {
    this.subject = subject;
    this.at = at;
    this.precision = precision;
    value = subject.value(at);
    inputs = subject.inputs(at);
    outputs = subject.outputs(value);
  }

  /**
   * What does not agree.
   *
   * @param closed the derivatives of the first outputs, each by all inputs, if known
   */
  static List<String> disagreements(
      Subject subject, Arguments at, Precision precision, Optional<double[][]> closed)
      throws Exception {
    ThreeWays check = new ThreeWays(subject, at, precision);
    double[][] forward = check.forward();
    double[][] reverse = check.reverse();
    check.dotProducts();
    check.differences(forward, "JVP");
    check.differences(reverse, "VJP");
    if (closed.isPresent()) {
      check.closedForm(closed.get(), forward, "JVP");
      check.closedForm(closed.get(), reverse, "VJP");
    }
    check.gradient();
    check.jacobian(forward);
    check.functionObject();
    return check.failures.stream().map(failure -> failure + ", at " + at).toList();
  }

  @SuppressWarnings("AnnotateFormatMethod") // the formats are all in this file
  private void fail(String text, Object... arguments) {
    failures.add(subject.name() + ": " + text.formatted(arguments));
  }

  private void sameValue(String sweep, Outcome actual) {
    if (!value.sameAs(actual)) {
      fail("the method returns %s, but with %s it returns %s", value, sweep, actual);
    }
  }

  /** The Jacobian, column by column. */
  private double[][] forward() throws Exception {
    double[][] jacobian = new double[outputs.length][inputs.length];
    for (int j = 0; j < inputs.length; j++) {
      Sweep sweep = subject.jvp(at, unit(inputs.length, j));
      sameValue("JVP", sweep.primal());
      for (int i = 0; i < outputs.length; i++) {
        jacobian[i][j] = sweep.derivative()[i];
      }
    }
    return jacobian;
  }

  /** The Jacobian, row by row. */
  private double[][] reverse() throws Exception {
    double[][] jacobian = new double[outputs.length][];
    for (int i = 0; i < outputs.length; i++) {
      Sweep sweep = subject.vjp(at, unit(outputs.length, i));
      sameValue("VJP", sweep.primal());
      jacobian[i] = sweep.derivative();
    }
    return jacobian;
  }

  private void dotProducts() throws Exception {
    for (int k = 0; k < DIRECTIONS; k++) {
      double[] inputsDot = direction(inputs.length);
      double[] outputsBar = direction(outputs.length);
      double[] outputsDot = subject.jvp(at, inputsDot).derivative();
      double[] inputsBar = subject.vjp(at, outputsBar).derivative();
      double forward = dot(outputsBar, outputsDot);
      double reverse = dot(inputsBar, inputsDot);
      double scale = Math.max(scale(outputsBar, outputsDot), scale(inputsBar, inputsDot));
      if (!(Math.abs(forward - reverse) <= precision.adjoint() * scale)) {
        fail("by JVP the dot product is %s, by VJP %s", forward, reverse);
      }
    }
  }

  private void differences(double[][] jacobian, String sweep) throws Exception {
    double h = precision.step();
    for (int j = 0; j < inputs.length; j++) {
      double[] near = slopes(j, h);
      double[] far = slopes(j, 2 * h);
      for (int i = 0; i < outputs.length; i++) {
        double expected = (4 * near[i] - far[i]) / 3;
        double tolerance = precision.difference() * Math.max(Math.abs(expected), 1e-2);
        if (!(Math.abs(jacobian[i][j] - expected) <= tolerance)) {
          fail(
              "output %d by input %d is %s by %s, but %s by differences",
              i, j, jacobian[i][j], sweep, expected);
        }
      }
    }
  }

  private double[] slopes(int j, double h) throws Exception {
    double[] above = inputs.clone();
    double[] below = inputs.clone();
    above[j] += h;
    below[j] -= h;
    double[] slopes = subject.outputs(subject.value(subject.with(at, above)));
    double[] lower = subject.outputs(subject.value(subject.with(at, below)));
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = (slopes[i] - lower[i]) / (2 * h);
    }
    return slopes;
  }

  private void closedForm(double[][] closed, double[][] jacobian, String sweep) {
    for (int i = 0; i < closed.length; i++) {
      double largest = Arrays.stream(closed[i]).map(Math::abs).max().orElse(0);
      for (int j = 0; j < inputs.length; j++) {
        if (!(Math.abs(jacobian[i][j] - closed[i][j]) <= precision.closed() * largest)) {
          fail(
              "output %d by input %d is %s by %s, but %s in closed form",
              i, j, jacobian[i][j], sweep, closed[i][j]);
        }
      }
    }
  }

  /** The gradient is the VJP with seed 1, bit for bit where no array stands in two places. */
  private void gradient() throws Exception {
    Optional<Method> gradient = subject.generated("Gradient");
    if (gradient.isEmpty()) {
      if (!subject.isVoid() && !subject.returnsArray()) {
        fail("there is no gradient");
      }
      return;
    }
    Arguments after = at.copy();
    Object[] all = new Object[subject.parameters().length];
    Object[] components = new Object[all.length];
    Arrays.setAll(all, after::get);
    Object record = Subject.invoke(gradient.get(), all);
    for (int i = 0; i < all.length; i++) {
      if (subject.isActive(i)) {
        components[i] = Subject.component(record, subject.parameters()[i].getName());
      }
    }
    Object result = Subject.component(record, "value");
    if (!Arrays.deepEquals(new Object[] {result}, new Object[] {value.result()})) {
      fail("the gradient says the value is %s, not %s", result, value.result());
    }
    double[] bars = new double[outputs.length];
    bars[0] = 1;
    double[] expected = subject.vjp(at, bars).derivative();
    if (at.places(subject.active()).size() == inputs.length) {
      same("the gradient", bits(expected), bits(flat(components)));
    } else {
      near("the gradient", expected, flat(components));
    }
  }

  /** An array in two places that is only read has two gradients, which belong together. */
  private double[] flat(Object[] components) {
    double[] sum = new double[inputs.length];
    List<Slot> distinct = at.slots(subject.active());
    List<Slot> to = at.places(subject.active());
    List<Slot> from = new Arguments(components).places(subject.active());
    Set<Slot> seen = new HashSet<>();
    for (int i = 0; i < from.size(); i++) {
      if (seen.add(from.get(i))) {
        sum[distinct.indexOf(to.get(i))] += from.get(i).get();
      }
    }
    return sum;
  }

  private void jacobian(double[][] expected) throws Exception {
    Optional<Method> jacobian = subject.generated("Jacobian");
    if (jacobian.isEmpty()) {
      if (subject.returnsArray()) {
        fail("there is no Jacobian");
      }
      return;
    }
    Arguments after = at.copy();
    Object[] all = new Object[subject.parameters().length];
    Arrays.setAll(all, after::get);
    Object rows = Subject.invoke(jacobian.get(), all);
    for (int i = 0; i < Subject.length(value.result()); i++) {
      double[] row =
          new Arguments(rowOf(rows, i)).slots(List.of(0)).stream().mapToDouble(Slot::get).toArray();
      if (goesForward(row.length, Subject.length(value.result()))) {
        if (!Arrays.equals(expected[i], row)) {
          fail(
              "row %d of the Jacobian is %s, not %s, which is that of single sweeps",
              i, Arrays.toString(row), Arrays.toString(expected[i]));
        }
      } else {
        near("row " + i + " of the Jacobian", expected[i], merged(row, expected[i]));
      }
    }
  }

  /** Whether the Jacobian's columns are to be those of the JVP to the last bit. */
  private boolean goesForward(int columns, int rows) {
    return subject.generated("JacobianColumns").isPresent()
        && columns == inputs.length
        && (columns <= 8 || rows >= (columns + 3) / 4);
  }

  /** An array in two places has equal columns if it is written into, else columns to be added. */
  private double[] merged(double[] row, double[] expected) {
    double[] sum = new double[inputs.length];
    List<Slot> distinct = at.slots(subject.active());
    List<Slot> places = at.places(subject.active());
    for (int j = 0; j < row.length; j++) {
      int input = distinct.indexOf(places.get(j));
      boolean again = places.indexOf(places.get(j)) < j;
      boolean equal =
          again && Math.abs(row[j] - expected[input]) <= precision.adjoint() * Math.abs(row[j]);
      sum[input] += equal ? 0 : row[j];
    }
    return sum;
  }

  private static Object rowOf(Object rows, int i) {
    return java.lang.reflect.Array.get(rows, i);
  }

  private void functionObject() throws Exception {
    Optional<Method> maker = subject.generated("");
    if (maker.isEmpty()) {
      return;
    }
    Object object =
        Subject.invoke(maker.get(), subject.constants().stream().map(at.copy()::get).toArray());
    if (object instanceof ScalarFunction function) {
      scalar(function);
    } else {
      vector((VectorFunction) object);
    }
  }

  private void scalar(ScalarFunction function) throws Exception {
    double[] x = inputs.clone();
    double[] xDot = direction(inputs.length);
    double[] seed = new double[outputs.length];
    seed[0] = 1;
    long[] expected = bits(subject.vjp(at, seed).derivative());
    double[] gradient = direction(inputs.length);
    same("the object's value", bits(outputs[0]), bits(function.value(x)));
    same("the value of its gradient", bits(outputs[0]), bits(function.gradient(x, gradient)));
    same("its gradient", expected, bits(gradient));
    same("its fresh gradient", expected, bits(function.gradient(x)));
    Dual dual = function.jvp(x, xDot.clone());
    same(
        "its JVP",
        bits(outputs[0], subject.jvp(at, xDot).derivative()[0]),
        bits(dual.value(), dual.tangent()));
    same("what it leaves", bits(inputs), bits(x));
    report(GradientCheck.of(function));
  }

  private void vector(VectorFunction function) throws Exception {
    int m = Subject.length(value.result());
    double[] x = inputs.clone();
    double[] xDot = direction(inputs.length);
    double[] resultBar = direction(m);
    double[] seed = Arrays.copyOf(resultBar, outputs.length);
    same("the object's value", bits(Arrays.copyOf(outputs, m)), bits(function.value(x)));
    DualArray dual = function.jvp(x, xDot.clone());
    same("the value of its JVP", bits(Arrays.copyOf(outputs, m)), bits(dual.value()));
    same(
        "its JVP",
        bits(Arrays.copyOf(subject.jvp(at, xDot).derivative(), m)),
        bits(dual.tangent()));
    same("its VJP", bits(subject.vjp(at, seed).derivative()), bits(function.vjp(x, resultBar)));
    double[][] jacobian = function.jacobian(x);
    double[][] expected = forward();
    for (int i = 0; i < m; i++) {
      near("row " + i + " of its Jacobian", expected[i], jacobian[i]);
    }
    same("what it leaves", bits(inputs), bits(x));
    report(GradientCheck.of(function));
  }

  private void report(GradientCheck check) {
    GradientReport report = check.at(inputs);
    if (!report.passed()) {
      fail("%s", report);
    }
  }

  private void near(String what, double[] expected, double[] actual) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    for (int i = 0; i < Math.max(expected.length, actual.length); i++) {
      if (expected.length != actual.length
          || !(Math.abs(expected[i] - actual[i]) <= precision.adjoint() * largest)) {
        fail("%s is %s, not %s", what, Arrays.toString(actual), Arrays.toString(expected));
        return;
      }
    }
  }

  /** Zeros are the same, whatever their signs: sums of derivatives may start from either. */
  private void same(String what, long[] expected, long[] actual) {
    if (!Arrays.equals(expected, actual)) {
      fail("%s is %s, not %s", what, numbers(actual), numbers(expected));
    }
  }

  private static long[] bits(double... numbers) {
    return Arrays.stream(numbers).mapToLong(x -> Double.doubleToLongBits(x == 0 ? 0 : x)).toArray();
  }

  private static String numbers(long[] bits) {
    return Arrays.toString(Arrays.stream(bits).mapToDouble(Double::longBitsToDouble).toArray());
  }

  private static double[] unit(int length, int one) {
    double[] unit = new double[length];
    unit[one] = 1;
    return unit;
  }

  /** Exact in {@code float}, too. */
  private double[] direction(int length) {
    return random.doubles(length, -1, 1).map(x -> (float) x).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double scale(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] * b[i]);
    }
    return sum;
  }
}
