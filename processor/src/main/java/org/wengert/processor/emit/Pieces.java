package org.wengert.processor.emit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** Which operations of a block move into which part; the others stay. */
final class Pieces {
  private final IdentityHashMap<Operation, List<Operation>> byOperation = new IdentityHashMap<>();
  private final Set<Value> crossing = new HashSet<>();

  private Pieces() {}

  static Pieces of(Block block, int size, Frames frames) {
    List<List<Operation>> candidates = new ArrayList<>();
    List<Operation> run = new ArrayList<>();
    for (Operation operation : block.operations()) {
      if (isMovable(operation, frames)) {
        run.add(operation);
      } else if (!Outlining.isConstant(operation)) {
        candidates.addAll(Cuts.of(run, size));
        run = new ArrayList<>();
      }
    }
    candidates.addAll(Cuts.of(run, size));
    Pieces pieces = new Pieces();
    for (List<Operation> piece : worthMoving(candidates, size)) {
      piece.forEach(operation -> pieces.byOperation.put(operation, piece));
    }
    pieces.findCrossing(block);
    return pieces;
  }

  /** The piece that the operation moves with; null if it stays. */
  List<Operation> of(Operation operation) {
    return byOperation.get(operation);
  }

  /** The values that are defined in a piece and read outside of it. */
  Set<Value> crossing() {
    return crossing;
  }

  /** Java must see where a block ends by throwing; loads from frames are what moving leaves. */
  private static boolean isMovable(Operation operation, Frames frames) {
    return !Outlining.isConstant(operation)
        && Reachable.completes(operation)
        && !frames.isLoad(operation);
  }

  /** All but the smallest, as far as these fit into the driver. */
  private static List<List<Operation>> worthMoving(List<List<Operation>> pieces, int size) {
    List<List<Operation>> moving = new ArrayList<>(pieces);
    moving.sort(Comparator.comparingInt(Pieces::size));
    int staying = 0;
    int count = 0;
    while (count < moving.size()
        && size(moving.get(count)) < size / 8
        && staying + size(moving.get(count)) < size / 2) {
      staying += size(moving.get(count));
      count++;
    }
    return moving.subList(count, moving.size());
  }

  private static int size(List<Operation> piece) {
    return piece.stream().mapToInt(BytecodeSize::of).sum();
  }

  private void findCrossing(Block block) {
    Map<Value, List<Operation>> definitions = new HashMap<>();
    for (Operation operation : block.operations()) {
      List<Operation> piece = of(operation);
      for (Value value : FreeValues.of(List.of(operation))) {
        List<Operation> definition = definitions.get(value);
        if (definition != null && definition != piece) {
          crossing.add(value);
        }
      }
      if (piece != null) {
        operation.results().forEach(result -> definitions.put(result, piece));
      }
    }
    for (Value value : block.yields()) {
      if (definitions.containsKey(value)) {
        crossing.add(value);
      }
    }
  }
}
