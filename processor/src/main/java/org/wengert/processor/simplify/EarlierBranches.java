package org.wengert.processor.simplify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation.Branch;
import org.wengert.processor.tape.Value;

/**
 * What branches have handed out, for later branches on the same condition: within one of their
 * blocks it is what the same block of the earlier branch has yielded.
 */
final class EarlierBranches {
  /** A result, and what it was in the block. */
  record Known(Value result, Value yielded) {}

  /** Looking through more at every branch would take too long. */
  private static final int MOST = 64;

  private final Map<Value, List<Branch>> byCondition = new HashMap<>();
  private final Deque<List<Value>> scopes = new ArrayDeque<>();

  void open() {
    scopes.push(new ArrayList<>());
  }

  void close() {
    for (Value condition : scopes.pop()) {
      List<Branch> branches = byCondition.get(condition);
      branches.remove(branches.size() - 1);
    }
  }

  void add(Branch branch) {
    List<Branch> branches =
        byCondition.computeIfAbsent(branch.condition(), condition -> new ArrayList<>());
    int results = branches.stream().mapToInt(earlier -> earlier.results().size()).sum();
    if (!branch.results().isEmpty() && results + branch.results().size() <= MOST) {
      branches.add(branch);
      scopes.element().add(branch.condition());
    }
  }

  /** What is known in a block that runs where the condition has this outcome. */
  List<Known> where(Value condition, boolean outcome) {
    List<Known> known = new ArrayList<>();
    for (Branch branch : byCondition.getOrDefault(condition, List.of())) {
      Block block = outcome ? branch.whenTrue() : branch.whenFalse();
      for (int i = 0; i < block.yields().size(); i++) {
        known.add(new Known(branch.results().get(i), block.yields().get(i)));
      }
    }
    return known;
  }
}
