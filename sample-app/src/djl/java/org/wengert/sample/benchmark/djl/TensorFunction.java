package org.wengert.sample.benchmark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/** A problem in operations on whole arrays. */
interface TensorFunction {

  /** The shapes of the parameters, in which the inputs lie one after another. */
  List<Shape> parameters();

  /**
   * Returns the value.
   *
   * @param manager owns whatever is made on the way
   */
  NDArray value(NDManager manager, NDList parameters);
}
