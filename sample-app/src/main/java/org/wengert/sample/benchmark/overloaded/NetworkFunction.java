package org.wengert.sample.benchmark.overloaded;

import org.wengert.sample.benchmark.peer.Numbers;
import org.wengert.sample.benchmark.peer.OverloadedFunction;

/**
 * The loss of a network by its weights: those of the hidden units row by row, their intercepts,
 * then those of the classes.
 */
public record NetworkFunction(int hidden, int classes, double[][] inputs, int[] labels)
    implements OverloadedFunction {

  @Override
  public <T> T[] values(Numbers<T> numbers, T[] x) {
    int width = inputs[0].length;
    int b1 = hidden * width;
    int w2 = b1 + hidden;
    int b2 = w2 + classes * hidden;
    T[] activation = numbers.array(hidden);
    T[] scores = numbers.array(classes);
    T total = numbers.constant(0);
    for (int n = 0; n < inputs.length; n++) {
      for (int i = 0; i < hidden; i++) {
        T sum = x[b1 + i];
        for (int j = 0; j < width; j++) {
          sum = numbers.add(sum, numbers.multiply(x[i * width + j], inputs[n][j]));
        }
        activation[i] = numbers.tanh(sum);
      }
      for (int k = 0; k < classes; k++) {
        T sum = x[b2 + k];
        for (int i = 0; i < hidden; i++) {
          sum = numbers.add(sum, numbers.multiply(x[w2 + k * hidden + i], activation[i]));
        }
        scores[k] = sum;
      }
      T loss = numbers.subtract(LogSumExpFunction.logSumExp(numbers, scores), scores[labels[n]]);
      total = numbers.add(total, loss);
    }
    return numbers.only(numbers.multiply(total, 1.0 / inputs.length));
  }
}
