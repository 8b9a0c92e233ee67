package org.wengert.processor.incremental;

import java.util.List;
import java.util.stream.Stream;

/** What may change between two builds, and what comes of it. */
final class Scenarios {
  private static final Source G =
      new Source(
          """
          package lib;
          import org.wengert.Differentiable;
          public final class G {
            @Differentiable(wrt = "a")
            public static double g(double a, double b) { return a * a * b; }
            @Differentiable
            public static double h(double a) { return a * a * a; }
          }
          """);

  /** With one annotated method only. */
  private static final Source ONE =
      G.with("  @Differentiable\n  public static double h", "  public static double h");

  private static final Source F =
      new Source(
          """
          package app;
          public final class F {
            @org.wengert.Differentiable
            public static double f(double x) { return lib.G.g(x * x, 3); }
          }
          """);

  private static final String STALE =
      "java.lang.IncompatibleClassChangeError: app.FDerivatives calls derivatives of g by parameter"
          + " 0, protocol 1, but lib.GDerivatives has been compiled since, and now has %s: compile"
          + " the classes that they belong to again, together";

  private static final String LEFT_OVER =
      "there is still a class GDerivatives, with derivatives of methods that G once had, but G has"
          + " no method with @Differentiable any more: delete its class files, or build anew";

  private Scenarios() {}

  static Stream<Scenario> all() {
    return Stream.of(callees(), annotations(), declarations()).flatMap(List::stream);
  }

  private static List<Scenario> callees() {
    return List.of(
        Scenario.of("nothing changes, caller again", F, G).recompile(F),
        Scenario.of("nothing changes, callee again", F, G).recompile(G),
        Scenario.of("body of the callee", F, G).change(G.with("a * a * b", "a * b * b")),
        Scenario.of("body of the callee, a loop", F, G)
            .change(
                G.with(
                    "return a * a * b;",
                    "double s = 1; for (int i = 0; i < 3; i++) { s *= a + i; } return s;")));
  }

  private static List<Scenario> annotations() {
    return List.of(
        Scenario.of("wrt of the callee", F, G)
            .change(G.with("\"a\"", "\"b\""))
            .failsToLink(STALE.formatted("those of g by parameter 1, protocol 1")),
        Scenario.of("wrt of the callee, more", F, G)
            .change(G.with("\"a\"", "{\"b\", \"a\"}"))
            .failsToLink(STALE.formatted("those of g by parameters 0 and 1, protocol 1")),
        Scenario.of("wrt of the callee, caller too", F, G)
            .change(G.with("(wrt = \"a\")", ""))
            .recompile(F),
        Scenario.of("annotation of the callee deleted, another left", F, G)
            .change(G.with("@Differentiable(wrt = \"a\")", ""))
            .failsToLink(STALE.formatted("none of that name")),
        Scenario.of("only annotation of the callee deleted", F, ONE)
            .change(ONE.with("@Differentiable(wrt = \"a\")", ""))
            .failsToCompile(LEFT_OVER));
  }

  private static List<Scenario> declarations() {
    return List.of();
  }
}
