package org.wengert.sample.iris;

import java.io.PrintStream;
import java.util.Locale;

/** Trains a classifier of irises and prints how it goes. */
public final class IrisReport {

  private static final int PROGRESS_INTERVAL = 500;

  private final PrintStream out;

  public IrisReport(PrintStream out) {
    this.out = out;
  }

  /** Trains and prints. */
  public void run() {
    Flowers flowers = Flowers.read().standardized();
    out.println("Softmax regression on Fisher's irises by gradient descent");
    out.println();
    Classifier classifier = Training.train(flowers, this::print);
    long right = Math.round(classifier.accuracy(flowers) * flowers.labels().length);
    out.println();
    out.println(right + " of " + flowers.labels().length + " flowers classified rightly");
  }

  private void print(int iteration, double loss, double gradientNorm, double accuracy) {
    if (iteration % PROGRESS_INTERVAL == 0) {
      out.printf(
          Locale.ROOT,
          "iteration %4d  loss %.8f  gradient %.1e  accuracy %5.1f %%%n",
          iteration,
          loss,
          gradientNorm,
          100 * accuracy);
    }
  }
}
