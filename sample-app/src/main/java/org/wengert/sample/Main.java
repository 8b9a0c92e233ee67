package org.wengert.sample;

import java.io.IOException;
import java.io.PrintStream;
import org.wengert.sample.curvature.CurvatureReport;
import org.wengert.sample.iris.IrisReport;
import org.wengert.sample.nist.FitCharts;
import org.wengert.sample.nist.NistReport;
import org.wengert.sample.pendulum.PendulumReport;
import org.wengert.sample.schools.SchoolsReport;
import org.wengert.sample.textbook.TextbookReport;

/**
 * Runs the examples: {@code nist}, {@code textbook}, {@code iris}, {@code curvature}, {@code
 * schools}, {@code pendulum}, {@code charts} (or {@code charts=directory}; else they go to {@code
 * target/charts}), and all of them without an argument.
 */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws IOException {
    Arguments arguments;
    try {
      arguments = Arguments.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    run(arguments, System.out);
  }

  /** Runs the examples asked for. */
  static void run(Arguments arguments, PrintStream out) throws IOException {
    for (Arguments.Example example : arguments.examples()) {
      switch (example) {
        case NIST -> new NistReport(out).run();
        case TEXTBOOK -> new TextbookReport(out).run();
        case IRIS -> new IrisReport(out).run();
        case CURVATURE -> new CurvatureReport(out).run();
        case SCHOOLS -> new SchoolsReport(out).run();
        case PENDULUM -> new PendulumReport(out, arguments.charts()).run();
        case CHARTS ->
            out.printf(
                "%d charts of the fits are in %s%n",
                FitCharts.write(arguments.charts()).size(), arguments.charts());
      }
      out.println();
    }
  }
}
