package org.wengert.sample.benchmark.overloaded;

import org.wengert.sample.benchmark.peer.Numbers;
import org.wengert.sample.benchmark.peer.OverloadedFunction;

/** The mean loss of the network by its weights, row by row: those of the gates, then the others. */
public record RecurrentNetworkFunction(double[][] state, double[][] sequence)
    implements OverloadedFunction {

  @Override
  public <T> T[] values(Numbers<T> numbers, T[] x) {
    int width = sequence[0].length;
    int extra = state.length * 4 * width;
    T[] now = numbers.array(state.length * width);
    for (int i = 0; i < now.length; i++) {
      now[i] = numbers.constant(state[i / width][i % width]);
    }
    T total = numbers.constant(0);
    for (int t = 0; t + 1 < sequence.length; t++) {
      T[] signal = numbers.array(width);
      for (int b = 0; b < width; b++) {
        signal[b] = numbers.multiply(x[extra + b], sequence[t][b]);
      }
      for (int layer = 0; layer < state.length; layer += 2) {
        step(numbers, x, layer * 4 * width, now, layer * width, signal);
      }
      for (int b = 0; b < width; b++) {
        T weighted = numbers.multiply(signal[b], x[extra + width + b]);
        signal[b] = numbers.add(weighted, x[extra + 2 * width + b]);
      }
      T normalization = logOfSum(numbers, signal);
      for (int b = 0; b < width; b++) {
        T loss = numbers.subtract(signal[b], normalization);
        total = numbers.add(total, numbers.multiply(loss, sequence[t + 1][b]));
      }
    }
    return numbers.only(numbers.multiply(total, -1.0 / (width * (sequence.length - 1))));
  }

  /** One layer: changes its part of the state, and replaces the signal by what it puts out. */
  private static <T> void step(
      Numbers<T> numbers, T[] x, int weight, T[] now, int hidden, T[] signal) {
    int width = signal.length;
    int bias = weight + 4 * width;
    int cell = hidden + width;
    for (int b = 0; b < width; b++) {
      T last = now[hidden + b];
      T forget = sigmoid(numbers, affine(numbers, signal[b], x[weight + b], x[bias + b]));
      T in = sigmoid(numbers, affine(numbers, last, x[weight + width + b], x[bias + width + b]));
      T out =
          sigmoid(
              numbers,
              affine(numbers, signal[b], x[weight + 2 * width + b], x[bias + 2 * width + b]));
      T change =
          numbers.tanh(affine(numbers, last, x[weight + 3 * width + b], x[bias + 3 * width + b]));
      now[cell + b] =
          numbers.add(numbers.multiply(now[cell + b], forget), numbers.multiply(in, change));
      now[hidden + b] = numbers.multiply(out, numbers.tanh(now[cell + b]));
      signal[b] = now[hidden + b];
    }
  }

  private static <T> T affine(Numbers<T> numbers, T signal, T weight, T bias) {
    return numbers.add(numbers.multiply(signal, weight), bias);
  }

  private static <T> T sigmoid(Numbers<T> numbers, T x) {
    T odds = numbers.add(numbers.exp(numbers.multiply(x, -1)), 1);
    return numbers.divide(numbers.constant(1), odds);
  }

  private static <T> T logOfSum(Numbers<T> numbers, T[] x) {
    T sum = numbers.constant(2);
    for (T element : x) {
      sum = numbers.add(sum, numbers.exp(element));
    }
    return numbers.log(sum);
  }
}
