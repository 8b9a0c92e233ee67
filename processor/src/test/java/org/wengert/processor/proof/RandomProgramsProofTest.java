package org.wengert.processor.proof;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random programs: what they and their derivatives give, against an interpreter that executes them
 * statement by statement and carries all derivatives along.
 *
 * <p>{@code -Dwengert.programs=10000 -Dwengert.seed=7} makes it a long search, which prints what it
 * has done.
 */
class RandomProgramsProofTest {
  private static final int PROGRAMS = Integer.getInteger("wengert.programs", 200);
  private static final long FIRST_SEED = Long.getLong("wengert.seed", 1);
  private static final int FAILURES = Integer.getInteger("wengert.failures", 5);
  private static final int POINTS = 3;
  private static final int CLASSES = 4;
  private static final int BATCH = Integer.getInteger("wengert.batch", 100);

  private final Map<Verdict.Kind, Integer> counts = new EnumMap<>(Verdict.Kind.class);
  private final Map<String, Integer> constructs = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private double worst;

  private record Numbered(long seed, Program program) {}

  @Test
  void derivativesAreThoseOfTheOracle() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed += BATCH) {
      List<Numbered> programs = new ArrayList<>();
      for (int i = 0; i < Math.min(BATCH, FIRST_SEED + PROGRAMS - seed); i++) {
        programs.add(new Numbered(seed + i, Programs.of(seed + i, "f" + i, i % CLASSES)));
      }
      programs.forEach(program -> program.program.nodes().forEach(this::count));
      check(programs);
      if (failures.size() >= FAILURES) {
        break;
      }
    }
    System.out.printf(
        "random programs from seed %d: %s, largest error %.1e%n", FIRST_SEED, counts, worst);
    if (PROGRAMS >= 1000) {
      System.out.println(constructs);
    }
    assertWithMessage(String.join("\n\n", failures)).that(failures).isEmpty();
  }

  private void count(Node node) {
    constructs.merge(node.construct(), 1, Integer::sum);
    node.children().forEach(this::count);
  }

  private void check(List<Numbered> programs) {
    Batch batch;
    String errors;
    try {
      batch = Batch.of(programs.stream().map(Numbered::program).toList());
      errors = batch.errors().toString();
    } catch (RuntimeException e) {
      batch = null;
      errors = e.toString();
    }
    if (batch != null && batch.errors().isEmpty()) {
      for (Numbered program : programs) {
        for (int i = 0; i < POINTS; i++) {
          Numbered point = new Numbered(program.seed + i * 1_000_003L, program.program);
          note(point, Check.of(point.program, batch, point.seed));
        }
        for (Program callee : program.program.mains().subList(1, program.program.mains().size())) {
          note(new Numbered(program.seed, callee), Check.of(callee, batch, program.seed));
        }
      }
    } else if (programs.size() == 1) {
      note(programs.get(0), Verdict.uncompiled(errors));
    } else {
      int half = programs.size() / 2;
      check(programs.subList(0, half));
      check(programs.subList(half, programs.size()));
    }
  }

  private void note(Numbered program, Verdict verdict) {
    counts.merge(verdict.kind(), 1, Integer::sum);
    worst = Math.max(worst, verdict.error());
    if (verdict.isFailure() && failures.size() < FAILURES) {
      Program smallest = new Shrinker().smallest(program.program, program.seed, verdict.topic());
      failures.add(
          "seed %d: %s\n%s\n%s"
              .formatted(
                  program.seed,
                  verdict.topic(),
                  Shrinker.verdict(smallest, program.seed).failure(),
                  Batch.text(smallest)));
    }
  }
}
