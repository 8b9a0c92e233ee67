package org.wengert.processor.differentiate;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wengert.RowAdjoints;
import org.wengert.processor.analyze.RowStores;
import org.wengert.processor.simplify.Simplifier;
import org.wengert.processor.tape.Interpreter;
import org.wengert.processor.tape.Printer;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;
import org.wengert.processor.tape.Verifier;

/**
 * On random tapes: the tangent against central differences, the adjoint against the tangent by the
 * dot-product identity, for the result and for the arrays left behind.
 */
class RandomTapesTest {
  private static final int PROGRAMS = Integer.getInteger("wengert.programs", 1000);
  private static final long FIRST_SEED = Long.getLong("wengert.seed", 1);

  /** Two numbers, and what {@link Memory} is made of. */
  private record Point(double x, double y, double[][] cells) {
    static Point random(Random random) {
      double[][] cells = new double[Memory.PLACES][];
      Arrays.setAll(cells, i -> random.doubles(RandomTapes.LENGTH, -1, 1).toArray());
      return new Point(number(random), number(random), cells);
    }

    static double number(Random random) {
      return 2 * random.nextDouble() - 1;
    }

    Point plus(double h, Point d) {
      double[][] sums = new double[cells.length][RandomTapes.LENGTH];
      for (int i = 0; i < sums.length; i++) {
        for (int j = 0; j < RandomTapes.LENGTH; j++) {
          sums[i][j] = cells[i][j] + h * d.cells[i][j];
        }
      }
      return new Point(x + h * d.x, y + h * d.y, sums);
    }

    /** Over the arrays that stand somewhere. */
    double dot(Point p, int[] layout) {
      double sum = x * p.x + y * p.y;
      for (int cell : Arrays.stream(layout).distinct().toArray()) {
        sum += Memory.dot(cells[cell], p.cells[cell]);
      }
      return sum;
    }

    boolean hasBitsOf(Point p) {
      return x == p.x && y == p.y && Arrays.deepEquals(cells, p.cells);
    }
  }

  /** Arguments of a tape; an array may stand in several places. */
  private record Memory(double[] a, double[] b, double[][] m) {
    static final int PLACES = 2 + RandomTapes.LENGTH;

    /** Which array stands where. */
    static int[] layout(Random random) {
      int[] layout = new int[PLACES];
      boolean shared = random.nextInt(3) == 0;
      for (int i = 0; i < PLACES; i++) {
        layout[i] = shared && random.nextInt(3) == 0 ? layout[random.nextInt(i + 1)] : i;
      }
      return layout;
    }

    static Memory of(Point point, int[] layout) {
      double[][] cells = Arrays.stream(point.cells).map(double[]::clone).toArray(double[][]::new);
      double[][] places =
          Arrays.stream(layout).mapToObj(cell -> cells[cell]).toArray(double[][]::new);
      return new Memory(places[0], places[1], Arrays.copyOfRange(places, 2, PLACES));
    }

    Point cells(double x, double y, int[] layout) {
      double[][] cells = new double[PLACES][RandomTapes.LENGTH];
      for (int i = 0; i < PLACES; i++) {
        cells[layout[i]] = at(i);
      }
      return new Point(x, y, cells);
    }

    double[] at(int place) {
      return place == 0 ? a : place == 1 ? b : m[place - 2];
    }

    /** Place by place, of equal pairs once. */
    double dot(Memory other) {
      Set<List<Integer>> seen = new HashSet<>();
      double sum = 0;
      for (int i = 0; i < PLACES; i++) {
        if (seen.add(
            List.of(System.identityHashCode(at(i)), System.identityHashCode(other.at(i))))) {
          sum += dot(at(i), other.at(i));
        }
      }
      return sum;
    }

    static double dot(double[] p, double[] q) {
      double sum = 0;
      for (int i = 0; i < p.length; i++) {
        sum += p[i] * q[i];
      }
      return sum;
    }

    boolean hasContentsOf(Memory other) {
      return Arrays.equals(a, other.a)
          && Arrays.equals(b, other.b)
          && Arrays.deepEquals(m, other.m);
    }

    void spoil() {
      for (int i = 0; i < PLACES; i++) {
        Arrays.fill(at(i), Double.NaN);
      }
      Arrays.fill(m, null);
    }
  }

  /** The result and the final arrays, weighted. */
  private static double evaluate(Tape tape, Point at, Point weights, int[] layout) {
    Memory memory = Memory.of(at, layout);
    double value = (double) Interpreter.run(tape, at.x, at.y, memory.a, memory.b, memory.m).get(0);
    return value * weights.x + Memory.of(weights, layout).dot(memory);
  }

