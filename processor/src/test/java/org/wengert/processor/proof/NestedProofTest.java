package org.wengert.processor.proof;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random programs, and for each two methods that combine its derivatives, by a gradient and by a
 * directional derivative: the gradient of both, and their directional derivatives, are products of
 * the program's Hessian with the vector of the factors. Every other time they stand in another
 * class, that is compiled later.
 *
 * <p>{@code -Dwengert.programs=10000 -Dwengert.seed=7} makes it a long search.
 */
class NestedProofTest {
  private static final int PROGRAMS = Integer.getInteger("wengert.programs", 200);
  private static final long FIRST_SEED = Long.getLong("wengert.seed", 1);
  private static final int FAILURES = Integer.getInteger("wengert.failures", 3);
  private static final double TOLERANCE = 1e-9;

  /** The derivatives of combinations, by what they are derivatives of: all pairs of modes. */
  private static final Map<String, String> TWICE =
      new TreeMap<>(
          Map.of(
              "fReverseReverse_", "fReverse_",
              "fReverseForward_", "fReverse_",
              "fForwardReverse_", "fForward_",
              "fForwardForward_", "fForward_"));

  private final List<String> failures = new ArrayList<>();
  private int compared;
  private int twice;
  private int refused;
  private int passed;

  @Test
  void nestedDerivativesAreHessians() throws Exception {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
      Program program = Programs.of(seed, "f", (int) (seed % 4));
      if (suits(program)) {
        check(program, seed);
      }
      if (failures.size() >= FAILURES) {
        break;
      }
    }
    System.out.printf(
        "nested derivatives from seed %d: %d points compared, %d methods of third order, %d passed"
            + " by, %d programs refused%n",
        FIRST_SEED, compared, twice, passed, refused);
    assertThat(twice).isGreaterThan(compared);
    assertWithMessage(String.join("\n\n", failures)).that(failures).isEmpty();
  }

  private static boolean suits(Program program) {
    Method main = program.main();
    return main.type() == Type.DOUBLE
        && main.annotation().equals("@org.wengert.Differentiable")
        && main.parameters().stream()
            .allMatch(it -> !it.type().isReal() || isScalar(it) || it.type() == Type.DOUBLES);
  }

  private static boolean isScalar(Variable variable) {
    return variable.type() == Type.DOUBLE;
  }

  /** The program with these methods before its own. */
  private static Program with(String methods, Program program) {
    List<Method> all = new ArrayList<>(program.methods());
    all.set(0, program.main().annotated(methods + program.main().annotation()));
    return program.with(all);
  }

  private static Program asking(String elements, Program program) {
    return program.with(program.methods().stream().map(method -> method.asking(elements)).toList());
  }

  /**
   * Of the program's derivatives, and of the derivatives of these combinations.
   *
   * @param home the class in which they are to stand
   */
  private static String combinations(Program program, String home) {
    Method main = program.main();
    String sibling = "A" + program.home();
    return combination(main, sibling, main.name(), "Reverse_")
        + combination(main, sibling, main.name(), "Forward_")
        + TWICE.keySet().stream()
            .map(name -> combination(main, home, TWICE.get(name), name.substring(1)))
            .collect(Collectors.joining());
  }

  /** The derivative of a method in the direction of the factors, in one of the modes. */
  private static String combination(Method main, String owner, String base, String mode) {
    String sibling = owner + "Derivatives.";
    StringBuilder sum = new StringBuilder();
    StringBuilder units = new StringBuilder();
    List<String> withTangents = new ArrayList<>();
    int position = 0;
    for (Variable parameter : main.parameters()) {
      String name = parameter.name();
      withTangents.add(name);
      if (isScalar(parameter)) {
        position++;
        sum.append("combined += first.%s() * %s;\n".formatted(name, factor(position, "0")));
        withTangents.add(factor(position, "0"));
      } else if (parameter.type() == Type.DOUBLES) {
        position++;
        String loop = "for (int iii = 0; iii < %s.length; iii++) ".formatted(name);
        sum.append(loop)
            .append("combined += first.%s()[iii] * %s;\n".formatted(name, factor(position, "iii")));
        units.append("double[] %sUnit = new double[%s.length];\n".formatted(name, name));
        units.append(loop).append("%sUnit[iii] = %s;\n".formatted(name, factor(position, "iii")));
        withTangents.add(name + "Unit");
      }
    }
    String given = main.parameters().stream().map(Variable::name).collect(Collectors.joining(", "));
    String body =
        mode.endsWith("Reverse_")
            ? "var first = %s%sGradient(%s);\ndouble combined = 0;\n%sreturn combined;\n"
                .formatted(sibling, base, given, sum)
            : "%sreturn %s%sJvp(%s).tangent();\n"
                .formatted(units, sibling, base, String.join(", ", withTangents));
    return """
        @org.wengert.Differentiable @SuppressWarnings("all")
        static double f%s(%s) {
          %s
        }
        """
        .formatted(mode, Method.list(main.parameters()), body);
  }

  private static String factor(int position, String index) {
    return "(0.5 - 0.25 * %d + 0.125 * %s)".formatted(position, index);
  }

  private static double factor(int position, int index) {
    return 0.5 - 0.25 * position + 0.125 * index;
  }

  private void check(Program original, long seed) throws Exception {
    boolean elsewhere = seed / 4 % 2 == 1;
    String combinations =
        combinations(original, elsewhere ? Batch.later(original) : "A" + original.home());
    Program asking = asking("order = 3", original);
    Program program = elsewhere ? asking : with(combinations, asking);
    Batch batch = Batch.of(List.of(program));
    if (elsewhere && batch.errors().isEmpty()) {
      batch.addLater(program, combinations);
    }
    if (batch.isRefused(NestedProofTest::refuses)) {
      refused++;
    } else if (!batch.errors().isEmpty()) {
      failures.add("seed " + seed + "\n" + Batch.text(program) + batch.errors());
    } else {
      for (int i = 0; i < 3; i++) {
        Class<?> sibling = elsewhere ? batch.laterSibling(program) : batch.sibling(program);
        check(program, batch, sibling, seed + i * 1_000_003L);
      }
    }
  }

  private static boolean refuses(String error) {
    return error.contains("second derivatives of")
        || error.contains("the derivatives of") && error.contains("255 slots")
        || error.contains("may write into an array");
  }

  private void check(Program program, Batch batch, Class<?> sibling, long point) throws Exception {
    Random random = new Random(point);
    Object[] at = Inputs.random(program, random);
    Shape shape = Shape.of(program.main());
    Expected expected;
    try {
      expected = Expected.of(program, at);
    } catch (Oracle.Exhausted e) {
      return;
    }
    int all = 0;
    for (int i : shape.active()) {
      all += Inputs.numbers(at[i]).length;
    }
    if (expected.exception().isPresent() || expected.singular() || all != expected.inputs()) {
      passed++;
      return;
    }
    double[] hessian = SecondOrder.product(program, batch, at, factors(at, shape));
    double size = Arrays.stream(hessian).map(Math::abs).max().orElse(0);
    if (!(size < 1e6)) {
      passed++;
      return;
    }
    double[] direction = random.doubles(hessian.length, -1, 1).toArray();
    double slope = 0;
    for (int i = 0; i < hessian.length; i++) {
      slope += direction[i] * hessian[i];
    }
    compared++;
    for (String method : new String[] {"fReverse_", "fForward_"}) {
      try {
        double[] gradient = SecondOrder.numbers(program, sibling, method + "Gradient", at, null);
        double off = 0;
        for (int i = 0; i < hessian.length; i++) {
          off = Math.max(off, Math.abs(gradient[i] - hessian[i]));
        }
        double tangent = SecondOrder.tangent(program, sibling, method + "Jvp", at, direction);
        off = Math.max(off, Math.abs(tangent - slope));
        if (!(off <= TOLERANCE * (1 + size))) {
          fail(
              program,
              point,
              "%s: gradient %s, tangent %s, but the Hessian gives %s and %s%n  at %s"
                  .formatted(
                      method,
                      Arrays.toString(gradient),
                      tangent,
                      Arrays.toString(hessian),
                      slope,
                      Arrays.deepToString(at)));
        }
      } catch (InvocationTargetException e) {
        fail(program, point, method + ": " + e.getCause());
      }
    }
    double[] factors = factors(at, shape);
    double quadratic = 0;
    for (int i = 0; i < hessian.length; i++) {
      quadratic += factors[i] * hessian[i];
    }
    checkTwice(program, sibling, at, new Slopes(quadratic, size, direction), point);
  }

  /**
   * The derivative in the direction of the factors, taken twice, is the Hessian's quadratic form;
   * its own derivatives are of third order and the same in all modes.
   */
  private void checkTwice(Program program, Class<?> sibling, Object[] at, Slopes slopes, long point)
      throws Exception {
    double[] first = null;
    for (String method : TWICE.keySet()) {
      try {
        double value = SecondOrder.value(program, sibling, method + "Gradient", at);
        double[] gradient = SecondOrder.numbers(program, sibling, method + "Gradient", at, null);
        double tangent =
            SecondOrder.tangent(program, sibling, method + "Jvp", at, slopes.direction());
        first = first == null ? gradient : first;
        double size = Arrays.stream(first).map(Math::abs).max().orElse(0);
        if (!(size < 1e7)) {
          return;
        }
        double along = 0;
        double off = Math.abs(value - slopes.quadratic()) / (1 + slopes.size());
        for (int i = 0; i < first.length; i++) {
          along += slopes.direction()[i] * first[i];
          off = Math.max(off, Math.abs(gradient[i] - first[i]) / (1 + size));
        }
        off = Math.max(off, Math.abs(tangent - along) / (1 + size));
        twice++;
        if (!(off <= TOLERANCE)) {
          fail(
              program,
              point,
              "%s: value %s for %s, gradient %s, tangent %s, but %s and %s%n  at %s"
                  .formatted(
                      method,
                      value,
                      slopes.quadratic(),
                      Arrays.toString(gradient),
                      tangent,
                      Arrays.toString(first),
                      along,
                      Arrays.deepToString(at)));
        }
      } catch (InvocationTargetException e) {
        fail(program, point, method + ": " + e.getCause());
      }
    }
  }

  /**
   * What is known of a point.
   *
   * @param quadratic the Hessian applied twice to the vector of the factors
   * @param size of the largest number in its product with that vector
   */
  private record Slopes(double quadratic, double size, double[] direction) {}

  private static double[] factors(Object[] at, Shape shape) {
    List<Double> factors = new ArrayList<>();
    int position = 0;
    for (int i : shape.active()) {
      position++;
      int length = Inputs.numbers(at[i]).length;
      for (int k = 0; k < length; k++) {
        factors.add(factor(position, k));
      }
    }
    return factors.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private void fail(Program program, long point, String text) {
    failures.add("seed " + point + "\n" + Batch.text(program) + text);
  }
}
