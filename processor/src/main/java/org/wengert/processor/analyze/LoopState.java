package org.wengert.processor.analyze;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/**
 * What has to be as it was for an iteration of a loop to be repeated, besides the values that the
 * loop carries. Arrays are those that are defined before the loop, or that it reads from static
 * fields.
 *
 * @param changing arrays that iterations both read and write: their contents change with them
 * @param frozen other arrays that they read, and whose contents may change after the loop
 * @param rearranged arrays whose rows may be replaced after the loop
 * @param written arrays that iterations write to, whether they read them or not
 * @param made the carried arrays that an iteration may have made
 * @param statics the static fields that iterations read; those of a type narrower than an int aside
 */
public record LoopState(
    List<Value> changing,
    List<Value> frozen,
    List<Value> rearranged,
    List<Value> written,
    List<Value> made,
    List<Operation.ReadStatic> statics) {

  /**
   * The state of a loop that is in no other one.
   *
   * @param mayChange whether something that is not on the tape may change arrays of a region after
   *     the loop
   * @throws ProblemException where an iteration cannot be repeated
   */
  public static LoopState of(
      Operation.Loop loop,
      Structure structure,
      Regions regions,
      Predicate<Regions.Region> mayChange)
      throws ProblemException {
    Search search = new Search(loop, structure, regions);
    search.visit(loop.body());
    return search.state(region -> regions.isWrittenAfter(loop, region) || mayChange.test(region));
  }

  private static final class Search {
    private final Operation.Loop loop;
    private final Structure structure;
    private final Regions regions;
    private final Set<Regions.Region> reads = new HashSet<>();
    private final Set<Value> made = new LinkedHashSet<>();
    private final List<Operation.ReadStatic> statics = new ArrayList<>();

    Search(Operation.Loop loop, Structure structure, Regions regions) {
      this.loop = loop;
      this.structure = structure;
      this.regions = regions;
    }

    LoopState state(Predicate<Regions.Region> changesAfter) {
      List<Value> changing = new ArrayList<>();
      List<Value> frozen = new ArrayList<>();
      List<Value> rearranged = new ArrayList<>();
      List<Value> written = new ArrayList<>();
      for (Value array : known()) {
        List<Regions.Region> reachable = regions.reachable(array);
        Regions.Region elements = reachable.get(reachable.size() - 1);
        boolean isWritten = regions.isWrittenIn(loop, elements);
        if (isWritten) {
          written.add(array);
        }
        if (reads.contains(elements)) {
          if (isWritten) {
            changing.add(array);
          } else if (changesAfter.test(elements)) {
            frozen.add(array);
          }
        }
        if (reachable.subList(0, reachable.size() - 1).stream().anyMatch(changesAfter)) {
          rearranged.add(array);
        }
      }
      return new LoopState(changing, frozen, rearranged, written, List.copyOf(made), statics);
    }

    private Set<Value> known() {
      Set<Value> known = new LinkedHashSet<>(FreeValues.of(loop.body(), loop.carried()));
      known.addAll(loop.initial());
      statics.forEach(read -> known.add(read.result()));
      known.removeIf(value -> !value.type().isArray());
      return known;
    }

    void visit(Block block) throws ProblemException {
      for (Operation operation : block.operations()) {
        if (operation instanceof Operation.Load load) {
          reads.add(regions.of(load.array()));
        } else if (operation instanceof Operation.Store store) {
          refuseNewRow(store);
        } else if (operation instanceof Operation.CloneArray clone) {
          reads.add(regions.of(clone.array()));
          handOn(clone);
        } else if (operation instanceof Operation.NewArray) {
          handOn(operation);
        } else if (operation instanceof Operation.ReadStatic read) {
          if (!read.result().type().isNarrow()) {
            statics.add(read); // others cannot be kept, and are as cheap to read again
          }
        } else if (operation instanceof Operation.Invoke invoke) {
          invoke.arguments().forEach(argument -> reads.addAll(regions.reachable(argument)));
          handOn(invoke);
          refuseUnknown(invoke);
        }
        for (Block inner : operation.blocks()) {
          visit(inner);
        }
      }
    }

    /** A checkpoint knows of the elements of the rows that there are before the loop. */
    private void refuseNewRow(Operation.Store store) throws ProblemException {
      if (store.value().type().isArray()
          && !regions.isBornWithin(store.array(), structure.scope(loop.body()))) {
        throw new ProblemException(Message.CHECKPOINTS_ROW, store.at());
      }
    }

    private void handOn(Operation operation) throws ProblemException {
      for (Value result : operation.results()) {
        for (Value carried : loop.carried()) {
          if (!Collections.disjoint(regions.reachable(result), regions.reachable(carried))) {
            if (operation instanceof Operation.Invoke || carried.type().rank() > 1) {
              throw new ProblemException(Message.CHECKPOINTS_NEW_ARRAY, operation.at());
            }
            made.add(carried);
          }
        }
      }
    }

    /** What is not differentiated may have a state of its own, as a generator of numbers has. */
    private static void refuseUnknown(Operation.Invoke invoke) throws ProblemException {
      boolean isKnown =
          invoke.callee().isPure()
              || invoke.callee().derivatives().isPresent()
              || invoke.callee().isOfValues();
      if (!isKnown) {
        throw new ProblemException(
            Message.CHECKPOINTS_CALL, invoke.at(), Activity.nameOf(invoke.callee()));
      }
    }
  }
}
