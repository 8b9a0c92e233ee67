package org.wengert.sample.pendulum;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.wengert.sample.TextTable;

/** Lets a double pendulum swing by its Lagrangian alone, and prints and draws its energy. */
public final class PendulumReport {

  static final DoublePendulum PENDULUM = new DoublePendulum(1, 1, 1, 1);

  /** Both rods level, at rest. */
  static final double[] START = {Math.PI / 2, Math.PI / 2, 0, 0};

  private static final double SECONDS = 20;

  /** A binary fraction, so that multiples are exact. */
  private static final double SPACING = 1.0 / 128;

  private static final double[] TOLERANCES = {1e-6, 1e-9, 1e-12};

  private final PrintStream out;
  private final Path charts;

  /**
   * @param charts the directory that {@code pendulum.png} goes to
   */
  public PendulumReport(PrintStream out, Path charts) {
    this.out = out;
    this.charts = charts;
  }

  /** Integrates, prints and draws. */
  public void run() throws IOException {
    EulerLagrange system = PENDULUM.system();
    Map<String, Motion> motions = new LinkedHashMap<>();
    Motion finest = null;
    for (double tolerance : TOLERANCES) {
      finest = Motion.of(system, START, SECONDS, SPACING, tolerance);
      motions.put(String.format(Locale.ROOT, "%.0e", tolerance), finest);
    }
    out.printf(
        Locale.ROOT,
        "The double pendulum from its Lagrangian alone: %.0f seconds from level rods%n%n",
        SECONDS);
    out.println(energies(system, motions));
    out.println(frequencies(system));
    Path file = charts.resolve("pendulum.png");
    new PendulumCharts(PENDULUM, motions).write(file, finest);
    out.println("energy and path are drawn in " + file);
  }

  private static TextTable energies(EulerLagrange system, Map<String, Motion> motions) {
    TextTable table = new TextTable(0, "tolerance", "evaluations", "largest error of energy");
    motions.forEach(
        (tolerance, motion) ->
            table.add(
                tolerance,
                String.valueOf(motion.evaluations()),
                String.format(
                    Locale.ROOT, "%.1e J", Collections.max(motion.energyErrors(system)))));
    return table;
  }

  private static TextTable frequencies(EulerLagrange system) {
    double[] computed = NormalModes.frequencies(system, new double[4]);
    double[] textbook = PENDULUM.textbookFrequencies();
    TextTable table =
        new TextTable(1, "small oscillations", "from the Hessian", "Landau and Lifshitz");
    String[] names = {"in step", "in opposition"};
    for (int i = 0; i < names.length; i++) {
      table.add(names[i], frequency(computed[i]), frequency(textbook[i]));
    }
    return table;
  }

  private static String frequency(double angular) {
    return String.format(Locale.ROOT, "%.12f rad/s", angular);
  }
}
