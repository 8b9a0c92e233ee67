package org.wengert.sample.benchmark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/** The logarithm of the sum of exponentials. */
record LogSumExpTensors(int length) implements TensorFunction {

  @Override
  public List<Shape> parameters() {
    return List.of(new Shape(length));
  }

  @Override
  public NDArray value(NDManager manager, NDList parameters) {
    return logSumExp(parameters.singletonOrThrow(), 0);
  }

  /** Of each row along the axis. */
  static NDArray logSumExp(NDArray x, int axis) {
    int[] axes = {axis};
    NDArray largest = x.max(axes, true).stopGradient();
    NDArray sum = x.sub(largest).exp().sum(axes, true);
    return sum.log().add(largest).squeeze(axis);
  }
}
