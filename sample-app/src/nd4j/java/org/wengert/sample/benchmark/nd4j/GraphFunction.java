package org.wengert.sample.benchmark.nd4j;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** A problem in operations on whole arrays. */
interface GraphFunction {

  /** The shapes of the parameters, in which the inputs lie one after another. */
  List<long[]> parameters();

  /** Adds the operations to the graph and returns the value. */
  SDVariable value(SameDiff graph, List<SDVariable> parameters);
}
