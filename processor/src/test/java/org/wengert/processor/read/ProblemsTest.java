package org.wengert.processor.read;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

/** What has a place on no tape because of what its names mean. */
class ProblemsTest {
  private static String unsupportedType(String type) {
    return "values of type "
        + type
        + " are not supported: a derivative computes with the primitive types and enums, and arrays"
        + " of these";
  }

  private static String boxedType(String type, String primitive) {
    return "values of type "
        + type
        + " are not supported, because a derivative computes with numbers, not with objects that"
        + " hold them: declare it as "
        + primitive;
  }

  @Test
  void assignedFields() {
    String message =
        "the field %s is assigned here: a derivative only follows locals, parameters and array"
            + " elements; return the value or write it to an array parameter instead";
    Rejection.of(
            """
            static double last;
            static double f(double x) { «last» = x; return x; }
            """)
        .says(message.formatted("last"));
    Rejection.of(
            """
            static double last;
            static double f(double x) { «Subject.last» += x; return x; }
            """)
        .says(message.formatted("Subject.last"));
    Rejection.of(
            """
            static int calls;
            static double f(double x) { «calls»++; return x; }
            """)
        .says(message.formatted("calls"));
    Rejection.of(
            """
            double last;
            static double f(Subject s, double x) { return «s.last» = x; }
            """)
        .says(message.formatted("s.last"));
  }

  @Test
  void fields() {
    Rejection.of("double c; static double f(Subject s) { return «s.c»; }")
        .says(
            "c is a field of an object, which a derivative does not follow: pass its value as a"
                + " parameter");
    String hidden =
        "%s is not visible to the generated class, which reads it too: drop 'private' where its"
            + " class or its record is declared, or pass its value as a parameter";
    Rejection.of(
            """
            private static class Inner { static final double ROOT = Math.sqrt(2); }
            static double f(double x) { return «Inner.ROOT» * x; }
            """)
        .says(hidden.formatted("ROOT"));
    Rejection.of("static final Double C = 2.0; static double f(double x) { return «C» * x; }")
        .says(boxedType("java.lang.Double", "double"));
  }

  @Test
  void types() {
    Rejection.of("static double f(double x) { «Double» d = x; return d; }")
        .says(boxedType("java.lang.Double", "double"));
    Rejection.of("static double f(String s) { «s» = null; return 2; }")
        .says(unsupportedType("java.lang.String"));
    Rejection.of("static double f(java.util.List<Double> l) { return «l» == null ? 1 : 2; }")
        .says(unsupportedType("java.util.List<java.lang.Double>"));
    Rejection.of("static String f(double x) { return «\"a\" + x»; }")
        .says(unsupportedType("java.lang.String"));
    Rejection.of(
            "static double f(Double[] a) { double s = 0; for (double x : «a») s += x; return s; }")
        .says(unsupportedType("java.lang.Double[]"));
    Rejection.of("static double f(double x) { return «null == null» ? x : 2; }")
        .says(
            "the operator == cannot be differentiated with operands of type null and null: it needs"
                + " two numbers, two booleans, or two arrays or enums that are compared");
  }

  @Test
  void calls() {
    Rejection.of("static double f(double x) { return «Math.random()» * x; }")
        .says(
            "Math.random is not one of the functions whose derivatives are known:"
                + " call it outside and pass its result as a parameter");
    Rejection.of("static double f(double x) { return «Double.valueOf(3).intValue()» * x; }")
        .says(onObject("Double.intValue"));
    Rejection.of("static double f(java.util.List<String> all) { return «all.get(0).length()»; }")
        .says(onObject("String.length"));
  }

  private static String onObject(String method) {
    return method
        + " is a method of an object, which a derivative does not follow: make it static and pass"
        + " what it needs as parameters";
  }

  @Test
  void exceptions() {
    Rejection.of(
            """
            static double f(double x) throws Exception {
              if (x < 0) throw «new java.io.IOException("x")»;
              return x;
            }
            """)
        .says(
            "IOException is a checked exception, which generated methods do not declare: throw an"
                + " unchecked one, such as IllegalArgumentException");
    Rejection.of(
            """
            private static class Hidden extends RuntimeException {}
            static double f(double x) { if (x < 0) throw «new Hidden()»; return x; }
            """)
        .says(
            "Hidden or its constructor is not visible to the generated class, which throws it too:"
                + " make it visible, or throw an exception that is");
    Rejection.of(
            """
            static class Closed extends RuntimeException { private Closed() {} }
            static double f(double x) { if (x < 0) throw «new Closed()»; return x; }
            """)
        .says(
            "Closed or its constructor is not visible to the generated class, which throws it too:"
                + " make it visible, or throw an exception that is");
    String text =
        "this cannot be part of the message of an exception,"
            + " which derivatives throw too: join string constants, numbers (no char),"
            + " booleans and parameters by +";
    Rejection.of(
            """
            static double f(double x) {
              if (x < 0) throw new IllegalStateException(«String.format("%s", x)»);
              return x;
            }
            """)
        .says(text);
    Rejection.of(
            """
            static double f(double[] a) {
              if (a[0] < 0) throw new IllegalStateException("bad " + «a» + a.length);
              return a[0];
            }
            """)
        .says(text);
    Rejection.of(
            """
            static double f(double x) {
              check(x, «null»);
              return x;
            }
            static void check(double x, String name) {
              if (x < 0) throw new IllegalStateException(name);
            }
            """)
        .says(text);
  }

