package org.wengert.sample.nist;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wengert.sample.TextTable;

/** The main job: fits every data set from both starts and prints how well it went. */
public final class NistReport {

  private final PrintStream out;
  private final JacobianTimer timer;

  public NistReport(PrintStream out) {
    this(out, new JacobianTimer(40, 20));
  }

  NistReport(PrintStream out, JacobianTimer timer) {
    this.out = out;
    this.timer = timer;
  }

  /** Fits, times and prints. */
  public void run() {
    out.println("Nonlinear least squares on the NIST Statistical Reference Datasets");
    out.println();
    List<Comparison> comparisons = new ArrayList<>();
    for (Problem problem : Problem.all()) {
      for (int start = 0; start < problem.data().starts().size(); start++) {
        comparisons.add(Comparison.of(problem, start));
      }
    }
    out.println(table(comparisons));
    out.println(
        """
        Iterations (evaluations) of Hipparchus's Levenberg-Marquardt; digits: of its worst parameter,
        11 are certified; +GN: after ten more Gauss-Newton steps with the same Jacobian.
        FD: forward differences, step sqrt(2^-52)*|b|. Times: one Jacobian at the certified
        parameters, and one by Hipparchus's forward-mode Gradient; ratio: Gradient over generated.\
        """);
    for (Comparison comparison : comparisons) {
      if (comparison.needsExplanation()) {
        out.println(new Footnote(comparison).text());
      }
    }
  }

  private TextTable table(List<Comparison> comparisons) {
    TextTable table =
        new TextTable(
            2,
            "data set",
            "level",
            "start",
            "iterations",
            "with FD",
            "digits",
            "with FD",
            "+GN",
            "with FD",
            "Jacobian",
            "Gradient",
            "ratio");
    for (Comparison comparison : comparisons) {
      Dataset data = comparison.problem().data();
      String[] times = comparison.start() == 0 ? times(comparison.problem()) : blanks();
      table.add(
          data.name(),
          data.level(),
          String.valueOf(comparison.start() + 1),
          iterations(comparison.generated()),
          iterations(comparison.differences()),
          (comparison.needsExplanation() ? "*" : "") + digits(comparison.generated().digits()),
          digits(comparison.differences().digits()),
          digits(comparison.generated().polishedDigits()),
          digits(comparison.differences().polishedDigits()),
          times[0],
          times[1],
          times[2]);
    }
    return table;
  }

  private String[] times(Problem problem) {
    double[] b = problem.data().certified();
    double generated = timer.microseconds(problem.model()::jacobian, b);
    double gradient =
        timer.microseconds(new GradientJacobian(problem.peer(), problem.data().x()), b);
    return new String[] {
      String.format(Locale.ROOT, "%.2f us", generated),
      String.format(Locale.ROOT, "%.2f us", gradient),
      String.format(Locale.ROOT, "%.1f", gradient / generated)
    };
  }

  private static String[] blanks() {
    return new String[] {"", "", ""};
  }

  private static String iterations(Comparison.Result result) {
    return result.fit().iterations() + " (" + result.fit().evaluations() + ")";
  }

  private static String digits(double digits) {
    // Rounded down, so that a digit shown is a digit had.
    return String.format(Locale.ROOT, "%.1f", Math.floor(digits * 10) / 10);
  }
}
