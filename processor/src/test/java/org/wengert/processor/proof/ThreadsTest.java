package org.wengert.processor.proof;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many threads that call the same derivatives at once all get the numbers that one gets. */
class ThreadsTest {
  private static final int PROGRAMS = 40;
  private static final int THREADS = 8;
  private static final long FIRST_SEED = 1_000;

  private static List<Verdict> verdicts(List<Program> programs, Batch batch) {
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < 3 * programs.size(); i++) {
      verdicts.add(Check.of(programs.get(i % programs.size()), batch, i));
    }
    return verdicts;
  }

  @Test
  void derivativesInManyThreads() throws Exception {
    List<Program> programs = new ArrayList<>();
    for (int i = 0; i < PROGRAMS; i++) {
      programs.add(Programs.of(FIRST_SEED + i, "f" + i, 0));
    }
    Batch batch = Batch.of(programs);
    assertThat(batch.errors()).isEmpty();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<Verdict>>> all =
          threads.invokeAll(Collections.nCopies(THREADS, () -> verdicts(programs, batch)));
      List<Verdict> alone = verdicts(programs, batch);
      assertThat(alone.stream().filter(Verdict::isFailure).toList()).isEmpty();
      for (Future<List<Verdict>> others : all) {
        assertThat(others.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdown();
    }
  }
}
