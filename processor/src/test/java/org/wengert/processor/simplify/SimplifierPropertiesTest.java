package org.wengert.processor.simplify;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Printer;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Verifier;

final class SimplifierPropertiesTest {
  private static final int ARGUMENTS = 8;

  /** Results, array contents and exceptions stay the same to the last bit. */
  @Property(tries = 3000, seed = "2026", shrinking = ShrinkingMode.OFF)
  void simplifiedTapesDoTheSame(@ForAll long seed) {
    Tape tape = Verifier.verify(RandomTape.of(new Random(seed)));
    Tape simplified = Verifier.verify(Simplifier.of(tape));

    for (int i = 0; i < ARGUMENTS; i++) {
      check(tape, simplified, seed + i, Outcome.of(tape, seed + i));
    }
  }

  /** What may be removed matters to evaluations alone that would have failed. */
  @Property(tries = 1000, seed = "2026", shrinking = ShrinkingMode.OFF)
  void withoutRemovableOperationsWhatCompletesIsTheSame(@ForAll long seed) {
    Tape tape = RandomTape.of(new Random(seed));
    Random coin = new Random(seed);
    Tape simplified = Verifier.verify(Simplifier.of(tape, operation -> coin.nextBoolean()));

    for (int i = 0; i < ARGUMENTS; i++) {
      Outcome expected = Outcome.of(tape, seed + i);
      if (expected.completed()) {
        check(tape, simplified, seed + i, expected);
      }
    }
  }

  private static void check(Tape tape, Tape simplified, long arguments, Outcome expected) {
    Outcome outcome = Outcome.of(simplified, arguments);
    if (!outcome.equals(expected)) {
      assertWithMessage("%s\n%s", Printer.print(tape), Printer.print(simplified))
          .that(outcome)
          .isEqualTo(expected);
    }
  }

  @Property(tries = 1000, seed = "2026", shrinking = ShrinkingMode.OFF)
  void simplifiedTapesAreSimple(@ForAll long seed) {
    Tape tape = RandomTape.of(new Random(seed));
    Tape simplified = Simplifier.of(tape);

    assertThat(size(simplified.body()))
        .isAtMost(size(tape.body()) + loops(tape.body()) * Unrolling.MOST_OPERATIONS);
    Tape again = Simplifier.of(simplified);
    assertThat(Printer.print(again)).isEqualTo(Printer.print(simplified));
    assertThat(again).isSameInstanceAs(simplified);
  }

  private static int loops(Block block) {
    int loops = 0;
    for (Operation operation : block.operations()) {
      loops += operation instanceof Operation.Loop ? 1 : 0;
      loops += operation.blocks().stream().mapToInt(SimplifierPropertiesTest::loops).sum();
    }
    return loops;
  }

  private static int size(Block block) {
    int size = 0;
    for (Operation operation : block.operations()) {
      size += operation instanceof Operation.Constant ? 0 : 1;
      size += operation.blocks().stream().mapToInt(SimplifierPropertiesTest::size).sum();
    }
    return size;
  }
}
