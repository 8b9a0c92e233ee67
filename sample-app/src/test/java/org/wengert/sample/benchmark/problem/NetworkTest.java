package org.wengert.sample.benchmark.problem;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wengert.Dual;
import org.wengert.GradientCheck;
import org.wengert.ScalarFunction;

final class NetworkTest {

  private static final int INPUTS = 7;
  private static final int HIDDEN = 5;
  private static final int CLASSES = 3;
  private static final double[][] ITEMS = Inputs.normal(4, INPUTS, 1, 5);
  private static final int[] LABELS = {2, 0, 1, 1};

  /** All weights and intercepts, or what belongs to them. */
  private record Layers(double[][] w1, double[] b1, double[][] w2, double[] b2) {

    static Layers zeros() {
      return new Layers(
          new double[HIDDEN][INPUTS],
          new double[HIDDEN],
          new double[CLASSES][HIDDEN],
          new double[CLASSES]);
    }

    static Layers unflatten(double[] flat) {
      Layers layers = zeros();
      int next = 0;
      for (double[] part : layers.parts()) {
        System.arraycopy(flat, next, part, 0, part.length);
        next += part.length;
      }
      return layers;
    }

    void flatten(double[] flat) {
      int next = 0;
      for (double[] part : parts()) {
        System.arraycopy(part, 0, flat, next, part.length);
        next += part.length;
      }
    }

    private List<double[]> parts() {
      List<double[]> parts = new ArrayList<>(List.of(w1));
      parts.add(b1);
      parts.addAll(List.of(w2));
      parts.add(b2);
      return parts;
    }
  }

  /** The loss as a function of all weights in one row. */
  private enum Loss implements ScalarFunction {
    LOSS;

    static final int SIZE = HIDDEN * INPUTS + HIDDEN + CLASSES * HIDDEN + CLASSES;

    @Override
    public double value(double[] x) {
      Layers at = Layers.unflatten(x);
      return Network.loss(at.w1, at.b1, at.w2, at.b2, ITEMS, LABELS);
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
      Layers at = Layers.unflatten(x);
      Layers bar = Layers.zeros();
      double value =
          NetworkDerivatives.lossVjp(
              at.w1, bar.w1, at.b1, bar.b1, at.w2, bar.w2, at.b2, bar.b2, ITEMS, LABELS, 1);
      bar.flatten(gradient);
      return value;
    }

    @Override
    public Dual jvp(double[] x, double[] xDot) {
      Layers at = Layers.unflatten(x);
      Layers dot = Layers.unflatten(xDot);
      return NetworkDerivatives.lossJvp(
          at.w1, dot.w1, at.b1, dot.b1, at.w2, dot.w2, at.b2, dot.b2, ITEMS, LABELS);
    }
  }

  private static double[] someWeights() {
    return Inputs.normal(1, Loss.SIZE, 0.5, 3)[0];
  }

  @Test
  void theGradientIsTextbookBackPropagation() {
    double[] x = someWeights();
    double[] expected = new double[Loss.SIZE];
    backPropagation(Layers.unflatten(x)).flatten(expected);
    assertThat(Loss.LOSS.gradient(x)).usingTolerance(1e-14).containsExactly(expected).inOrder();
  }

  @Test
  void modesAgreeWithEachOtherAndWithDifferences() {
    GradientCheck.of(Loss.LOSS).at(someWeights()).orThrow();
  }

  private static Layers backPropagation(Layers at) {
    Layers bar = Layers.zeros();
    for (int n = 0; n < ITEMS.length; n++) {
      double[] h = new double[HIDDEN];
      for (int i = 0; i < HIDDEN; i++) {
        h[i] = Math.tanh(at.b1[i] + dot(at.w1[i], ITEMS[n]));
      }
      double[] odds = new double[CLASSES];
      double sum = 0;
      for (int k = 0; k < CLASSES; k++) {
        odds[k] = Math.exp(at.b2[k] + dot(at.w2[k], h));
        sum += odds[k];
      }
      double[] hBar = new double[HIDDEN];
      for (int k = 0; k < CLASSES; k++) {
        double scoreBar = (odds[k] / sum - (k == LABELS[n] ? 1 : 0)) / ITEMS.length;
        bar.b2[k] += scoreBar;
        for (int i = 0; i < HIDDEN; i++) {
          bar.w2[k][i] += scoreBar * h[i];
          hBar[i] += scoreBar * at.w2[k][i];
        }
      }
      for (int i = 0; i < HIDDEN; i++) {
        double sumBar = hBar[i] * (1 - h[i] * h[i]);
        bar.b1[i] += sumBar;
        for (int j = 0; j < INPUTS; j++) {
          bar.w1[i][j] += sumBar * ITEMS[n][j];
        }
      }
    }
    return bar;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
