package org.wengert.sample.schools;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.wengert.sample.TextTable;

/** Samples the posterior of the eight schools and compares its means with the published ones. */
public final class SchoolsReport {

  private final PrintStream out;

  public SchoolsReport(PrintStream out) {
    this.out = out;
  }

  /** Samples and prints. */
  public void run() {
    Posterior posterior = Posterior.sample();
    out.println(
        "Eight schools by Hamiltonian Monte Carlo: posterior means and their standard errors");
    out.println();
    TextTable table =
        new TextTable(
            1,
            "quantity",
            "mean",
            "error",
            "effective draws",
            "R-hat",
            "published",
            "error",
            "difference / error");
    List<Estimate> estimates = posterior.estimates();
    for (int i = 0; i < estimates.size(); i++) {
      String name = EightSchools.NAMES.get(i);
      Estimate estimate = estimates.get(i);
      Published published = Published.ALL.get(name);
      table.add(
          name,
          format("%.3f", estimate.mean()),
          format("%.3f", estimate.standardError()),
          format("%.0f", estimate.effectiveSize()),
          format("%.4f", estimate.shrinkage()),
          format("%.3f", published.mean()),
          format("%.3f", published.standardError()),
          format("%.1f", published.errorsTo(estimate)));
    }
    out.println(table);
    out.printf(
        Locale.ROOT,
        """
        %d chains of %d draws, %.1f %% of the proposals accepted; published: posteriordb's
        eight_schools-eight_schools_noncentered; the last column is over the error of the difference.
        """,
        posterior.chains().size(),
        posterior.chains().get(0).draws().length,
        100 * posterior.acceptance());
  }

  private static String format(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}
