package org.wengert.processor.proof;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Random programs with second derivatives: {@link SecondOrder} says what must hold of them.
 *
 * <p>{@code -Dwengert.programs=10000 -Dwengert.seed=7} makes it a long search.
 */
class SecondOrderProofTest {
  private static final int PROGRAMS = Integer.getInteger("wengert.programs", 200);
  private static final long FIRST_SEED = Long.getLong("wengert.seed", 1);
  private static final int FAILURES = Integer.getInteger("wengert.failures", 3);
  private static final int POINTS = 3;

  private final Map<SecondOrder.Kind, Integer> counts = new EnumMap<>(SecondOrder.Kind.class);
  private final List<String> failures = new ArrayList<>();
  private int refused;

  @Test
  void hessiansAreSymmetricAndTheDifferencesOfGradients() throws Exception {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
      Program program = twice(Programs.of(seed, "f", (int) (seed % 4)));
      if (SecondOrder.suits(program)) {
        check(program, seed);
      }
      if (failures.size() >= FAILURES) {
        break;
      }
    }
    System.out.printf(
        "second derivatives from seed %d: %s, %d refused%n", FIRST_SEED, counts, refused);
    assertWithMessage(String.join("\n\n", failures)).that(failures).isEmpty();
  }

  private static Program twice(Program program) {
    return program.with(
        program.methods().stream().map(method -> method.asking("order = 2")).toList());
  }

  private void check(Program program, long seed) throws Exception {
    Batch batch = Batch.of(List.of(program));
    if (batch.isRefused(SecondOrderProofTest::refuses)) {
      refused++;
    } else if (!batch.errors().isEmpty()) {
      failures.add("seed " + seed + "\n" + Batch.text(program) + batch.errors());
    } else {
      for (int i = 0; i < POINTS; i++) {
        long point = seed + i * 1_000_003L;
        try {
          SecondOrder.Outcome outcome = SecondOrder.of(program, batch, point);
          counts.merge(outcome.kind(), 1, Integer::sum);
          outcome.failure().ifPresent(text -> fail(program, point, text));
        } catch (AssertionError e) {
          fail(program, point, e.toString());
        }
      }
    }
  }

  private static boolean refuses(String error) {
    return error.contains("second derivatives of");
  }

  private void fail(Program program, long point, String text) {
    failures.add("seed " + point + "\n" + Batch.text(program) + text);
  }
}
