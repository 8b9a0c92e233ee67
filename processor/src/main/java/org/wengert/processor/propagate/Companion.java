package org.wengert.processor.propagate;

import java.util.List;
import java.util.Optional;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * What accompanies every active scalar of a tape, as a tangent does in the forward mode. Companions
 * never change once they are made, so that several scalars may have the same one; an array has an
 * array of the companions of its elements.
 */
interface Companion {
  /** The type of the companion of a scalar. */
  Type type();

  /** How long an array is that accompanies a scalar; empty where no array does. */
  Optional<Value> length();

  /** What the names of companions end with. */
  String suffix();

  /** The companion of a scalar that depends on no input. */
  Value ofConstant(BlockBuilder builder);

  /**
   * The companion of the result of an operation.
   *
   * @param companions those of the operands, null for operands that depend on no input or through
   *     which nothing flows; at least one is there
   */
  Value of(Operation.Elementary operation, List<Value> companions, BlockBuilder builder);

  /**
   * Appends a call through which derivatives flow, which itself is appended already.
   *
   * @param companions those of the arguments, null for arguments that it is not differentiated by
   * @param results those that its results are to have, to be defined
   * @throws ProblemException where nothing is known of what flows through it
   */
  void call(
      Operation.Invoke call, List<Value> companions, List<Value> results, BlockBuilder builder)
      throws ProblemException;
}
