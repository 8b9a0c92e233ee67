package org.wengert.processor.differentiate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.wengert.processor.analyze.Recording;
import org.wengert.processor.analyze.Structure;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Value;

/** The saved values by the innermost loop they stand in, in the order of the program. */
final class Saves {
  private final IdentityHashMap<Operation.Loop, List<Value>> byLoop = new IdentityHashMap<>();
  private final IdentityHashMap<Operation.Loop, List<Operation.Loop>> nested =
      new IdentityHashMap<>();
  private final Set<Value> saved;

  private Saves(Set<Value> saved) {
    this.saved = saved;
  }

  static Saves of(Structure structure, Recording recording) {
    Saves saves = new Saves(recording.saved());
    for (Operation operation : structure.operations()) {
      if (operation instanceof Operation.Loop loop) {
        loop.carried().forEach(value -> saves.note(value, loop));
      }
      for (Value value : operation.results()) {
        saves.note(value, structure.scope(value).loop());
      }
    }
    for (Operation operation : structure.operations()) {
      if (operation instanceof Operation.Loop loop && !saves.in(loop).isEmpty()) {
        for (Operation.Loop outer : structure.scope(operation).recordedLoops()) {
          saves.nested.computeIfAbsent(outer, key -> new ArrayList<>()).add(loop);
        }
      }
    }
    return saves;
  }

  private void note(Value value, Operation.Loop loop) {
    if (loop != null && saved.contains(value)) {
      byLoop.computeIfAbsent(loop, key -> new ArrayList<>()).add(value);
    }
  }

  boolean contains(Value value) {
    return saved.contains(value);
  }

  /** The values saved by each iteration of this loop, without those of loops inside it. */
  List<Value> in(Operation.Loop loop) {
    return byLoop.getOrDefault(loop, List.of());
  }

  /** The loops inside this one, at any depth, whose iterations save values. */
  List<Operation.Loop> loopsInside(Operation.Loop loop) {
    return nested.getOrDefault(loop, List.of());
  }
}
