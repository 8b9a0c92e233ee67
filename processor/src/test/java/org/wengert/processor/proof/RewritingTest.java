package org.wengert.processor.proof;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Programs that are written differently, but mean the same, have the same derivatives: those of the
 * program that they were made from.
 */
class RewritingTest {
  private static final int PROGRAMS = Integer.getInteger("wengert.rewritten", 60);
  private static final long FIRST_SEED = Long.getLong("wengert.seed", 1);
  private static final int BATCH = 60;

  @Test
  void rewrittenProgramsHaveTheSameDerivatives() {
    Map<Verdict.Kind, Integer> counts = new EnumMap<>(Verdict.Kind.class);
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed += BATCH) {
      List<Program> originals = new ArrayList<>();
      List<Program> rewritten = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        originals.add(Programs.of(seed + i, "f" + i, i % 4));
        rewritten.add(Rewriting.of(originals.get(i), new Random(seed + i)));
      }
      Batch batch = Batch.of(rewritten);
      assertWithMessage("programs from " + seed).that(batch.errors()).isEmpty();
      for (int i = 0; i < BATCH; i++) {
        Verdict verdict = Check.of(originals.get(i), rewritten.get(i), batch, seed + i);
        assertWithMessage(Batch.text(originals.get(i)) + Batch.text(rewritten.get(i)))
            .that(verdict.failure())
            .isEmpty();
        counts.merge(verdict.kind(), 1, Integer::sum);
      }
    }
    assertThat(counts.get(Verdict.Kind.COMPARED)).isAtLeast(PROGRAMS * 3 / 4);
    System.out.printf("rewritten programs from seed %d: %s%n", FIRST_SEED, counts);
  }
}
