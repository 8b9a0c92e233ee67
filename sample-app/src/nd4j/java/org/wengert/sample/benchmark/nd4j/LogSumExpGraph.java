package org.wengert.sample.benchmark.nd4j;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** The logarithm of the sum of exponentials, which the library has as one operation. */
record LogSumExpGraph(int length) implements GraphFunction {

  @Override
  public List<long[]> parameters() {
    return List.of(new long[] {length});
  }

  @Override
  public SDVariable value(SameDiff graph, List<SDVariable> parameters) {
    return graph.math().logSumExp(parameters.get(0));
  }
}
