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
      "java.lang.IncompatibleClassChangeError: app.FDerivatives counts on %s for %s, but that has"
          + " been compiled since, and now has %s: compile the classes that both belong to again,"
          + " together";

  private static final String LEFT_OVER =
      "there is still a class %1$s, generated when %2$s had methods with %3$s, but it has none any"
          + " more: delete the class files of %1$s, or build anew";

  private static final String GONE =
      "java.lang.NoSuchMethodError: 'org.wengert.Dual lib.GDerivatives.gJvp(double, double, double)'";

  private Scenarios() {}

  private static String stale(String now) {
    return STALE.formatted("lib.GDerivatives", "g by parameter 0, protocol 1", now);
  }

  static Stream<Scenario> all() {
    return Stream.of(callees(), arrays(), annotations(), declarations(), others(), enums(), rules())
        .flatMap(List::stream);
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

  /** Callers know nothing of what a callee does with the arrays that it is given. */
  private static List<Scenario> arrays() {
    Source callee =
        new Source(
            """
            package lib;
            import org.wengert.*;
            public final class A {
              @Differentiable
              public static double[] r(double[] w) {
                return new double[] {w[0] * w[0], w[1]};
              }
            }
            """);
    Source caller =
        new Source(
            """
            package app;
            public final class F {
              @org.wengert.Differentiable
              public static double f(double x) {
                double[] w = {x, 3};
                double[] r = lib.A.r(w);
                r[1] *= x;
                return r[0] * w[1] + w[0];
              }
            }
            """);
    return List.of(
        Scenario.of("callee now writes into an array", caller, callee)
            .change(callee.with("return", "w[0] *= w[1]; return")),
        Scenario.of("callee now returns its argument", caller, callee)
            .change(callee.with("new double[] {w[0] * w[0], w[1]}", "w")),
        Scenario.of("callee now has a long loop", caller, callee)
            .change(
                callee.with(
                    "return",
                    "for (@Checkpointed int i = 0; i < 9; i++) { w[0] *= w[1]; } return")));
  }

  private static List<Scenario> annotations() {
    Source second = G.with("\"a\"", "\"a\", order = 2");
    Source nesting = F.with("lib.G.g(x * x, 3)", "lib.GDerivatives.gJvp(x * x, 1, 3).tangent()");
    return List.of(
        Scenario.of("body of a callee whose derivative is called", nesting, second)
            .change(second.with("a * a * b", "a * b * b * a * a")),
        Scenario.of("wrt of a callee whose derivative is called", nesting, second)
            .change(second.with("\"a\"", "\"b\""))
            .failsToLink(stale("g by parameter 1, protocol 1")),
        Scenario.of("wrt of the callee", F, G)
            .change(G.with("\"a\"", "\"b\""))
            .failsToLink(stale("g by parameter 1, protocol 1")),
        Scenario.of("wrt of the callee, more", F, G)
            .change(G.with("\"a\"", "{\"b\", \"a\"}"))
            .failsToLink(stale("g by parameters 0 and 1, protocol 1")),
        Scenario.of("wrt of the callee, caller too", F, G)
            .change(G.with("(wrt = \"a\")", ""))
            .recompile(F),
        Scenario.of("annotation of the callee deleted, another left", F, G)
            .change(G.with("@Differentiable(wrt = \"a\")", ""))
            .failsToLink(stale("nothing of that name")),
        Scenario.of("only annotation of the callee deleted", F, ONE)
            .change(ONE.with("@Differentiable(wrt = \"a\")", ""))
            .failsToCompile(LEFT_OVER.formatted("GDerivatives", "G", "@Differentiable")));
  }

  private static List<Scenario> declarations() {
    Source named = G.with("(wrt = \"a\")", "(wrt = \"a\", name = \"one\")");
    Source two =
        new Source(
            """
            package lib;
            import org.wengert.Differentiable;
            public final class G {
              @Differentiable(wrt = "a", name = "one")
              public static double g(double a, double b) { return a * a * b; }
              @Differentiable(wrt = "a", name = "two")
              public static double h(double a, double b) { return a * b * b; }
            }
            """);
    Source swapped = two.with("\"one\"", "\"\"").with("\"two\"", "\"one\"").with("\"\"", "\"two\"");
    return List.of(
        Scenario.of("callee renamed, its derivatives not", F, named)
            .change(named.with(" g(", " k("))
            .failsToLink(stale("k by parameter 0, protocol 1")),
        Scenario.of("callee renamed", F, G)
            .change(G.with(" g(", " k("))
            .failsToLink(stale("nothing of that name")),
        Scenario.of("derivatives of two callees swapped", F, two)
            .change(swapped)
            .failsToLink(stale("h by parameter 0, protocol 1")),
        Scenario.of("derivatives of two callees swapped, caller too", F, two)
            .change(swapped)
            .recompile(F),
        Scenario.of("callee is an object's", F, G)
            .change(G.with("static double g", "double g"))
            .failsToCompile(
                "g is not static: only static methods are differentiated; make it static and pass what it"
                    + " needs of the object as parameters"),
        Scenario.of("callee is private", F, G)
            .change(G.with("public static double g", "private static double g"))
            .failsToCompile(
                "g is private, so that its derivatives, which stand in a class of their own in the same"
                    + " package, could not call it: make it package-private"),
        Scenario.of("type of a constant parameter", F, G)
            .change(G.with("double b", "int b"))
            .failsToLink(GONE),
        Scenario.of("type of the result", F, G)
            .change(
                G.with(
                    "public static double g(double a, double b) { return a * a * b; }",
                    "public static float g(double a, double b) { return (float) (a * a * b); }"))
            .failsToLink(GONE),
        Scenario.of("parameters renamed", F, G)
            .change(
                G.with("\"a\"", "\"p\"")
                    .with(
                        "double a, double b) { return a * a * b",
                        "double p, double q) { return p * p * q")),
        Scenario.of("parameters exchanged", F, G)
            .change(G.with("double a, double b", "double b, double a"))
            .failsToLink(stale("g by parameter 1, protocol 1")),
        Scenario.of("an overload that would be called", F, G)
            .change(
                G.with(
                    "  @Differentiable\n",
                    "  @Differentiable(wrt = \"a\", name = \"other\")\n"
                        + "  public static double g(double a, int b) { return a; }\n"
                        + "  @Differentiable\n"))
            .isAsTheMethod());
  }

  /** What is read of other files, or called there, without derivatives. */
  private static List<Scenario> others() {
    Source k =
        new Source(
            """
            package lib;
            public class K {
              public static final double C = 3;
              public static double v = 3;
              public static final double[] A = {3};
              public static double twice(double a) { return 2 * a; }
            }
            """);
    Source sub = new Source("package lib; public class Sub extends K {}");
    Source top = new Source("package lib; public class Top { public static double v = 3; }");
    return List.of(
        Scenario.of("constant", calling("K.C"), k).change(k.with("C = 3", "C = 5")).isAsTheMethod(),
        Scenario.of("constant, caller too", calling("K.C"), k)
            .change(k.with("C = 3", "C = 5"))
            .recompile(calling("K.C")),
        Scenario.of("constant is none any more", calling("K.C"), k)
            .change(k.with("final double C = 3", "double C = 5"))
            .isAsTheMethod(),
        Scenario.of("static field", calling("K.v"), k).change(k.with("v = 3", "v = 5")),
        Scenario.of("static array", calling("K.A[0]"), k).change(k.with("{3}", "{5}")),
        Scenario.of("method without derivatives", calling("K.twice(3)"), k)
            .change(k.with("2 * a", "3 * a")),
        Scenario.of("inherited field", calling("Sub.v"), k, sub).change(k.with("v = 3", "v = 5")),
        Scenario.of("inherited field moves up", calling("Sub.v"), k, sub)
            .change(
                top,
                k.with("class K", "class K extends Top").with("public static double v = 3;", "")));
  }

  private static Source calling(String factor) {
    return new Source(
        """
        package app;
        import lib.*;
        public final class F {
          @org.wengert.Differentiable
          public static double f(double x) { return x * x * %s; }
        }
        """
            .formatted(factor));
  }

  private static List<Scenario> enums() {
    Source caller =
        new Source(
            """
            package app;
            import lib.Colour;
            public final class F {
              @org.wengert.Differentiable
              public static double f(double x) {
                switch (Colour.favourite) {
                  case RED: return Colour.favourite == Colour.RED ? x * x : 0;
                  case GREEN: return x;
                  default: return x * x * x * Colour.favourite.weight();
                }
              }
            }
            """);
    Source colour =
        new Source(
            """
            package lib;
            public enum Colour {
              RED, GREEN;
              public static Colour favourite = RED;
              public double weight() { return 3; }
            }
            """);
    return List.of(
        Scenario.of("order of an enum", caller, colour)
            .change(colour.with("RED, GREEN", "GREEN, RED")),
        Scenario.of("static field of an enum", caller, colour)
            .change(colour.with("favourite = RED", "favourite = GREEN")),
        Scenario.of("one more in an enum", caller, colour)
            .change(colour.with("RED, GREEN", "BLUE, GREEN, RED").with("= RED", "= BLUE")));
  }

  private static List<Scenario> rules() {
    Source caller =
        new Source(
            """
        package app;
        import lib.*;
        @org.wengert.UseRules(R.class)
        public final class F {
          @org.wengert.Differentiable
          public static double f(double x) { return Lib.g(x * x, 3 * x); }
        }
        """);
    Source lib =
        new Source(
            "package lib; public final class Lib { public static double g(double a, double b) { return a * a * b; } }");
    Source r =
        new Source(
            """
        package lib;
        import org.wengert.DerivativeRule;
        public final class R {
          @DerivativeRule(of = Lib.class, method = "g", parameter = 0)
          public static double one(double a, double b) { return 2 * a * b; }
          @DerivativeRule(of = Lib.class, method = "g", parameter = 1)
          public static double two(double a, double b) { return a * a; }
        }
        """);
    return List.of(
        Scenario.of("body of a rule", caller, lib, r).change(r.with("2 * a * b", "4 * a * b")),
        Scenario.of("rules exchanged", caller, lib, r)
            .change(
                r.with("parameter = 0", "parameter = 2")
                    .with("parameter = 1", "parameter = 0")
                    .with("parameter = 2", "parameter = 1"))
            .failsToLink(staleRule("the rule one for lib.Lib.g by parameter 1")),
        Scenario.of("rules exchanged, caller too", caller, lib, r)
            .change(
                r.with("parameter = 0", "parameter = 2")
                    .with("parameter = 1", "parameter = 0")
                    .with("parameter = 2", "parameter = 1"))
            .recompile(caller),
        Scenario.of("rule is gone", caller, lib, r)
            .change(r.with("double one(", "double three("))
            .failsToLink(staleRule("nothing of that name")),
        Scenario.of("annotation of a rule is gone", caller, lib, r)
            .change(r.with("@DerivativeRule(of = Lib.class, method = \"g\", parameter = 0)", ""))
            .failsToLink(staleRule("nothing of that name")),
        Scenario.of("annotations of all rules are gone", caller, lib, r)
            .change(
                r.with("@DerivativeRule(of = Lib.class, method = \"g\", parameter = 0)", "")
                    .with("@DerivativeRule(of = Lib.class, method = \"g\", parameter = 1)", ""))
            .failsToCompile(LEFT_OVER.formatted("RDerivativeRules", "R", "@DerivativeRule")));
  }

  private static String staleRule(String now) {
    return STALE.formatted("lib.R", "the rule one for lib.Lib.g by parameter 0", now);
  }
}
