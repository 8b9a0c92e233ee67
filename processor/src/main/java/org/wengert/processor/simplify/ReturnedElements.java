package org.wengert.processor.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** A method that returns a short array, as one that returns its elements. */
public final class ReturnedElements {
  private ReturnedElements() {}

  /**
   * The tape with the elements of its result for results, simplified, all its exceptions kept.
   *
   * @param most how many elements there may be
   * @return empty where the result is no array of numbers, or not one of a length that the tape
   *     tells
   */
  public static Optional<Tape> of(Tape tape, int most) {
    if (tape.results().size() != 1) {
      return Optional.empty();
    }
    Value array = tape.results().get(0);
    return array.type().rank() == 1 && array.type().isDifferentiable()
        ? length(array, Definitions.of(tape))
            .filter(length -> length >= 1 && length <= most)
            .map(length -> Simplifier.of(withElements(tape, array, length)))
        : Optional.empty();
  }

  private static Optional<Integer> length(Value array, Definitions definitions) {
    Definitions.Site site = definitions.site(array).orElse(null);
    if (site == null) {
      return Optional.empty();
    }
    if (site.operation() instanceof Operation.NewArray creation) {
      return definitions.literal(creation.lengths().get(0)).map(Integer.class::cast);
    }
    if (site.operation() instanceof Operation.CloneArray clone) {
      return length(clone.array(), definitions);
    }
    return site.operation() instanceof Operation.Branch branch
        ? length(branch, site.slot(), definitions)
        : Optional.empty();
  }

  /** The one in whichever blocks complete. */
  private static Optional<Integer> length(
      Operation.Branch branch, int slot, Definitions definitions) {
    List<Optional<Integer>> lengths = new ArrayList<>();
    for (Block block : branch.blocks()) {
      if (block.completes()) {
        lengths.add(length(block.yields().get(slot), definitions));
      }
    }
    return lengths.stream().distinct().count() == 1 ? lengths.get(0) : Optional.empty();
  }

  private static Tape withElements(Tape tape, Value array, int length) {
    BlockBuilder builder = new BlockBuilder();
    tape.body().operations().forEach(builder::add);
    List<Value> elements = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      elements.add(builder.load(array, builder.constant(i)));
    }
    return new Tape(tape.name(), tape.parameters(), builder.yield(elements));
  }
}
