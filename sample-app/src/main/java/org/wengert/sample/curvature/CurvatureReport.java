package org.wengert.sample.curvature;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;
import org.wengert.sample.TextTable;

/** Minimises well-known functions by their second derivatives and prints how. */
public final class CurvatureReport {

  private final PrintStream out;

  public CurvatureReport(PrintStream out) {
    this.out = out;
  }

  /** Minimises and prints. */
  public void run() {
    out.println("Minima by second derivatives");
    out.println();
    Map<String, Minimizer> methods = new LinkedHashMap<>();
    methods.put("Newton", new Newton());
    methods.put("trust region", new TrustRegion());
    TextTable table =
        new TextTable(
            2,
            "function",
            "method",
            "n",
            "iterations",
            "Hessians",
            "products",
            "value",
            "gradient",
            "distance");
    for (Problem problem : Problem.all()) {
      methods.forEach((name, method) -> add(table, problem, name, method));
    }
    out.println(table);
    out.printf(
        Locale.ROOT,
        """
        Newton: with the whole Hessian and Hipparchus's Cholesky decomposition; trust region: with
        products of the Hessian and vectors. Both end where the norm of the gradient is %.0e or less;
        distance: from the known minimum. At that of Powell's function the Hessian is singular.
        """,
        Minimizer.TOLERANCE);
  }

  private static void add(TextTable table, Problem problem, String name, Minimizer method) {
    Counted function = new Counted(problem.function());
    Minimizer.Result result =
        method.minimize(function, new ArrayRealVector(problem.start(), false));
    RealVector x = result.point();
    table.add(
        problem.name(),
        name,
        String.valueOf(problem.start().length),
        String.valueOf(result.iterations()),
        String.valueOf(function.hessians()),
        String.valueOf(function.products()),
        scientific(function.value(x)),
        scientific(function.gradient(x).getNorm()),
        scientific(x.getDistance(new ArrayRealVector(problem.minimum(), false))));
  }

  private static String scientific(double number) {
    return String.format(Locale.ROOT, "%.1e", number);
  }
}
