package org.wengert.processor.differentiate;

import java.util.List;
import java.util.stream.Stream;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;

/** Blocks without their reads of static fields, whose values are known already. */
final class WithoutStatics {
  private WithoutStatics() {}

  static Block of(Block block) {
    List<Operation> operations = block.operations().stream().flatMap(WithoutStatics::of).toList();
    return new Block(operations, block.yields());
  }

  private static Stream<Operation> of(Operation operation) {
    if (operation instanceof Operation.ReadStatic) {
      return Stream.of();
    }
    if (operation instanceof Operation.Branch branch) {
      return Stream.of(
          new Operation.Branch(
              branch.results(),
              branch.condition(),
              of(branch.whenTrue()),
              of(branch.whenFalse()),
              branch.at()));
    }
    if (operation instanceof Operation.Loop loop) {
      return Stream.of(
          new Operation.Loop(
              loop.results(),
              loop.initial(),
              loop.carried(),
              of(loop.condition()),
              of(loop.body()),
              loop.at()));
    }
    return Stream.of(operation);
  }
}
