package org.wengert.processor.analyze;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Which array values may denote the same memory. Values that flow into one another share a region
 * (a unification, after Steensgaard 1996); regions reachable from parameters may all overlap, since
 * a caller can pass one array twice.
 */
public final class Regions {
  /** A set of arrays. Compared by identity, through {@link Regions#of}. */
  public static final class Region {
    private Region link;
    private Region rows;
    private final Type type;
    private boolean external;
    private Location mergedAt = Location.NONE;

    private Region(Type type, boolean external) {
      this.type = type;
      this.external = external;
    }

    private Region root() {
      Region region = this;
      while (region.link != null) {
        if (region.link.link != null) {
          region.link = region.link.link;
        }
        region = region.link;
      }
      return region;
    }
  }

  private final Structure structure;
  private final Map<Value, Region> regions = new HashMap<>();
  private final Map<Region, List<Operation>> stores = new HashMap<>();
  private final Set<Region> handedOver = new HashSet<>();
  private final Map<Region, Integer> birthDepths = new HashMap<>();

  private final List<Operation.ReadStatic> statics = new ArrayList<>();

  private Regions(Structure structure) {
    this.structure = structure;
  }

  public static Regions of(Tape tape, Structure structure) {
    return of(tape, structure, Set.of());
  }

  /**
   * The same for a part of a larger tape.
   *
   * @param apart parameters that share nothing with any other parameter, nor with the caller
   */
  public static Regions of(Tape tape, Structure structure, Set<Value> apart) {
    Regions result = new Regions(structure);
    for (Value parameter : tape.parameters()) {
      if (parameter.type().isArray()) {
        result.regions.put(parameter, new Region(parameter.type(), !apart.contains(parameter)));
      }
    }
    for (Operation operation : structure.operations()) {
      if (operation instanceof Operation.ReadStatic read && read.result().type().isArray()) {
        result.regions.put(read.result(), new Region(read.result().type(), true));
        result.statics.add(read);
      }
      result.register(operation.results());
      if (operation instanceof Operation.Loop loop) {
        result.register(loop.carried());
      }
    }
    for (Operation operation : structure.operations()) {
      result.connect(operation);
    }
    result.findBirths();
    for (Operation operation : structure.operations()) {
      if (operation instanceof Operation.Store store) {
        result.addStore(result.of(store.array()), store);
      } else if (operation instanceof Operation.Invoke invoke && !invoke.callee().isPure()) {
        invoke.arguments().forEach(argument -> result.hand(argument, invoke));
        result.statics.forEach(read -> result.expose(read.result(), invoke));
      }
    }
    return result;
  }

  /** A callee may store into an array, unless it is known to store no such numbers. */
  private void hand(Value array, Operation.Invoke invoke) {
    List<Region> regions = reachable(array);
    for (int i = 0; i < regions.size(); i++) {
      boolean isLeaf = i == regions.size() - 1;
      if (invoke.mayStore(array) && (isLeaf || invoke.stores().isEmpty())) {
        addStore(regions.get(i), invoke);
      } else {
        handedOver.add(regions.get(i));
      }
    }
  }

  /** A callee may store into a field's array, likewise. */
  private void expose(Value array, Operation.Invoke invoke) {
    for (Region region : reachable(array)) {
      if (invoke.callee().hasWhole() && array.type().isDifferentiable()) {
        handedOver.add(region);
      } else {
        addStore(region, invoke);
      }
    }
  }

  private void addStore(Region region, Operation operation) {
    stores.computeIfAbsent(region, key -> new ArrayList<>()).add(operation);
  }

  /** The regions of an array, its rows, their rows; none for a scalar. */
  List<Region> reachable(Value value) {
    List<Region> all = new ArrayList<>();
    for (int rank = value.type().rank(); rank > 0; rank--) {
      all.add(all.isEmpty() ? of(value) : rows(all.get(all.size() - 1)));
    }
    return all;
  }

  /** Whether a region is that of a value, of its rows, or of theirs. */
  public boolean isReachable(Value value, Region region) {
    return reachable(value).contains(region);
  }

  /** The reads of arrays from static fields. */
  List<Operation.ReadStatic> statics() {
    return statics;
  }

  /** The region of an array value. */
  public Region of(Value array) {
    return raw(array).root();
  }

  /** The region of the innermost arrays, those that hold scalars. */
  public Region leaf(Value array) {
    Region region = of(array);
    for (int rank = array.type().rank(); rank > 1; rank--) {
      region = rows(region);
    }
    return region;
  }

  /** Whether the tape may write into this array, or into its rows. */
  boolean isWritten(Value array) {
    return reachable(array).stream().anyMatch(stores::containsKey);
  }

  /** Whether the caller of the tape can hold arrays of this region. */
  public boolean isExternal(Region region) {
    return region.root().external;
  }

