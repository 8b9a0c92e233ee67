package org.wengert.processor.proof;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Compares a program and its derivatives with the oracle, at one point. */
final class Check {
  private static final int DIRECTIONS = 3;

  private final Program meaning;
  private final Program program;
  private final Shape shape;
  private final Method primal;
  private final Method jvp;
  private final Method vjp;
  private final Random random;
  private final Object[] at;
  private final Precision precision;
  private Expected expected;
  private double error;
  private boolean ill;

  private Check(Program meaning, Program program, Batch batch, long seed)
      throws ClassNotFoundException {
    this.meaning = meaning;
    this.program = program;
    shape = Shape.of(program.main());
    String name = program.main().name();
    primal = named(batch.owner(program), name);
    jvp = named(batch.sibling(program), name + "Jvp");
    vjp = named(batch.sibling(program), name + "Vjp");
    random = new Random(seed);
    at = Inputs.random(program, random);
    precision = Precision.of(program);
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

  /** A disagreement. */
  private static final class Disagreement extends Exception {
    private static final long serialVersionUID = 1;

    Disagreement(String message) {
      super(message);
    }
  }

  static Verdict of(Program program, Batch batch, long seed) {
    return of(program, program, batch, seed);
  }

  /** The same, where another program says what this one has to give. */
  static Verdict of(Program meaning, Program program, Batch batch, long seed) {
    Object[] at = Inputs.random(program, new Random(seed));
    try {
      return new Check(meaning, program, batch, seed).verdict();
    } catch (Oracle.Exhausted e) {
      return new Verdict(Verdict.Kind.TOO_LONG, "", 0);
    } catch (Disagreement e) {
      return Verdict.failed(e.getMessage() + "\n  at " + Arrays.deepToString(at));
    } catch (ReflectiveOperationException | LinkageError e) {
      return Verdict.failed("load: " + e);
    }
  }

  /** The adjoints of a program at a point: none where it ends with an exception. */
  static double[] adjoints(Program program, Batch batch, long seed)
      throws ReflectiveOperationException {
    try {
      Check check = new Check(program, program, batch, seed);
      check.expected = Expected.of(program, check.at);
      return check.expected.exception().isPresent() ? new double[0] : check.adjoints();
    } catch (Oracle.Exhausted e) {
      return new double[0];
    } catch (Disagreement e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private double[] adjoints() throws Disagreement, ReflectiveOperationException {
    return reverse(new Seeding(at, shape.arrays(), expected, random));
  }

  private Verdict verdict() throws Disagreement, ReflectiveOperationException {
    expected = Expected.of(meaning, at);
    value();
    for (int i = 0; i < DIRECTIONS; i++) {
      forward();
    }
    boolean unknownLength = expected.exception().isPresent() && program.main().type().isArray();
    if (!unknownLength) {
      reverse();
    }
    Verdict.Kind kind =
        expected.exception().isPresent()
            ? Verdict.Kind.THREW
            : expected.singular()
                ? Verdict.Kind.SINGULAR
                : ill ? Verdict.Kind.ILL_CONDITIONED : Verdict.Kind.COMPARED;
    return new Verdict(kind, "", error);
  }

  private void value() throws Disagreement, ReflectiveOperationException {
    Object[] after = Inputs.copy(at);
    Outcome outcome = invoke("value", primal, after.clone());
    if (outcome.finished()) {
      sameValue("value", outcome.result(), after);
    }
  }

  private void sameValue(String what, Object result, Object[] after) throws Disagreement {
    boolean same =
        Arrays.deepEquals(new Object[] {result}, new Object[] {expected.result()})
            && Arrays.deepEquals(arrays(after), arrays(expected.after()));
    if (!same) {
      throw new Disagreement(
          "%s: %s leaving %s, but expected %s leaving %s"
              .formatted(
                  what,
                  text(result),
                  Arrays.deepToString(after),
                  text(expected.result()),
                  Arrays.deepToString(expected.after())));
    }
  }

  private static Object[] arrays(Object[] values) {
    return Arrays.stream(values).filter(value -> value.getClass().isArray()).toArray();
  }

  private static String text(Object value) {
    String list = Arrays.deepToString(new Object[] {value});
    return list.substring(1, list.length() - 1);
  }

  private void forward() throws Disagreement, ReflectiveOperationException {
    double[] direction = random.doubles(expected.inputs(), -1, 1).map(x -> (float) x).toArray();
    double[] first = forward(direction);
    if (!Arrays.equals(first, forward(direction))) {
      throw new Disagreement("jvp twice: not the same numbers");
    }
    List<Num> outputs = expected.numbers();
    double[] tangents = new double[outputs.size()];
    double[] sizes = new double[outputs.size()];
    for (int i = 0; i < tangents.length; i++) {
      for (int j = 0; j < direction.length; j++) {
        tangents[i] += direction[j] * outputs.get(i).by(j);
        sizes[i] += Math.abs(direction[j]) * outputs.get(i).sizeBy(j);
      }
    }
    near("jvp", tangents, sizes, first);
  }

  private double[] forward(double[] direction) throws Disagreement, ReflectiveOperationException {
    Object[] after = Inputs.copy(at);
    Object[] dots = Inputs.copy(at);
    set(Inputs.slots(dots, shape.active()), direction);
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < after.length; i++) {
      arguments.add(after[i]);
      if (shape.active().contains(i)) {
        arguments.add(dots[i]);
      }
    }
    Outcome outcome = invoke("jvp", jvp, arguments.toArray());
    if (!outcome.finished()) {
      return new double[0];
    }
    boolean nothing = program.main().type() == Type.VOID;
    Object dual = outcome.result();
    sameValue("jvp value", nothing ? null : component(dual, "value"), after);
    List<Object> tangents = new ArrayList<>();
    tangents.add(nothing ? null : component(dual, "tangent"));
    shape.arrays().forEach(i -> tangents.add(dots[i]));
    return Inputs.numbers(tangents);
  }

  private static void set(List<Inputs.Slot> slots, double[] numbers) {
    for (int i = 0; i < slots.size(); i++) {
      slots.get(i).set(numbers[i]);
    }
  }

  private void reverse() throws Disagreement, ReflectiveOperationException {
    Seeding seeding = new Seeding(at, shape.arrays(), expected, random);
    double[] first = reverse(seeding);
    if (!Arrays.equals(first, reverse(seeding))) {
      throw new Disagreement("vjp twice: not the same numbers");
    }
    double[] gradient = new double[expected.inputs()];
    double[] sizes = new double[gradient.length];
    Arrays.setAll(gradient, seeding::gradient);
    Arrays.setAll(sizes, seeding::size);
    near("vjp", gradient, sizes, first);
  }

  private double[] reverse(Seeding seeding) throws Disagreement, ReflectiveOperationException {
    Object[] after = Inputs.copy(at);
    Object[] bars = seeding.arguments();
    double[] seeds = seeding.result();
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < after.length; i++) {
      arguments.add(after[i]);
      if (shape.arrays().contains(i)) {
        arguments.add(bars[i]);
      }
    }
    boolean nothing = program.main().type() == Type.VOID;
    if (!nothing) {
      arguments.add(seed(seeds));
    }
    Outcome outcome = invoke("vjp", vjp, arguments.toArray());
    if (!outcome.finished()) {
      return new double[0];
    }
    Object returned = outcome.result();
    Object result = shape.hasScalars() && !nothing ? component(returned, "value") : returned;
    sameValue("vjp value", nothing ? null : result, after);
    for (int i : shape.active()) {
      if (!shape.arrays().contains(i)) {
        bars[i] = component(returned, program.main().parameters().get(i).name());
      }
    }
    return Inputs.slots(bars, shape.active()).stream().mapToDouble(Inputs.Slot::get).toArray();
  }

  /** A seed for the result, of its type. */
  private Object seed(double... numbers) {
    Type type = program.main().type();
    if (!type.isArray()) {
      double number = numbers.length == 0 ? 1 : numbers[0]; // none where the program throws
      return type == Type.FLOAT ? (Object) (float) number : (Object) number;
    }
    Object seed = type == Type.FLOATS ? new float[numbers.length] : new double[numbers.length];
    Object[] one = {seed};
    set(Inputs.slots(one, List.of(0)), numbers);
    return seed;
  }

  private void near(String what, double[] exact, double[] sizes, double[] actual)
      throws Disagreement {
    if (expected.singular()) {
      return;
    }
    if (exact.length != actual.length) {
      throw new Disagreement(
          what + " length: " + actual.length + " numbers, but expected " + exact.length);
    }
    double largest = Arrays.stream(exact).map(Math::abs).max().orElse(0);
    double size = Arrays.stream(sizes).max().orElse(0);
    if (!precision.isFine(largest, size)) {
      ill = true;
      return;
    }
    for (int i = 0; i < exact.length; i++) {
      double off = Math.abs(actual[i] - exact[i]);
      // What underflows may do so in one order of factors and not in another.
      if (!(off <= precision.tolerance() * largest + Double.MIN_NORMAL)) {
        throw new Disagreement(
            "%s: %s, but expected %s"
                .formatted(what, Arrays.toString(actual), Arrays.toString(exact)));
      }
      if (off > Double.MIN_NORMAL && precision == Precision.DOUBLE) {
        error = Math.max(error, off / largest);
      }
    }
  }

  private record Outcome(boolean finished, Object result) {}

  private Outcome invoke(String what, Method method, Object... arguments)
      throws Disagreement, ReflectiveOperationException {
    try {
      Object result = method.invoke(null, own(method, arguments));
      if (expected.exception().isPresent()) {
        throw new Disagreement(what + " throws: nothing, but expected " + expected.exception());
      }
      return new Outcome(true, result);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      if (expected.exception().filter(cause.getClass()::equals).isEmpty()) {
        throw new Disagreement(
            "%s throws: %s at %s, but expected %s"
                .formatted(
                    what,
                    cause,
                    Arrays.asList(cause.getStackTrace())
                        .subList(0, Math.min(3, cause.getStackTrace().length)),
                    expected.exception()));
      }
      return new Outcome(false, null);
    }
  }

  /** With the constants of the programs' enum for those of the oracle's. */
  static Object[] own(Method method, Object... arguments) {
    Object[] own = arguments.clone();
    for (int i = 0; i < own.length; i++) {
      if (own[i] instanceof Mode mode) {
        own[i] = method.getParameterTypes()[i].getEnumConstants()[mode.ordinal()];
      }
    }
    return own;
  }

  private static Object component(Object record, String name) throws ReflectiveOperationException {
    Method accessor = record.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(record);
  }
}
