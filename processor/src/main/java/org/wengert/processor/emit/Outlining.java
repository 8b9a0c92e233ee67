package org.wengert.processor.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Constant;
import org.wengert.processor.tape.Operation.ReadStatic;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Moves pieces of blocks into tapes of their own. A part keeps the identity of the values it reads:
 * it has them as parameters, or loads them from where another part left them.
 */
final class Outlining {
  /** Well below the 255 that the class file format allows. */
  private static final int MOST_ARGUMENT_SLOTS = 120;

  private final String name;
  private final BytecodeSize sizes;
  private final int limit;
  private final Frames frames = new Frames();
  private final Map<Value, Operation> constants = new HashMap<>();
  private final List<Tape> parts = new ArrayList<>();

  /**
   * @param limit about how many bytes of bytecode a part may have
   */
  Outlining(Tape tape, BytecodeSize sizes, int limit) {
    this.name = tape.name();
    this.sizes = sizes;
    this.limit = limit;
    findConstants(tape.body());
  }

  List<Tape> parts() {
    return parts;
  }

  /** What must precede everything: the operations that make the frames. */
  List<Operation> buffers() {
    return frames.acquire();
  }

  /** Whether both sides can have it without handing it over. */
  static boolean isConstant(Operation operation) {
    return operation instanceof Constant || operation instanceof ReadStatic read && read.fixed();
  }

  private void findConstants(Block block) {
    for (Operation operation : block.operations()) {
      if (isConstant(operation)) {
        constants.put(operation.results().get(0), operation);
      }
      operation.blocks().forEach(this::findConstants);
    }
  }

  /** The block with its operations replaced by calls of parts, where there is anything to move. */
  Block outline(Block block) {
    Pieces pieces = Pieces.of(block, sizes, limit, frames);
    List<Operation> driver = new ArrayList<>();
    Set<Value> loaded = new HashSet<>();
    for (Operation operation : block.operations()) {
      List<Operation> piece = pieces.of(operation);
      if (piece == null) {
        load(FreeValues.of(List.of(operation)), pieces.crossing(), loaded, driver);
        driver.add(operation);
      } else if (piece.get(piece.size() - 1) == operation) {
        call(piece, pieces.crossing(), driver);
      }
    }
    load(block.yields(), pieces.crossing(), loaded, driver);
    return new Block(driver, block.yields());
  }

  private void load(
      Iterable<Value> values, Set<Value> inFrames, Set<Value> loaded, List<Operation> out) {
    for (Value value : values) {
      if (inFrames.contains(value) && loaded.add(value)) {
        out.addAll(frames.load(value));
      }
    }
  }

  private void call(List<Operation> piece, Set<Value> crossing, List<Operation> driver) {
    Set<Value> results = new LinkedHashSet<>();
    piece.forEach(operation -> results.addAll(operation.results()));
    Set<Value> inFrames = new HashSet<>(crossing);
    inFrames.removeAll(results);
    List<Value> arguments = new ArrayList<>();
    List<Operation> body = new ArrayList<>();
    int slots = 0;
    for (Value value : FreeValues.of(piece)) {
      if (constants.containsKey(value)) {
        body.add(constants.get(value));
      } else if (!inFrames.contains(value)) {
        slots += value.type().equals(Type.DOUBLE) || value.type().equals(Type.LONG) ? 2 : 1;
        if (slots > MOST_ARGUMENT_SLOTS && frames.canHold(value)) {
          driver.addAll(frames.store(value));
          inFrames.add(value);
        } else {
          arguments.add(value);
        }
      }
    }
    Set<Value> loaded = new HashSet<>();
    for (Operation operation : piece) {
      load(FreeValues.of(List.of(operation)), inFrames, loaded, body);
      body.add(operation);
    }
    results.retainAll(crossing);
    results.forEach(result -> body.addAll(frames.store(result)));
    for (Value value : FreeValues.of(body)) {
      if (frames.isFrame(value) && !arguments.contains(value)) {
        arguments.add(value);
      }
    }
    String part = name + "Part" + (parts.size() + 1);
    parts.add(new Tape(part, arguments, new Block(body, List.of())));
    driver.add(new Operation.Call(part, arguments, piece.get(0).at()));
  }
}
