package org.wengert.processor.simplify;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** Drops results of branches and carried values of loops by position. */
final class Slots {
  private Slots() {}

  static Operation.Branch keep(Operation.Branch branch, IntPredicate kept) {
    return all(branch.results(), kept)
        ? branch
        : new Operation.Branch(
            keep(branch.results(), kept),
            branch.condition(),
            keep(branch.whenTrue(), kept),
            keep(branch.whenFalse(), kept),
            branch.at());
  }

  static Operation.Loop keep(Operation.Loop loop, IntPredicate kept) {
    return all(loop.carried(), kept)
        ? loop
        : new Operation.Loop(
            keep(loop.results(), kept),
            keep(loop.initial(), kept),
            keep(loop.carried(), kept),
            loop.condition(),
            keep(loop.body(), kept),
            loop.megabytes(),
            loop.at());
  }

  private static Block keep(Block block, IntPredicate kept) {
    return new Block(block.operations(), keep(block.yields(), kept));
  }

  private static List<Value> keep(List<Value> values, IntPredicate kept) {
    return IntStream.range(0, values.size()).filter(kept).mapToObj(values::get).toList();
  }

  private static boolean all(List<Value> values, IntPredicate kept) {
    return IntStream.range(0, values.size()).allMatch(kept);
  }
}
