package org.wengert.processor.analyze;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/**
 * What has to be as it was for an iteration of a loop to be repeated, besides the values that the
 * loop carries.
 *
 * @param changing the arrays that iterations both read and write: their contents are the state
 * @param read the other arrays that they read
 * @param written the arrays that iterations write to, whether they read them or not
 */
public record LoopState(List<Value> changing, List<Value> read, List<Value> written) {
  /**
   * The state of a loop of a tape.
   *
   * @throws ProblemException where an iteration cannot be repeated
   */
  public static LoopState of(Operation.Loop loop, Structure structure, Regions regions)
      throws ProblemException {
    Search search = new Search(loop, structure, regions);
    search.visit(loop.body());
    Set<Value> known = new LinkedHashSet<>(FreeValues.of(loop.body(), loop.carried()));
    known.addAll(loop.initial());
    known.removeIf(value -> !value.type().isArray());
    return search.state(known);
  }

  private static final class Search {
    private final Operation.Loop loop;
    private final Structure structure;
    private final Regions regions;
    private final Set<Regions.Region> reads = new HashSet<>();

    Search(Operation.Loop loop, Structure structure, Regions regions) {
      this.loop = loop;
      this.structure = structure;
      this.regions = regions;
    }

    LoopState state(Set<Value> known) {
      List<Value> changing = new ArrayList<>();
      List<Value> read = new ArrayList<>();
      List<Value> written = new ArrayList<>();
      for (Value array : known) {
        Regions.Region elements = regions.leaf(array);
        boolean isWritten = regions.isWrittenIn(loop, elements);
        if (isWritten) {
          written.add(array);
        }
        if (reads.contains(elements)) {
          (isWritten ? changing : read).add(array);
        }
      }
      return new LoopState(changing, read, written);
    }

    void visit(Block block) throws ProblemException {
      for (Operation operation : block.operations()) {
        if (operation instanceof Operation.Load load) {
          reads.add(regions.of(load.array()));
        } else if (operation instanceof Operation.Store store) {
          refuseNewRow(store);
        } else if (operation instanceof Operation.CloneArray clone) {
          reads.add(regions.of(clone.array()));
          refuseCarried(clone);
        } else if (operation instanceof Operation.NewArray) {
          refuseCarried(operation);
        } else if (operation instanceof Operation.ReadStatic read) {
          refuseWritten(read);
        } else if (operation instanceof Operation.Invoke invoke) {
          invoke.arguments().forEach(argument -> reads.addAll(regions.reachable(argument)));
          refuseCarried(invoke);
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

    private void refuseCarried(Operation operation) throws ProblemException {
      for (Value result : operation.results()) {
        for (Value carried : loop.carried()) {
          if (!Collections.disjoint(regions.reachable(result), regions.reachable(carried))) {
            throw new ProblemException(Message.CHECKPOINTS_NEW_ARRAY, operation.at());
          }
        }
      }
    }

    private void refuseWritten(Operation.ReadStatic read) throws ProblemException {
      if (read.result().type().isArray()
          && regions.isWrittenIn(loop, regions.leaf(read.result()))) {
        throw new ProblemException(Message.CHECKPOINTS_STATIC_ARRAY, read.at(), read.field());
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
