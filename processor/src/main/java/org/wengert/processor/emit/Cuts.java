package org.wengert.processor.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/**
 * Where to cut a sequence of operations into pieces of about the same size: where the fewest values
 * cross, which is mostly before or after a loop nest.
 */
final class Cuts {
  private final List<Operation> operations;
  private final BytecodeSize sizes;
  private final int[] crossing;

  private Cuts(List<Operation> operations, BytecodeSize sizes) {
    this.operations = operations;
    this.sizes = sizes;
    this.crossing = crossing(operations);
  }

  /** The pieces, none empty, in order; larger than asked for only if of a single operation. */
  static List<List<Operation>> of(List<Operation> operations, BytecodeSize sizes, int size) {
    Cuts cuts = new Cuts(operations, sizes);
    List<List<Operation>> pieces = new ArrayList<>();
    int start = 0;
    while (start < operations.size()) {
      int end = cuts.after(start, size);
      pieces.add(operations.subList(start, end));
      start = end;
    }
    return pieces;
  }

  private int after(int start, int size) {
    int best = start + 1;
    int sum = sizes.of(operations.get(start));
    for (int end = start + 1; end < operations.size(); end++) {
      boolean better = crossing[end] <= crossing[best] || sum < size / 2;
      if (better) {
        best = end;
      }
      sum += sizes.of(operations.get(end));
      if (sum > size) {
        return best;
      }
    }
    return operations.size();
  }

  /** For each operation, how many results of earlier ones are read by it or by later ones. */
  private static int[] crossing(List<Operation> operations) {
    Map<Value, Integer> definitions = new HashMap<>();
    Map<Value, Integer> lastUses = new HashMap<>();
    for (int i = 0; i < operations.size(); i++) {
      int index = i;
      operations.get(i).results().forEach(result -> definitions.put(result, index));
      for (Value value : FreeValues.of(List.of(operations.get(i)))) {
        if (definitions.containsKey(value)) {
          lastUses.put(value, index);
        }
      }
    }
    int[] change = new int[operations.size() + 1];
    lastUses.forEach(
        (value, last) -> {
          change[definitions.get(value) + 1]++;
          change[last + 1]--;
        });
    for (int i = 1; i < change.length; i++) {
      change[i] += change[i - 1];
    }
    return change;
  }
}
