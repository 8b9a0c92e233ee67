package org.wengert.processor.differentiate;

import java.util.stream.Stream;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * Products in which a structural zero absorbs its factor, as Java has them: by a condition. Not
 * done before the last differentiation, since a condition on a derivative has no derivative where
 * it is zero: {@code xDot == 0 ? 0 : xDot * slope} would not depend on {@code xDot} there.
 */
public final class Absorption {
  private Absorption() {}

  /** The same tape without such products. */
  public static Tape spelledOut(Tape tape) {
    return new Tape(tape.name(), tape.parameters(), spelledOut(tape.body()));
  }

  private static Block spelledOut(Block block) {
    return new Block(
        block.operations().stream().flatMap(Absorption::spelledOut).toList(), block.yields());
  }

  private static Stream<Operation> spelledOut(Operation operation) {
    if (operation instanceof Operation.Elementary product
        && product.operator() == Arithmetic.ABSORB) {
      BlockBuilder builder = new BlockBuilder().at(product.at());
      Value factor = product.inputs().get(0);
      Value zero = builder.zero(factor.type());
      Value isZero = builder.compare(Arithmetic.EQ, factor, zero);
      Value times = builder.times(factor, product.inputs().get(1));
      builder.elementary(product.result(), Arithmetic.SELECT, isZero, zero, times);
      return builder.operations().stream();
    }
    return Stream.of(operation.withBlocks(Absorption::spelledOut));
  }
}
