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
  private final List<List<Operation>> pieces;
  private final Map<Operation, List<Operation>> byOperation = new IdentityHashMap<>();
  private final Set<Value> crossing;

  private Pieces(List<List<Operation>> pieces, Block block) {
    this.pieces = pieces;
    for (List<Operation> piece : pieces) {
      piece.forEach(operation -> byOperation.put(operation, piece));
    }
    this.crossing = findCrossing(block);
  }

  /**
   * Cuts a block.
   *
   * @param limit about how many bytes of bytecode a piece may have with all that crosses, unless it
   *     is a single operation
   */
  static Pieces of(Block block, BytecodeSize sizes, int limit, Frames frames) {
    int size = limit - limit / 4;
    List<List<Operation>> candidates = new ArrayList<>();
    List<Operation> run = new ArrayList<>();
    for (Operation operation : block.operations()) {
      if (isMovable(operation, frames)) {
        run.add(operation);
      } else if (!Outlining.isConstant(operation)) {
        candidates.addAll(Cuts.of(run, sizes, size));
        run = new ArrayList<>();
      }
    }
    candidates.addAll(Cuts.of(run, sizes, size));
    Pieces pieces = new Pieces(worthMoving(candidates, sizes, size), block);
    List<List<Operation>> smaller = pieces.halveLarge(sizes, limit);
    while (smaller.size() > pieces.pieces.size()) {
      pieces = new Pieces(smaller, block);
      smaller = pieces.halveLarge(sizes, limit);
    }
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

  /** All but lone calls and the smallest others, as far as these fit into the driver. */
  private static List<List<Operation>> worthMoving(
      List<List<Operation>> pieces, BytecodeSize sizes, int size) {
    List<List<Operation>> moving = new ArrayList<>(pieces);
    moving.removeIf(piece -> piece.size() == 1 && piece.get(0) instanceof Operation.Call);
    moving.sort(Comparator.comparingInt(sizes::of));
    int staying = 0;
    int count = 0;
    while (count < moving.size()
        && sizes.of(moving.get(count)) < size / 8
        && staying + sizes.of(moving.get(count)) < size / 2) {
      staying += sizes.of(moving.get(count));
      count++;
    }
    return moving.subList(count, moving.size());
  }

  /** The pieces, those that have become too large by what crosses cut in two. */
  private List<List<Operation>> halveLarge(BytecodeSize sizes, int limit) {
    List<List<Operation>> smaller = new ArrayList<>();
    for (List<Operation> piece : pieces) {
      int size = sizes.of(piece);
      boolean fits = piece.size() == 1 || size + BytecodeSize.OF_TRANSFER * traffic(piece) <= limit;
      smaller.addAll(fits ? List.of(piece) : Cuts.of(piece, sizes, size / 2));
    }
    return smaller;
  }

  /** How many values cross into and out of a piece. */
  private int traffic(List<Operation> piece) {
    Set<Value> values = FreeValues.of(piece);
    piece.forEach(operation -> values.addAll(operation.results()));
    values.retainAll(crossing);
    return values.size();
  }

  private Set<Value> findCrossing(Block block) {
    Set<Value> found = new HashSet<>();
    Map<Value, List<Operation>> definitions = new HashMap<>();
    for (Operation operation : block.operations()) {
      List<Operation> piece = of(operation);
      for (Value value : FreeValues.of(List.of(operation))) {
        List<Operation> definition = definitions.get(value);
        if (definition != null && definition != piece) {
          found.add(value);
        }
      }
      if (piece != null) {
        operation.results().forEach(result -> definitions.put(result, piece));
      }
    }
    block.yields().stream().filter(definitions::containsKey).forEach(found::add);
    return found;
  }
}