  /** The gradient by two sweeps, between which the caller spoils all arrays. */
  private static Point inTwo(Tape tape, Set<Value> wrt, Point at, Point seedBar, int[] layout)
      throws Exception {
    Handover halves =
        Adjoint.inTwo(tape, "fForward", "fReverse", wrt)
            .map(half -> Simplifier.of(half, operation -> true))
            .packed();
    Verifier.verify(halves.forward());
    Verifier.verify(halves.reverse());
    Memory p = Memory.of(at, layout);
    Memory bar = Memory.of(seedBar, layout);
    RowAdjoints rows = new RowAdjoints();
    double[] a = rows.of(p.a, bar.a, "a");
    double[] b = rows.of(p.b, bar.b, "b");
    double[][] m = rows.of(p.m, bar.m, "m");
    List<Object> handed = Interpreter.run(halves.forward(), at.x, at.y, p.a, a, p.b, b, p.m, m);
    p.spoil();
    rows.seed();
    List<Object> arguments = new ArrayList<>(handed);
    arguments.set(0, seedBar.x);
    List<Object> adjoints = Interpreter.run(halves.reverse(), arguments.toArray());
    rows.handOut();
    return bar.cells((double) adjoints.get(0), (double) adjoints.get(1), layout);
  }

  @Test
  void derivativesOfRandomTapes() throws Exception {
    int smooth = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
      smooth += check(seed) ? 1 : 0;
    }
    assertWithMessage("programs on which differences could be taken")
        .that(smooth)
        .isAtLeast(PROGRAMS / 2);
  }

  private static boolean check(long seed) throws Exception {
    Tape tape = RandomTapes.of(seed, 40);
    Verifier.verify(tape);
    Set<Value> wrt = new LinkedHashSet<>(tape.parameters());
    Tape tangent = Tangent.of(tape, "fJvp", wrt);
    Verifier.verify(tangent);
    Tape adjoint = Adjoint.of(tape, "fVjp", wrt);
    Verifier.verify(adjoint);
    Random random = new Random(seed);
    Point at = Point.random(random);
    Point direction = Point.random(random);
    Point seedBar = Point.random(random);
    int[] layout = Memory.layout(random);
    String program = "seed " + seed + Arrays.toString(layout) + "\n" + Printer.print(tape);

    Memory v = Memory.of(at, layout);
    double value = (double) Interpreter.run(tape, at.x, at.y, v.a, v.b, v.m).get(0);
    Memory p = Memory.of(at, layout);
    Memory dot = Memory.of(direction, layout);
    List<Object> jvp =
        Interpreter.run(
            tangent, at.x, direction.x, at.y, direction.y, p.a, dot.a, p.b, dot.b, p.m, dot.m);
    assertWithMessage(program).that((double) jvp.get(0)).isEqualTo(value);
    assertWithMessage(program).that(p.hasContentsOf(v)).isTrue();

    Point gradient = inTwo(tape, wrt, at, seedBar, layout);
    double forward = (double) jvp.get(1) * seedBar.x + Memory.of(seedBar, layout).dot(dot);
    double reverse = gradient.dot(direction, layout);
    double scale =
        Math.sqrt(gradient.dot(gradient, layout) * direction.dot(direction, layout)) + 1e-3;
    assertWithMessage(program + "\n" + Printer.print(adjoint))
        .that(Math.abs(forward - reverse))
        .isLessThan(1e-11 * scale);
    if (RowStores.kinds(tape).isEmpty()) {
      inOne(adjoint, at, seedBar, layout, v, gradient, program);
    }

    double h = 1e-6;
    double up = evaluate(tape, at.plus(h, direction), seedBar, layout);
    double down = evaluate(tape, at.plus(-h, direction), seedBar, layout);
    double half = evaluate(tape, at.plus(h / 2, direction), seedBar, layout);
    double one = (up - down) / (2 * h);
    double other = (half - evaluate(tape, at, seedBar, layout)) / (h / 2);
    if (Math.abs(one - other) > 1e-3 * (1 + Math.abs(one))) {
      return false; // a branch changes within the step
    }
    assertWithMessage(program + Arrays.asList(forward, one))
        .that(Math.abs(forward - one))
        .isLessThan(1e-5 * (1 + scale));
    return true;
  }

  /** One tape of both sweeps, simplified or not, gives the same gradient to the last bit. */
  private static void inOne(
      Tape adjoint,
      Point at,
      Point seedBar,
      int[] layout,
      Memory after,
      Point gradient,
      String program)
      throws Exception {
    Tape simpler = Simplifier.of(adjoint, operation -> true);
    Verifier.verify(simpler);
    for (Tape each : List.of(adjoint, simpler)) {
      Memory q = Memory.of(at, layout);
      Memory bar = Memory.of(seedBar, layout);
      List<Object> vjp =
          Interpreter.run(each, at.x, at.y, q.a, bar.a, q.b, bar.b, q.m, bar.m, seedBar.x);
      assertWithMessage(program).that(q.hasContentsOf(after)).isTrue();
      Point same = bar.cells((double) vjp.get(1), (double) vjp.get(2), layout);
      assertWithMessage(program).that(same.hasBitsOf(gradient)).isTrue();
    }
  }
}
