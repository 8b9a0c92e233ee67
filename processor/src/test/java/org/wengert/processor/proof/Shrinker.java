package org.wengert.processor.proof;

import java.util.List;
import java.util.Optional;

/** Makes a program that fails smaller, as long as it fails in the same way. */
final class Shrinker {
  private static final int ATTEMPTS = Integer.getInteger("wengert.attempts", 400);

  private int attempts;

  /** A single program, compiled and compared. */
  static Verdict verdict(Program program, long seed) {
    Batch batch;
    try {
      batch = Batch.of(List.of(program));
    } catch (RuntimeException e) {
      return Verdict.uncompiled(e);
    }
    return batch.errors().isEmpty()
        ? Check.of(program, batch, seed)
        : Verdict.uncompiled(batch.errors());
  }

  Program smallest(Program program, long seed, String topic) {
    Program smallest = program;
    Optional<Program> next = Optional.of(program);
    while (next.isPresent()) {
      smallest = next.get();
      next = smaller(smallest, seed, topic);
    }
    return smallest;
  }

  private Optional<Program> smaller(Program program, long seed, String topic) {
    for (Program candidate : Edits.smaller(program)) {
      if (++attempts > ATTEMPTS) {
        return Optional.empty();
      }
      if (fails(candidate, seed, topic)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static boolean fails(Program program, long seed, String topic) {
    try {
      Verdict verdict = verdict(program, seed);
      return verdict.isFailure()
          && verdict.topic().equals(topic)
          && (!topic.startsWith("compile") || Batch.isValid(program));
    } catch (RuntimeException e) {
      return false; // not a program any more
    }
  }
}