  /** Where values of different origin last flowed together in this region. */
  public Location mergedAt(Region region) {
    return region.root().mergedAt;
  }

  /** Whether two arrays, or what can be reached through them, may be the same. */
  public boolean mayShare(Value some, Value other) {
    for (Region region : reachable(some)) {
      if (reachable(other).stream().anyMatch(each -> mayOverlap(region, each))) {
        return true;
      }
    }
    return false;
  }

  /** Whether an array, and all that it can be reached through, is known only inside a scope. */
  boolean isBornWithin(Value array, Scope scope) {
    Region region = of(array);
    if (region.external) {
      return false;
    }
    for (Map.Entry<Value, Region> entry : regions.entrySet()) {
      if (isPartOf(region, entry.getValue().root())
          && !structure.scope(entry.getKey()).isWithin(scope)) {
        return false;
      }
    }
    return true;
  }

  /** Whether elements of this array may be replaced inside a loop. */
  public boolean isWrittenIn(Operation.Loop loop, Value array) {
    return isWrittenIn(loop, of(array));
  }

  /** Whether elements of arrays of this region may be replaced inside a loop. */
  boolean isWrittenIn(Operation.Loop loop, Region region) {
    for (Map.Entry<Region, List<Operation>> entry : stores.entrySet()) {
      if (mayOverlap(region, entry.getKey())
          && entry.getValue().stream()
              .anyMatch(store -> structure.scope(store).loops().contains(loop))) {
        return true;
      }
    }
    return false;
  }

  /** Whether elements of arrays of this region may be replaced after a loop that is in no other. */
  boolean isWrittenAfter(Operation.Loop loop, Region region) {
    for (Map.Entry<Region, List<Operation>> entry : stores.entrySet()) {
      if (mayOverlap(region, entry.getKey())
          && entry.getValue().stream()
              .anyMatch(
                  store ->
                      structure.position(store) > structure.position(loop)
                          && !structure.scope(store).loops().contains(loop))) {
        return true;
      }
    }
    return false;
  }

