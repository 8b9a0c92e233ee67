package org.wengert.processor.differentiate;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wengert.processor.simplify.Simplifier;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Interpreter;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Printer;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;
import org.wengert.processor.tape.Verifier;

/** Tangents in many directions at once are those of one direction after the other. */
final class WideTangentTest {
  private static final int PROGRAMS = Integer.getInteger("wengert.programs", 500);
  private static final long FIRST_SEED = Long.getLong("wengert.seed", 1);
  private static final int DIRECTIONS = 3;
  private static final int PLACES = 2 + RandomTapes.LENGTH;

  /** On random tapes, for the result and for what is left in the arrays, some of them shared. */
  @Test
  void randomTapes() throws Exception {
    int possible = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
      possible += check(seed) ? 1 : 0;
    }
    assertThat(possible).isAtLeast(PROGRAMS / 2);
  }

  private static boolean check(long seed) throws Exception {
    Tape tape = returningArray(RandomTapes.of(seed, 40));
    Set<Value> wrt = new LinkedHashSet<>(tape.parameters());
    Optional<Tape> found = WideTangent.of(tape, "fWide", wrt, seed % 2 == 0 ? 2 : 64);
    if (found.isEmpty()) {
      return false;
    }
    Verifier.verify(found.get());
    Tape wide = Simplifier.of(found.get(), operation -> true);
    Verifier.verify(wide);
    Tape single = Tangent.of(tape, "fJvp", wrt);

    Random random = new Random(seed);
    int[] layout = new int[PLACES];
    Arrays.setAll(layout, i -> random.nextInt(4) == 0 ? random.nextInt(i + 1) : i);
    double[] at = random.doubles(2, -1, 1).toArray();
    double[][] cells = new double[PLACES][];
    Arrays.setAll(cells, i -> random.doubles(RandomTapes.LENGTH, -1, 1).toArray());
    double[][] dot = {random.doubles(DIRECTIONS).toArray(), random.doubles(DIRECTIONS).toArray()};
    double[][][] dots = new double[PLACES][RandomTapes.LENGTH][];
    for (double[][] cell : dots) {
      Arrays.setAll(cell, i -> random.doubles(DIRECTIONS, -1, 1).toArray());
    }

    double[][] primal = copy(cells);
    double[][][] tangents =
        Arrays.stream(dots).map(WideTangentTest::copy).toArray(double[][][]::new);
    double[][][] m = new double[RandomTapes.LENGTH][][];
    Arrays.setAll(m, i -> tangents[layout[2 + i]]);
    double[][] result =
        (double[][])
            Interpreter.run(
                    wide,
                    at[0],
                    dot[0].clone(),
                    at[1],
                    dot[1].clone(),
                    primal[layout[0]],
                    tangents[layout[0]],
                    primal[layout[1]],
                    tangents[layout[1]],
                    rows(primal, layout),
                    m,
                    DIRECTIONS)
                .get(0);

    String program = "seed " + seed + Arrays.toString(layout) + "\n" + Printer.print(tape);
    for (int k = 0; k < DIRECTIONS; k++) {
      double[][] p = copy(cells);
      double[][] d = new double[PLACES][RandomTapes.LENGTH];
      for (int i = 0; i < PLACES; i++) {
        for (int j = 0; j < RandomTapes.LENGTH; j++) {
          d[i][j] = dots[i][j][k];
        }
      }
      List<Object> jvp =
          Interpreter.run(
              single,
              at[0],
              dot[0][k],
              at[1],
              dot[1][k],
              p[layout[0]],
              d[layout[0]],
              p[layout[1]],
              d[layout[1]],
              rows(p, layout),
              rows(d, layout));
      assertSame(program, result[0][k], ((double[]) jvp.get(1))[0]);
      for (int i = 0; i < PLACES; i++) {
        assertWithMessage(program).that(primal[i]).isEqualTo(p[i]);
        for (int j = 0; j < RandomTapes.LENGTH; j++) {
          assertSame(program, tangents[i][j][k], d[i][j]);
        }
      }
    }
    return true;
  }

  /** To the last bit, but that a zero may have the other sign. */
  private static void assertSame(String program, double actual, double expected) {
    assertWithMessage(program).that(actual + 0.0).isEqualTo(expected + 0.0);
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  private static double[][] rows(double[][] cells, int[] layout) {
    double[][] rows = new double[RandomTapes.LENGTH][];
    Arrays.setAll(rows, i -> cells[layout[2 + i]]);
    return rows;
  }

  private static Tape returningArray(Tape tape) {
    BlockBuilder builder = new BlockBuilder();
    List<Operation> operations = new ArrayList<>(tape.body().operations());
    Value one = builder.constant(1);
    Value array = builder.newArray(Value.temporary(Type.DOUBLE.arrayOf()), one);
    builder.store(array, builder.constant(0), tape.results().get(0));
    operations.addAll(builder.operations());
    return new Tape("f", tape.parameters(), new Block(operations, List.of(array)));
  }
}
