package org.wengert.processor.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** A tape as lines that somebody who knows Java can read. */
final class Listing {
  private final ValueNames names;
  private final List<Line> lines = new ArrayList<>();
  private int depth;

  private Listing(ValueNames names) {
    this.names = names;
  }

  static List<Line> of(Tape tape, ValueNames names) {
    Listing listing = new Listing(names);
    String head = Expression.call(tape.name(), names.of(tape.parameters()));
    listing.line(head, Location.NONE);
    listing.block(tape.body());
    if (!tape.results().isEmpty()) {
      listing.line("return " + listing.texts(tape.results()), Location.NONE);
    }
    return List.copyOf(listing.lines);
  }

  private void block(Block block) {
    block.operations().forEach(this::operation);
  }

  private void operation(Operation operation) {
    if (operation instanceof Operation.Branch branch) {
      line("if (" + text(branch.condition()) + ")", branch);
      arm(branch.whenTrue(), branch);
      if (!branch.whenFalse().operations().isEmpty() || !branch.results().isEmpty()) {
        line("else", branch.at());
        arm(branch.whenFalse(), branch);
      }
    } else if (operation instanceof Operation.Loop loop) {
      assign(loop.carried(), loop.initial(), loop.at());
      line("repeat", loop);
      depth++;
      block(loop.condition());
      line("while (" + text(loop.condition().yields().get(0)) + ")", loop.at());
      block(loop.body());
      assign(loop.carried(), loop.body().yields(), loop.at());
      depth--;
    } else if (!(operation instanceof Operation.Constant)) {
      String results = operation.results().isEmpty() ? "" : texts(operation.results()) + " = ";
      line(results + right(operation), operation);
    }
  }

  private void arm(Block block, Operation.Branch branch) {
    depth++;
    block(block);
    if (block.completes()) {
      assign(branch.results(), block.yields(), branch.at());
    }
    depth--;
  }

  /** All at once, as regions hand values out. */
  private void assign(List<Value> targets, List<Value> values, Location at) {
    List<Value> changed = new ArrayList<>();
    List<Value> sources = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (!text(targets.get(i)).equals(text(values.get(i)))) {
        changed.add(targets.get(i));
        sources.add(values.get(i));
      }
    }
    if (!changed.isEmpty()) {
      line(texts(changed) + " ← " + texts(sources), at);
    }
  }

  private void line(String text, Operation operation) {
    Optional<Value> value =
        operation.results().size() == 1 && operation.blocks().isEmpty()
            ? Optional.of(operation.results().get(0))
            : Optional.empty();
    lines.add(new Line(depth, text, operation.at(), Optional.of(operation), value));
  }

  private void line(String text, Location at) {
    lines.add(new Line(depth, text, at, Optional.empty(), Optional.empty()));
  }

  /** What stands to the right of the equals sign. */
  private String right(Operation operation) {
    if (operation instanceof Operation.Elementary elementary) {
      return Expression.of(elementary.operator(), names.of(elementary.inputs())).text();
    } else if (operation instanceof Operation.ReadStatic read) {
      return simple(read.owner()) + "." + read.field();
    } else if (operation instanceof Operation.Load load) {
      return element(load.array(), load.index());
    } else if (operation instanceof Operation.Store store) {
      return element(store.array(), store.index()) + " = " + text(store.value());
    } else if (operation instanceof Operation.Length length) {
      return text(length.array()) + ".length";
    } else if (operation instanceof Operation.NewArray array) {
      String type = array.result().type().toString().replace("[]", "");
      String lengths =
          array.lengths().stream()
              .map(length -> "[" + text(length) + "]")
              .collect(Collectors.joining());
      int rest = array.result().type().rank() - array.lengths().size();
      return "new " + type + lengths + "[]".repeat(rest);
    } else if (operation instanceof Operation.CloneArray clone) {
      return text(clone.array()) + ".clone()";
    } else if (operation instanceof Operation.Acquire acquire) {
      return "storage for " + text(acquire.length());
    } else if (operation instanceof Operation.Reserve reserve) {
      return text(reserve.buffer()) + " grown to " + text(reserve.length());
    } else if (operation instanceof Operation.Call call) {
      return Expression.call(call.tape(), names.of(call.arguments()));
    } else if (operation instanceof Operation.Invoke invoke) {
      Callee.Target target = invoke.callee().target(invoke.form());
      return Expression.call(
          simple(target.owner()) + "." + target.name(), names.of(invoke.arguments()));
    }
    return "throw new " + simple(((Operation.Throw) operation).exception());
  }

  private String element(Value array, Value index) {
    return text(array) + "[" + text(index) + "]";
  }

  private static String simple(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }

  private String text(Value value) {
    return names.of(value).text();
  }

  private String texts(List<Value> values) {
    return values.stream().map(this::text).collect(Collectors.joining(", "));
  }
}