  @Test
  void everyStatementIsLookedAtAndEachMistakeReportedOnce() {
    String random =
        "Math.random is not one of the functions whose derivatives are known:"
            + " call it outside and pass its result as a parameter";
    String text =
        "this cannot be part of the message of an exception,"
            + " which derivatives throw too: join string constants, numbers (no char),"
            + " booleans and parameters by +";
    Rejection.of(
            """
            static double f(double x, double[] a) {
              double r = «Math.random()», s;
              «Double» d = x;
              s = d + r;
              if (s > 2) {
                x = «Math.random()» + r;
                throw new IllegalStateException(«String.valueOf(x)»);
              }
              for (int i = 0; i < a.length; i++) {
                a[i] = «Math.random()»;
                if (r > 2) return r;
                if (a[i] > 3) continue;
                while («Math.random()» > r) x++;
                break;
              }
              return g(d) + g(s) + g(x) + g(g(«a.hashCode()»));
            }
            static double g(double x) {
              return x + d(x);
            }
            static double d(double x) {
              return x;
            }
            """)
        .says(
            random,
            boxedType("java.lang.Double", "double"),
            random,
            text,
            random,
            random,
            onObject("Object.hashCode"));
    Rejection.of(
            """
            static double f(double x) {
              double y = g(x) + 1;
              y += g(y);
              return h(y);
            }
            static double h(double x) {
              return g(x);
            }
            static double g(double x) {
              return x + «Math.random()»;
            }
            """)
        .says(random + " (in g, which is differentiated too because f calls it)");
  }

  @Test
  void unknownNames() {
    Program program =
        Program.readOnly(
            """
            static double f(double x) { return g(x); }
            static double g(double x) { return x + missing; }
            """);
    assertThat(program.problems().get("f").get(0).text())
        .isEqualTo(
            "cannot differentiate this: no variable 'missing' is known here; the compiler may say"
                + " more (in g, which is differentiated too because f calls it)");
  }

  @Test
  void unassignedVariables() {
    Program program = Program.readOnly("static double f(double x) { double y; return x + y; }");
    assertThat(program.problems().get("f").get(0).text())
        .isEqualTo(
            "the variable y might not have a value here, which the"
                + " compiler reports too: assign one where it is declared");
  }

  @Test
  void tooLarge() {
    StringBuilder helpers = new StringBuilder("static double f0(double x) { return x * x + x; }\n");
    for (int i = 1; i < 20; i++) {
      helpers.append(
          "static double f%d(double x) { return f%d(x) + f%d(x + 1); }\n"
              .formatted(i, i - 1, i - 1));
    }
    Program program =
        Program.ofFile(
            "class Subject { static double f(double x) { return Helper.f19(x); } }\n"
                + "class Helper { %s }".formatted(helpers));
    assertThat(program.problems().get("f").get(0).text())
        .startsWith(
            "the method, with all the methods of this file that it calls, has more than 500000"
                + " operations, too many for one derivative: use loops over arrays, or split it");
  }

  @Test
  void nestedTooDeeply() {
    StringBuilder body = new StringBuilder();
    StringBuilder calls = new StringBuilder();
    for (int i = 0; i < 250; i++) {
      body.append("if (x > %d) return %d;\n".formatted(i, i));
      calls.append("static double g%d(double x) { return g%d(x); }\n".formatted(i, i + 1));
    }
    String message =
        "conditions, loops, early returns and calls are nested too deeply here: split the method,"
            + " or return at its end only";
    Program returning = Program.readOnly("static double f(double x) {\n" + body + "return x;\n}\n");
    assertThat(returning.problems().get("f").get(0).text()).isEqualTo(message);
    Program calling =
        Program.readOnly(
            calls
                + "static double g250(double x) { return x; }\n"
                + "static double f(double x) { return g0(x); }\n");
    assertThat(calling.problems().get("f").get(0).text())
        .isEqualTo(message + " (in g99, which is differentiated too because g98 calls it)");
  }
}
