package org.wengert.sample.benchmark.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The gradient of one graph, which the first call makes. */
final class GraphGradient implements Supplier<double[]> {

  private final GraphFunction function;
  private final double[] x;
  private final List<SDVariable> parameters = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private SameDiff graph;

  GraphGradient(GraphFunction function, double[] x) {
    this.function = function;
    this.x = x;
  }

  @Override
  public double[] get() {
    if (graph == null) {
      makeGraph();
    }
    int next = 0;
    for (int i = 0; i < names.size(); i++) {
      long[] shape = function.parameters().get(i);
      int end = next + Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b));
      parameters
          .get(i)
          .setArray(Nd4j.createFromArray(Arrays.copyOfRange(x, next, end)).reshape(shape));
      next = end;
    }
    Map<String, INDArray> gradients = graph.calculateGradients(Map.of(), names);
    return names.stream()
        .flatMapToDouble(
            name -> Arrays.stream(Nd4j.toFlattened('c', gradients.get(name)).toDoubleVector()))
        .toArray();
  }

  private void makeGraph() {
    graph = SameDiff.create();
    for (long[] shape : function.parameters()) {
      String name = "parameter" + names.size();
      parameters.add(graph.var(name, DataType.DOUBLE, shape));
      names.add(name);
    }
    function.value(graph, parameters).markAsLoss();
  }
}
