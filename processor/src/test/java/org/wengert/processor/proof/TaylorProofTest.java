package org.wengert.processor.proof;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Taylor series of random programs: {@link TaylorPoint} says what must hold of them. What cannot
 * have any is passed by, but not too much of it.
 *
 * <p>{@code -Dwengert.programs=10000 -Dwengert.seed=7} makes it a long search.
 */
class TaylorProofTest {
  private static final int PROGRAMS = Integer.getInteger("wengert.programs", 200);
  private static final long FIRST_SEED = Long.getLong("wengert.seed", 1);
  private static final int FAILURES = Integer.getInteger("wengert.failures", 3);
  private static final int POINTS = 3;

  private final Map<TaylorPoint.Kind, Integer> counts = new EnumMap<>(TaylorPoint.Kind.class);
  private final List<String> failures = new ArrayList<>();
  private int asked;
  private int refused;
  private int coefficients;

  @Test
  void coefficientsAreDerivatives() throws Exception {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
      Program program = Programs.of(seed, "f", (int) (seed % 4));
      if (program.main().type() != Type.VOID && program.main().isAnnotated()) {
        asked++;
        check(withSeries(program), seed);
      }
      if (failures.size() >= FAILURES) {
        break;
      }
    }
    System.out.printf(
        "Taylor series from seed %d: %s, %d coefficients by differences, %d of %d refused%n",
        FIRST_SEED, counts, coefficients, refused, asked);
    assertWithMessage(String.join("\n\n", failures)).that(failures).isEmpty();
    assertThat(asked - refused).isAtLeast(PROGRAMS / 4);
    assertThat(coefficients).isAtLeast(2 * PROGRAMS);
  }

  /** Second derivatives are asked for as well, where they can be compared. */
  private static Program withSeries(Program program) {
    boolean second = program.main().type() == Type.DOUBLE;
    List<Method> methods = new ArrayList<>();
    for (Method method : program.methods()) {
      Method asking = second ? method.asking("order = 2") : method;
      methods.add(method.equals(program.main()) ? asking.asking("taylor = true") : asking);
    }
    return program.with(methods);
  }

  private void check(Program program, long seed) throws Exception {
    Batch batch = Batch.of(List.of(program));
    if (batch.isRefused(TaylorProofTest::refuses)) {
      refused++;
    } else if (!batch.errors().isEmpty()) {
      failures.add("seed " + seed + "\n" + Batch.text(program) + batch.errors());
    } else {
      for (int i = 0; i < POINTS; i++) {
        long point = seed + i * 1_000_003L;
        try {
          TaylorPoint.Outcome outcome = TaylorPoint.check(program, batch, point);
          counts.merge(outcome.kind(), 1, Integer::sum);
          coefficients += outcome.coefficients();
        } catch (AssertionError e) {
          failures.add("seed " + point + "\n" + Batch.text(program) + e);
        }
      }
    }
  }

  private static boolean refuses(String error) {
    return error.contains("Taylor series") || error.contains("second derivatives of");
  }
}
