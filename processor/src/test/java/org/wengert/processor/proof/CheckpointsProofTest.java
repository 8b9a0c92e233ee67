package org.wengert.processor.proof;

import static com.google.common.truth.Truth.assertWithMessage;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Random programs whose loops are checkpointed, where they can be: their derivatives are those of
 * the oracle, and their adjoints to the last bit those of the programs without checkpoints.
 *
 * <p>{@code -Dwengert.programs=10000 -Dwengert.seed=7} makes it a long search.
 */
class CheckpointsProofTest {
  private static final int PROGRAMS = Integer.getInteger("wengert.programs", 200) / 4;
  private static final long FIRST_SEED = Long.getLong("wengert.seed", 1);
  private static final int POINTS = 3;

  private int compared;
  private int refused;

  @AfterEach
  void asManyCheckpointsAsFit() throws Exception {
    limit(Integer.MAX_VALUE);
  }

  private static void limit(int checkpoints) throws ReflectiveOperationException {
    Field most = Class.forName("org.wengert.Checkpoints").getDeclaredField("most");
    most.setAccessible(true);
    most.set(null, checkpoints);
  }

  @Test
  void adjointsAreThoseOfTheOracleAndOfLoopsWithoutCheckpoints() throws Exception {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
      Program program = Programs.of(seed, "f", 0);
      Program checked = checkpointed(program);
      if (!checked.equals(program)) {
        check(program, checked, seed);
      }
    }
    System.out.printf(
        "checkpointed programs from seed %d: %d compared, %d refused%n",
        FIRST_SEED, compared, refused);
  }

  private static Program checkpointed(Program program) {
    List<Method> methods = new ArrayList<>();
    for (Method method : program.methods()) {
      methods.add(
          hasLoop(method.body())
              ? new Method(
                  method.annotation() + " @org.wengert.Checkpointed",
                  method.elsewhere(),
                  method.type(),
                  method.name(),
                  method.parameters(),
                  method.body())
              : method);
    }
    return program.with(methods);
  }

  private static boolean hasLoop(Node node) {
    return node instanceof For
        || node instanceof ForEach
        || node instanceof While
        || node.children().stream().anyMatch(CheckpointsProofTest::hasLoop);
  }

  private void check(Program program, Program checked, long seed) throws Exception {
    Batch batch = Batch.of(List.of(checked));
    if (!batch.errors().isEmpty()) {
      assertWithMessage(Batch.text(checked))
          .that(batch.errors().stream().filter(error -> !error.contains("checkpoint")).toList())
          .isEmpty();
      refused++;
      return;
    }
    compared++;
    Batch plain = Batch.of(List.of(program));
    for (int i = 0; i < POINTS; i++) {
      limit(i < 2 ? 2 + i : Integer.MAX_VALUE);
      long point = seed + i * 1_000_003L;
      String text = "seed " + point + "\n" + Batch.text(checked);
      Verdict verdict = Check.of(checked, batch, point);
      assertWithMessage(text + verdict.failure()).that(verdict.isFailure()).isFalse();
      assertWithMessage(text)
          .that(bits(Check.adjoints(checked, batch, point)))
          .isEqualTo(bits(Check.adjoints(program, plain, point)));
    }
  }

  private static List<Long> bits(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(Double::doubleToLongBits).toList();
  }
}
