package org.wengert.processor.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Branch;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** Where each value that needs a variable is defined and read. */
final class Flow {
  /**
   * A place where a value is defined or read.
   *
   * @param statement the statement that does it, directly in the region; null for parameters
   */
  record Site(Region region, int position, Operation statement) {}

  private final Inlining inlining;
  private final Uses counts;
  private final Map<Value, Site> definitions = new LinkedHashMap<>();
  private final Map<Value, List<Site>> uses = new HashMap<>();
  private int position;

  private Flow(Inlining inlining, Uses counts) {
    this.inlining = inlining;
    this.counts = counts;
  }

  static Flow of(Tape tape, Inlining inlining) {
    Flow flow = new Flow(inlining, Uses.of(tape.body()));
    Region root = Region.root();
    Site entry = new Site(root, flow.next(), null);
    tape.parameters().forEach(parameter -> flow.definitions.put(parameter, entry));
    flow.walk(tape.body(), root);
    Site exit = new Site(root, flow.next(), null);
    flow.read(tape.body().yields(), exit);
    root.close(exit.position());
    return flow;
  }

  /** Every value that needs a variable, in order of definition, and where it is defined. */
  Map<Value, Site> definitions() {
    return definitions;
  }

  /** Where a value is read, in order. */
  List<Site> uses(Value value) {
    return uses.getOrDefault(value, List.of());
  }

  /** Whether a loop's or branch's result is ever read; if not, no variable gets it. */
  boolean isRead(Value result) {
    return counts.count(result) > 0;
  }

  private int next() {
    return position++;
  }

  private void walk(Block block, Region region) {
    for (Operation operation : block.operations()) {
      if (!inlining.isStatement(operation)) {
        continue;
      }
      if (operation instanceof Loop loop) {
        loop(loop, region);
      } else if (operation instanceof Branch branch && !inlining.isConditional(branch)) {
        branch(branch, region);
      } else {
        Site site = new Site(region, next(), operation);
        inlining.leaves(operation, leaf -> read(leaf, site));
        operation.results().forEach(result -> definitions.put(result, site));
      }
    }
  }

  private void branch(Branch branch, Region region) {
    Site test = new Site(region, next(), branch);
    read(branch.operands(), test);
    for (Block block : branch.blocks()) {
      Region arm = region.child(Region.Kind.ARM, branch, test.position(), position);
      walk(block, arm);
      Site exit = new Site(arm, next(), null);
      for (int i = 0; i < block.yields().size(); i++) {
        if (isRead(branch.results().get(i))) {
          read(List.of(block.yields().get(i)), exit);
        }
      }
      arm.close(exit.position());
    }
    defineResults(branch, region);
  }

  private void loop(Loop loop, Region region) {
    Site entry = new Site(region, next(), loop);
    read(loop.initial(), entry);
    Region whole = region.child(Region.Kind.LOOP, loop, entry.position(), entry.position());
    Site head = new Site(whole, entry.position(), loop);
    loop.carried().forEach(carried -> definitions.put(carried, head));
    Region condition = whole.child(Region.Kind.PART, loop, entry.position(), position);
    walk(loop.condition(), condition);
    Site test = new Site(condition, next(), null);
    read(loop.condition().yields(), test);
    for (int i = 0; i < loop.results().size(); i++) {
      if (isRead(loop.results().get(i))) {
        read(List.of(loop.carried().get(i)), test);
      }
    }
    condition.close(test.position());
    Region body = whole.child(Region.Kind.PART, loop, entry.position(), position);
    walk(loop.body(), body);
    Site back = new Site(body, next(), null);
    read(loop.body().yields(), back);
    body.close(back.position());
    whole.close(back.position());
    defineResults(loop, region);
  }

  private void defineResults(Operation operation, Region region) {
    Site exit = new Site(region, next(), operation);
    for (Value result : operation.results()) {
      if (isRead(result)) {
        definitions.put(result, exit);
      }
    }
  }

  private void read(List<Value> values, Site site) {
    values.forEach(value -> inlining.leaves(value, leaf -> read(leaf, site)));
  }

  private void read(Value value, Site site) {
    uses.computeIfAbsent(value, key -> new ArrayList<>(2)).add(site);
  }
}
