package org.wengert.processor.differentiate;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
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

  private record Point(double x, double y, double[] a, double[] b) {
    static Point random(Random random) {
      return new Point(number(random), number(random), array(random), array(random));
    }

    static double number(Random random) {
      return 2 * random.nextDouble() - 1;
    }

    static double[] array(Random random) {
      return random.doubles(RandomTapes.LENGTH, -1, 1).toArray();
    }

    Point plus(double h, Point d) {
      return new Point(x + h * d.x, y + h * d.y, axpy(a, h, d.a), axpy(b, h, d.b));
    }

    static double[] axpy(double[] a, double h, double[] d) {
      double[] sum = a.clone();
      for (int i = 0; i < a.length; i++) {
        sum[i] += h * d[i];
      }
      return sum;
    }

    double dot(Point p) {
      double sum = x * p.x + y * p.y;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * p.a[i] + b[i] * p.b[i];
      }
      return sum;
    }

    boolean hasBitsOf(Point p) {
      return x == p.x && y == p.y && Arrays.equals(a, p.a) && Arrays.equals(b, p.b);
    }

    Point copy() {
      return new Point(x, y, a.clone(), b.clone());
    }
  }

  /** The result and the final arrays; {@code y} is unused. */
  private static Point evaluate(Tape tape, Point point) {
    Point p = point.copy();
    double value = (double) Interpreter.run(tape, p.x, p.y, p.a, p.b).get(0);
    return new Point(value, 0, p.a, p.b);
  }

  /** The gradient by two sweeps, between which the caller spoils all arrays. */
  private static Point inTwo(Tape tape, Set<Value> wrt, Point at, Point seedBar) throws Exception {
    Handover halves =
        Adjoint.inTwo(tape, "fForward", "fReverse", wrt)
            .map(half -> Simplifier.of(half, operation -> true))
            .packed();
    Verifier.verify(halves.forward());
    Verifier.verify(halves.reverse());
    Point p = at.copy();
    Point bar = seedBar.copy();
    List<Object> handed = Interpreter.run(halves.forward(), p.x, p.y, p.a, bar.a, p.b, bar.b);
    Arrays.fill(p.a, Double.NaN);
    Arrays.fill(p.b, Double.NaN);
    List<Object> arguments = new ArrayList<>(handed);
    arguments.set(0, bar.x);
    List<Object> adjoints = Interpreter.run(halves.reverse(), arguments.toArray());
    return new Point((double) adjoints.get(0), (double) adjoints.get(1), bar.a, bar.b);
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
    String program = "seed " + seed + "\n" + Printer.print(tape);

    Point value = evaluate(tape, at);
    Point p = at.copy();
    Point dot = direction.copy();
    List<Object> jvp = Interpreter.run(tangent, p.x, dot.x, p.y, dot.y, p.a, dot.a, p.b, dot.b);
    assertWithMessage(program).that((double) jvp.get(0)).isEqualTo(value.x);
    assertWithMessage(program).that(p.a).isEqualTo(value.a);
    Point image = new Point((double) jvp.get(1), 0, dot.a, dot.b);

    Point q = at.copy();
    Point bar = seedBar.copy();
    List<Object> vjp = Interpreter.run(adjoint, q.x, q.y, q.a, bar.a, q.b, bar.b, bar.x);
    assertWithMessage(program).that((double) vjp.get(0)).isEqualTo(value.x);
    assertWithMessage(program).that(q.a).isEqualTo(value.a);
    Point gradient = new Point((double) vjp.get(1), (double) vjp.get(2), bar.a, bar.b);
    double forward = image.dot(new Point(seedBar.x, 0, seedBar.a, seedBar.b));
    double reverse = gradient.dot(direction);
    double scale = Math.sqrt(gradient.dot(gradient) * direction.dot(direction)) + 1e-3;
    assertWithMessage(program + "\n" + Printer.print(adjoint))
        .that(Math.abs(forward - reverse))
        .isLessThan(1e-11 * scale);

    Point r = at.copy();
    Point simplerBar = seedBar.copy();
    Tape simpler = Simplifier.of(adjoint, operation -> true);
    Verifier.verify(simpler);
    List<Object> same =
        Interpreter.run(simpler, r.x, r.y, r.a, simplerBar.a, r.b, simplerBar.b, simplerBar.x);
    assertWithMessage(program).that(same).isEqualTo(vjp);
    assertWithMessage(program).that(simplerBar.a).isEqualTo(bar.a);

    assertWithMessage(program).that(inTwo(tape, wrt, at, seedBar).hasBitsOf(gradient)).isTrue();

    double h = 1e-6;
    Point up = evaluate(tape, at.plus(h, direction));
    Point down = evaluate(tape, at.plus(-h, direction));
    Point half = evaluate(tape, at.plus(h / 2, direction));
    double one = (up.dot(seedBar) - down.dot(seedBar)) / (2 * h);
    double other = (half.dot(seedBar) - value.dot(seedBar)) / (h / 2);
    if (Math.abs(one - other) > 1e-3 * (1 + Math.abs(one))) {
      return false; // a branch changes within the step
    }
    assertWithMessage(program + Arrays.asList(forward, one))
        .that(Math.abs(forward - one))
        .isLessThan(1e-5 * (1 + scale));
    return true;
  }
}
