package org.wengert.processor.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that a tape is well formed: every value is defined once, and before its uses, where they
 * can see it; types agree; regions hand out what their operation expects; nothing follows a throw.
 */
public final class Verifier {
  private final Tape tape;
  private final Set<Value> defined = new HashSet<>();
  private final Set<Value> visible = new HashSet<>();

  private Verifier(Tape tape) {
    this.tape = tape;
  }

  /**
   * Returns the tape if it is well formed.
   *
   * @throws IllegalStateException naming the operation at fault and showing the tape, if not
   */
  public static Tape verify(Tape tape) {
    new Verifier(tape).tape();
    return tape;
  }

  private void tape() {
    define(tape.parameters(), null);
    block(tape.body(), List.of(), null);
  }

  /**
   * @param carried values visible in this region alone
   * @param owner the operation that the region belongs to, null for the tape's body
   */
  private void block(Block block, List<Value> carried, Operation owner) {
    visible.addAll(carried);
    List<Value> own = new ArrayList<>(carried);
    int remaining = block.operations().size();
    for (Operation operation : block.operations()) {
      see(operation.operands(), operation);
      regions(operation);
      Optional<String> complaint = TypeCheck.complaint(operation);
      if (complaint.isPresent()) {
        throw failure(complaint.get(), operation);
      }
      define(operation.results(), operation);
      own.addAll(operation.results());
      remaining--;
      if (operation instanceof Operation.Throw && remaining > 0) {
        throw failure("operations follow a throw", operation);
      }
    }
    if (!block.completes() && !block.yields().isEmpty()) {
      throw failure("a block that throws yields values", owner);
    }
    see(block.yields(), owner);
    own.forEach(visible::remove);
  }

  private void regions(Operation operation) {
    if (operation instanceof Operation.Loop loop) {
      defineOnce(loop.carried(), loop);
      block(loop.condition(), loop.carried(), loop);
      block(loop.body(), loop.carried(), loop);
    } else {
      for (Block region : operation.blocks()) {
        block(region, List.of(), operation);
      }
    }
  }

  private void define(List<Value> values, Operation operation) {
    defineOnce(values, operation);
    visible.addAll(values);
  }

  private void defineOnce(List<Value> values, Operation operation) {
    for (Value value : values) {
      if (!defined.add(value)) {
        throw failure("%s is defined twice", operation, value);
      }
    }
  }

  private void see(List<Value> values, Operation operation) {
    for (Value value : values) {
      if (!visible.contains(value)) {
        throw failure(
            defined.contains(value) ? "%s is out of sight" : "%s is not defined before its use",
            operation,
            value);
      }
    }
  }

  private IllegalStateException failure(String reason, Operation operation, Value... values) {
    Printer printer = Printer.of(tape);
    Object[] names = Arrays.stream(values).map(printer::name).toArray();
    String place = operation == null ? tape.name() : printer.head(operation);
    return new IllegalStateException(
        String.format(reason, names) + ": " + place + "\n" + printer.text());
  }
}
