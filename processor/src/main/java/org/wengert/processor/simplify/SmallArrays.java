package org.wengert.processor.simplify;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Branch;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * The arrays that variables can stand for, one for each element: of a small constant length, read
 * and written at constant indices within it, and known by one name at every place. A branch may
 * hand out such arrays, each made in the block that yields it.
 */
final class SmallArrays {
  /** Longer ones would make more variables than they are worth. */
  static final int LONGEST = 16;

  /** A block under examination. */
  private record Region(Block block, Operation owner) {
    boolean isCondition() {
      return owner instanceof Loop loop && block == loop.condition();
    }
  }

  /** What must hold of several arrays together, or of none of them. */
  private static final class Group {
    private Group joined;
    private int length = -1;
    private int last = -1;
    private boolean refused;

    Group root() {
      Group root = this;
      while (root.joined != null) {
        if (root.joined.joined != null) {
          root.joined = root.joined.joined;
        }
        root = root.joined;
      }
      return root;
    }

    boolean isSplit() {
      return !refused && length >= 0 && last < length;
    }
  }

  private final Definitions definitions;
  private final Map<Value, Group> groups = new HashMap<>();
  private final Map<Value, Block> home = new HashMap<>();

  /** By block, since rewriting makes another operation where it replaces an operand. */
  private final Map<Block, Map<Value, Set<Integer>>> stored = new IdentityHashMap<>();

  private final Deque<Region> open = new ArrayDeque<>();

  private SmallArrays(Definitions definitions) {
    this.definitions = definitions;
  }

  static SmallArrays in(Tape tape) {
    SmallArrays arrays = new SmallArrays(Definitions.of(tape));
    arrays.examine(tape.body(), null);
    arrays.refuse(tape.results());
    return arrays;
  }

  /** The short ones made by operations of their own, however they are used. */
  static Set<Value> created(Tape tape) {
    Set<Value> created = new LinkedHashSet<>();
    SmallArrays.in(tape)
        .groups
        .forEach(
            (array, group) -> {
              if (group.length >= 0) {
                created.add(array);
              }
            });
    return created;
  }

  boolean isEmpty() {
    return groups.values().stream().noneMatch(group -> group.root().isSplit());
  }

  boolean contains(Value array) {
    Group group = groups.get(array);
    return group != null && group.root().isSplit();
  }

  int length(Value array) {
    return groups.get(array).root().length;
  }

  /** The elements of arrays made before the branch or loop that it may store into, in order. */
  Map<Value, Set<Integer>> storedWithin(Operation operation) {
    Map<Value, Set<Integer>> split = new LinkedHashMap<>();
    for (Block block : operation.blocks()) {
      stored
          .getOrDefault(block, Map.of())
          .forEach(
              (array, indices) -> {
                if (contains(array)) {
                  split.computeIfAbsent(array, any -> new TreeSet<>()).addAll(indices);
                }
              });
    }
    return split;
  }

  private void examine(Block block, Operation owner) {
    open.push(new Region(block, owner));
    for (Operation operation : block.operations()) {
      examine(operation);
    }
    open.pop();
  }

  private void examine(Operation operation) {
    if (operation instanceof Operation.NewArray creation) {
      create(creation);
    } else if (operation instanceof Operation.CloneArray clone) {
      clone(clone);
    } else if (operation instanceof Operation.Load load) {
      touch(load.array(), load.index());
    } else if (operation instanceof Operation.Store store) {
      touch(store.array(), store.index());
      refuse(store.value());
      noteStore(store);
    } else if (operation instanceof Branch branch) {
      examine(branch.whenTrue(), branch);
      examine(branch.whenFalse(), branch);
      join(branch);
    } else if (operation instanceof Loop loop) {
      refuse(loop.initial());
      examine(loop.condition(), loop);
      examine(loop.body(), loop);
      refuse(loop.body().yields());
    } else if (!(operation instanceof Operation.Length)) {
      refuse(operation.operands());
    }
  }

  private void create(Operation.NewArray creation) {
    if (isVector(creation.result().type())
        && definitions.literal(creation.lengths().get(0)).orElse(null) instanceof Integer length
        && length >= 0
        && length <= LONGEST) {
      define(creation.result()).length = length;
    }
  }

  /** Narrow elements are left alone: storing them changes them. */
  private static boolean isVector(Type type) {
    return type.rank() == 1 && !type.component().isNarrow() && type.kind() != Type.Kind.REFERENCE;
  }

  private void clone(Operation.CloneArray clone) {
    Group group = groups.get(clone.array());
    if (group != null) {
      unite(define(clone.result()), group);
    }
  }

  private Group define(Value array) {
    Group group = new Group();
    groups.put(array, group);
    home.put(array, open.element().block());
    return group;
  }

  private void touch(Value array, Value index) {
    Group group = groups.get(array);
    if (group == null) {
      return;
    }
    Group root = group.root();
    if (definitions.literal(index).orElse(null) instanceof Integer at && at >= 0) {
      root.last = Math.max(root.last, at);
    } else {
      root.refused = true;
    }
  }

  /** Tells all regions between the store and the place where its array was made. */
  private void noteStore(Operation.Store store) {
    Value array = store.array();
    if (!groups.containsKey(array)
        || !(definitions.literal(store.index()).orElse(null) instanceof Integer index)) {
      return;
    }
    for (Region region : open) {
      if (region.block() == home.get(array)) {
        return;
      }
      if (region.isCondition()) {
        refuse(array);
      }
      stored
          .computeIfAbsent(region.block(), any -> new LinkedHashMap<>())
          .computeIfAbsent(array, any -> new TreeSet<>())
          .add(index);
    }
  }

  private void join(Branch branch) {
    for (int slot = 0; slot < branch.results().size(); slot++) {
      Value result = branch.results().get(slot);
      if (isVector(result.type())) {
        Group group = define(result);
        for (Block block : branch.blocks()) {
          join(group, block, slot);
        }
      }
    }
  }

  private void join(Group group, Block block, int slot) {
    if (!block.completes()) {
      return;
    }
    Value array = block.yields().get(slot);
    Group yielded = groups.get(array);
    if (yielded == null) {
      group.root().refused = true;
      return;
    }
    unite(group, yielded);
    if (home.get(array) != block || Collections.frequency(block.yields(), array) > 1) {
      group.root().refused = true;
    }
  }

  private static void unite(Group some, Group others) {
    Group kept = others.root();
    Group gone = some.root();
    if (kept == gone) {
      return;
    }
    gone.joined = kept;
    kept.refused |= gone.refused || gone.length >= 0 && gone.length != kept.length;
    kept.last = Math.max(kept.last, gone.last);
  }

  private void refuse(List<Value> arrays) {
    arrays.forEach(this::refuse);
  }

  private void refuse(Value array) {
    Group group = groups.get(array);
    if (group != null) {
      group.root().refused = true;
    }
  }
}