  /** Whether an array goes by this value alone, and is in no array of arrays. */
  boolean isAlone(Value array) {
    Region region = of(array);
    if (region.external) {
      return false;
    }
    for (Map.Entry<Value, Region> entry : regions.entrySet()) {
      if (entry.getKey() != array && isPartOf(region, entry.getValue().root())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether an element read by this load still has the same value when the tape has run to its end,
   * or rather to the end of what the array lives for.
   */
  public boolean survives(Operation.Load load) {
    Region region = of(load.array());
    for (Map.Entry<Region, List<Operation>> entry : stores.entrySet()) {
      if (mayOverlap(region, entry.getKey())) {
        for (Operation store : entry.getValue()) {
          if (mayFollow(store, load, region)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /**
   * Whether an array is known only inside a scope: it is neither handed out of it, nor put into an
   * array of arrays.
   */
  boolean staysWithin(Value array, Scope scope) {
    Region region = of(array);
    for (Map.Entry<Value, Region> entry : regions.entrySet()) {
      if (isPartOf(entry.getValue().root(), region)
          && !structure.scope(entry.getKey()).isWithin(scope)) {
        return false;
      }
    }
    if (handedOver.stream().anyMatch(handed -> isPartOf(handed.root(), region))) {
      return false; // a forward sweep may keep it for its reverse sweep
    }
    for (Map.Entry<Region, List<Operation>> entry : stores.entrySet()) {
      for (Operation operation : entry.getValue()) {
        if (operation instanceof Operation.Invoke && isPartOf(entry.getKey(), region)) {
          return false; // likewise
        }
        if (operation instanceof Operation.Store store
            && store.value().type().isArray()
            && (isPartOf(entry.getKey(), region) || isPartOf(of(store.value()), region))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isPartOf(Region part, Region whole) {
    for (Region region = whole; region != null; region = rowsOrNull(region)) {
      if (region == part) {
        return true;
      }
    }
    return false;
  }

  private static Region rowsOrNull(Region region) {
    return region.rows == null ? null : region.rows.root();
  }

  private boolean mayOverlap(Region a, Region b) {
    return a == b || (a.external && b.external && a.type.equals(b.type));
  }

  private boolean mayFollow(Operation store, Operation.Load load, Region region) {
    return structure.position(store) > structure.position(load)
        || structure.scope(store).commonLoops(structure.scope(load)) > birthDepths.get(region);
  }

  private Region raw(Value array) {
    return regions.computeIfAbsent(array, value -> new Region(value.type(), false));
  }

  private void register(List<Value> values) {
    for (Value value : values) {
      if (value.type().isArray()) {
        raw(value);
      }
    }
  }

  private Region rows(Region region) {
    Region root = region.root();
    if (root.rows == null) {
      root.rows = new Region(root.type.element(), root.external);
    }
    return root.rows.root();
  }

  private void connect(Operation operation) {
    if (operation instanceof Operation.Load load && load.result().type().isArray()) {
      union(raw(load.result()), rows(of(load.array())), Location.NONE);
    } else if (operation instanceof Operation.Store store && store.value().type().isArray()) {
      union(rows(of(store.array())), of(store.value()), store.at());
    } else if (operation instanceof Operation.CloneArray clone
        && clone.result().type().rank() > 1) {
      union(rows(of(clone.result())), rows(of(clone.array())), clone.at());
    } else if (operation instanceof Operation.Reserve reserve) {
      union(of(reserve.result()), of(reserve.buffer()), reserve.at());
    } else if (operation instanceof Operation.Invoke invoke && !invoke.callee().isPure()) {
      connect(invoke);
    } else if (operation instanceof Operation.Branch branch) {
      if (branch.whenTrue().completes()) {
        flow(branch.whenTrue().yields(), branch.results(), branch.at());
      }
      if (branch.whenFalse().completes()) {
        flow(branch.whenFalse().yields(), branch.results(), branch.at());
      }
    } else if (operation instanceof Operation.Loop loop) {
      flow(loop.initial(), loop.carried(), loop.at());
      if (loop.body().completes()) {
        flow(loop.body().yields(), loop.carried(), loop.at());
      }
      flow(loop.carried(), loop.results(), loop.at());
    }
  }

  /**
   * The callee may hand out any array that it is given, or put it into another; an array of unknown
   * origin may be anybody's. What it is not differentiated with respect to it keeps apart from the
   * rest.
   */
  private void connect(Operation.Invoke invoke) {
    if (invoke.stores().isPresent()) {
      return;
    }
    Map<Type, Region> seen = new HashMap<>();
    for (Value value : mixed(invoke)) {
      for (Region region : reachable(value)) {
        Region other = seen.putIfAbsent(region.root().type, region);
        if (other != null) {
          union(other, region, invoke.at());
        }
      }
    }
    if (invoke.callee().derivatives().isEmpty()) {
      for (Value result : invoke.results()) {
        if (result.type().isArray()) {
          markExternal(of(result));
        }
      }
    }
  }

  private static List<Value> mixed(Operation.Invoke invoke) {
    boolean apart =
        invoke.form() == Callee.Form.PRIMAL && invoke.callee().derivatives().isPresent();
    List<Value> mixed = new ArrayList<>(apart ? invoke.active() : invoke.arguments());
    mixed.addAll(invoke.results());
    return mixed;
  }

  private void flow(List<Value> from, List<Value> to, Location at) {
    for (int i = 0; i < to.size(); i++) {
      if (to.get(i).type().isArray()) {
        union(raw(to.get(i)), raw(from.get(i)), at);
      }
    }
  }

  private void union(Region first, Region second, Location at) {
    Region a = first.root();
    Region b = second.root();
    if (a == b) {
      return;
    }
    b.link = a;
    a.external |= b.external;
    if (!at.equals(Location.NONE)) {
      a.mergedAt = at;
    } else if (a.mergedAt.equals(Location.NONE)) {
      a.mergedAt = b.mergedAt;
    }
    if (a.rows == null) {
      a.rows = b.rows;
      if (a.rows != null && a.external) {
        markExternal(a.rows.root());
      }
    } else {
      if (a.external) {
        markExternal(a.rows.root());
      }
      if (b.rows != null) {
        union(a.rows, b.rows, at);
      }
    }
  }

  private static void markExternal(Region region) {
    for (Region r = region.root(); ; r = r.rows.root()) {
      r.external = true;
      if (r.rows == null) {
        return;
      }
    }
  }

  /** The number of loops around everything in a region: its arrays are new in each iteration. */
  private void findBirths() {
    Map<Region, Scope> common = new HashMap<>();
    for (Map.Entry<Value, Region> entry : regions.entrySet()) {
      Region region = entry.getValue().root();
      Scope scope = structure.scope(entry.getKey());
      int depth = scope.loops().size();
      Scope earlier = common.putIfAbsent(region, scope);
      if (earlier != null) {
        depth = Math.min(birthDepths.get(region), earlier.commonLoops(scope));
      }
      birthDepths.put(region, region.external ? 0 : depth);
    }
    // Rows are as old as the oldest array of arrays that holds them.
    List<Region> outermostFirst = new ArrayList<>(birthDepths.keySet());
    outermostFirst.sort((a, b) -> Integer.compare(b.type.rank(), a.type.rank()));
    for (Region region : outermostFirst) {
      if (region.rows != null) {
        birthDepths.merge(region.rows.root(), birthDepths.get(region), Math::min);
      }
    }
  }
}
