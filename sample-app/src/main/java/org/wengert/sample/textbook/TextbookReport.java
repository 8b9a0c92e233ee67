package org.wengert.sample.textbook;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.wengert.sample.TextTable;

/**
 * Prints the textbook's three tables for each example: the primal trace, the tangent trace (v' is
 * the tangent of v) and, from the last line up, the adjoint trace (v_ is the adjoint of v).
 */
public final class TextbookReport {

  private final PrintStream out;

  public TextbookReport(PrintStream out) {
    this.out = out;
  }

  /** Prints all examples. */
  public void run() {
    out.println("Worked examples: the traces of two functions; v' is v's tangent, v_ its adjoint");
    out.println();
    for (Example example : List.of(Example.PRODUCT_PLUS_SINE, Example.LOGARITHM_PRODUCT_SINE)) {
      for (double[] x : example.points()) {
        print(example, x);
      }
    }
  }

  private void print(Example example, double[] x) {
    Trace trace = example.at(x);
    out.printf("y = %s at (%s, %s)%n%n", example.formula(), x[0], x[1]);
    out.println(primal(example, trace));
    out.println(tangent(example, trace));
    out.println(adjoint(example, trace));
    double[] gradient = new double[x.length];
    double y = example.function().gradient(x, gradient);
    out.printf(
        "gradient of the function in one piece: y = %s, (%s, %s)%n%n",
        number(y), number(gradient[0]), number(gradient[1]));
  }

  private static TextTable primal(Example example, Trace trace) {
    TextTable table = new TextTable(2, "primal", "", "value");
    for (int k = 0; k < example.steps().size(); k++) {
      Step step = example.steps().get(k);
      table.add(step.name(), "= " + step.primal(), number(trace.primal()[k]));
    }
    return table;
  }

  private static TextTable tangent(Example example, Trace trace) {
    TextTable table = new TextTable(2, "tangent", "", "x1' = 1", "x2' = 1");
    for (int k = 0; k < example.steps().size(); k++) {
      Step step = example.steps().get(k);
      table.add(
          step.name() + "'",
          "= " + step.tangent(),
          number(trace.tangents()[0][k]),
          number(trace.tangents()[1][k]));
    }
    return table;
  }

  private static TextTable adjoint(Example example, Trace trace) {
    TextTable table = new TextTable(2, "adjoint", "", "y_ = 1");
    for (int k = example.steps().size() - 1; k >= 0; k--) {
      Step step = example.steps().get(k);
      table.add(step.name() + "_", "= " + step.adjoint(), number(trace.adjoints()[k]));
    }
    return table;
  }

  private static String number(double value) {
    // Adding zero turns a negative zero, which would only puzzle here, into zero.
    return String.format(Locale.ROOT, "%.6f", value + 0.0);
  }
}
