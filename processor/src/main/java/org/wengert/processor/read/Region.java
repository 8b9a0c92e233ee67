package org.wengert.processor.read;

import java.util.List;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * A block under construction, with the values that variables have at its end so far. After a throw
 * nothing more is recorded.
 */
final class Region {
  private final BlockBuilder block;
  private final Environment environment;
  private final int depth;
  private BlockBuilder unreachable;

  private Region(BlockBuilder block, Environment environment, int depth) {
    this.block = block;
    this.environment = environment;
    this.depth = depth;
  }

  static Region outermost() {
    return new Region(new BlockBuilder(), Environment.empty(), 0);
  }

  /** A new block inside this one. */
  Region inner() {
    return inner(environment);
  }

  /** A new block inside this one, that starts with other values of variables. */
  Region inner(Environment start) {
    return new Region(new BlockBuilder(), start.inner(), depth + 1);
  }

  /**
   * The same block with variables of its own, for the body of a method called here. It takes about
   * twice the stack of a block to read.
   */
  Region called() {
    Region called = new Region(block, Environment.empty(), depth + 2);
    called.unreachable = unreachable;
    return called;
  }

  BlockBuilder builder() {
    return unreachable == null ? block : unreachable;
  }

  Environment environment() {
    return environment;
  }

  int depth() {
    return depth;
  }

  /** Whether the last operation throws. */
  boolean thrown() {
    return unreachable != null;
  }

  void markThrown() {
    if (unreachable == null) {
      unreachable = new BlockBuilder();
    }
  }

  /** Appends another region that always follows this one, and takes over its variables. */
  void append(Region next) {
    next.block.operations().forEach(builder()::add);
    next.environment.own().forEach(environment::set);
    if (next.thrown()) {
      markThrown();
    }
  }

  List<Operation> operations() {
    return block.operations();
  }

  /** The variable's value, brought onto the tape where it is only known so far. */
  Value materialize(Variable variable) {
    return materialize(environment.get(variable), variable.type());
  }

  /** The same for a value, or stand-in, of this type. */
  Value materialize(Value value, Type type) {
    if (value == Environment.TRUE || value == Environment.FALSE) {
      return builder().constant(value == Environment.TRUE);
    }
    return value == Environment.UNASSIGNED ? builder().zero(type) : value;
  }

  /** The finished block; it hands out these values unless it throws. */
  Block yield(List<Value> values) {
    return block.yield(thrown() ? List.of() : values);
  }
}
