package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Derivatives that a method calls of methods of other files, in this build or an earlier one. */
final class NestedElsewhereTest {
  private static final String START = "package p;\nimport org.wengert.Differentiable;\n";

  private static final String LIBRARY =
      """
      class Library {
        @Differentiable(order = 2)
        static double energy(double[] q, double[][] m, double k, int n) {
          double s = 0;
          for (int i = 0; i < n; i++) {
            s += Math.sin(q[i]) * m[i][0] * k;
            for (int j = 0; j < n; j++) s += q[i] * m[i][j] * q[j] * q[j];
          }
          return s;
        }

        @Differentiable(order = 2, wrt = {"t", "x"}, name = "parts")
        static double[] vector(double scale, double[] x, double t) {
          return new double[] {x[0] * x[0] * t * scale, Math.exp(x[1] * t) * x[0]};
        }

        @Differentiable(order = 3)
        static double potential(double[] q, double k) {
          double s = 0;
          for (double x : q) s += Math.sin(x * k) * x;
          return s * s;
        }

        @Differentiable(order = 4)
        static double quartic(double x, double y) {
          return x * x * x * y + Math.cos(x * y) * x;
        }

        @Differentiable(order = 2, wrt = "y")
        static double partly(double x, double y) {
          return x * y * y + 2 * y;
        }
      }
      """;

  private static final String CALLER =
      """
      class Caller {
        @Differentiable
        static double gradient(double[] x, double t) {
          double[][] m = {{t, x[1]}, {x[0], t * t}};
          LibraryDerivatives.EnergyGradient g = LibraryDerivatives.energyGradient(x, m, t, 2);
          return g.k() + g.q()[0] * g.q()[1] + g.m()[1][0] * t + g.value();
        }

        @Differentiable
        static double vjp(double[] x, double t) {
          double[] bar = {t, 0};
          LibraryDerivatives.PotentialVjp vjp = LibraryDerivatives.potentialVjp(x, bar, t * t, x[0]);
          return bar[0] * bar[1] + vjp.k();
        }

        @Differentiable
        static double jacobian(double[] x, double t) {
          double[][] rows = LibraryDerivatives.partsJacobian(3, x, t);
          return rows[0][0] * rows[1][2] + rows[1][1] * t;
        }

        @Differentiable
        static double jvp(double[] x, double t) {
          return LibraryDerivatives.partsJvp(2, x, new double[] {t, x[0]}, t, 1).tangent()[1];
        }

        @Differentiable
        static double hvp(double[] x, double t) {
          LibraryDerivatives.PotentialHvp hvp =
              LibraryDerivatives.potentialHvp(x, new double[] {t, x[0]}, t, x[1]);
          return hvp.q()[0] * hvp.q()[1] + hvp.k() * hvp.value();
        }

        @Differentiable
        static double hessian(double[] x, double t) {
          double[][] h = LibraryDerivatives.potentialHessian(x, t);
          return h[0][1] * h[1][2] + h[2][2];
        }

        /** {@code y^2 + 2} by {@code y} at {@code t}, whatever is done to the first. */
        @Differentiable
        static double subset(double[] x, double t) {
          return LibraryDerivatives.partlyGradient(3, t).y() * x[0];
        }

        /** The method itself is differentiated below a derivative. */
        @Differentiable(order = 2)
        static double lagrangian(double[] x, double t) {
          return Library.potential(x, t) * t - Library.quartic(x[0], t);
        }

        @Differentiable
        static double ofCaller(double[] x, double t) {
          double[][] h = CallerDerivatives.lagrangianHessian(x, t);
          return h[0][1] * h[1][2] + CallerDerivatives.lagrangianGradient(x, t).t();
        }

        /** Twice, in each pair of modes. */
        @Differentiable
        static double slope(double[] x, double t) {
          return LibraryDerivatives.quarticGradient(x[0] * t, x[1]).x();
        }

        @Differentiable
        static double slopeForward(double[] x, double t) {
          return LibraryDerivatives.quarticJvp(x[0] * t, 1, x[1], 0).tangent();
        }

        @Differentiable
        static double twice(double[] x, double t) {
          return CallerDerivatives.slopeGradient(x, t).t()
              + CallerDerivatives.slopeJvp(x, x, t, x[0]).tangent()
              + CallerDerivatives.slopeForwardGradient(x, t).x()[0]
              + CallerDerivatives.slopeForwardJvp(x, x, t, t).tangent();
        }
      }
      """;

  @TempDir Path directory;

  /** In one file, of whose methods everything is known, in two, and one after the other. */
  @Test
  void itDoesNotMatterWhereTheyStand() throws Exception {
    Path together = directory.resolve("together");
    new Compiler().compile(together, START + CALLER + LIBRARY);
    Map<String, double[]> expected = derivatives(Compiler.loader(together));
    assertThat(expected).hasSize(12);

    Path apart = directory.resolve("apart");
    new Compiler().compile(apart, START + CALLER, START + LIBRARY);
    check(derivatives(Compiler.loader(apart)), expected);

    Path before = directory.resolve("before");
    Path after = directory.resolve("after");
    new Compiler().compile(before, START + LIBRARY);
    new Compiler().against(before).compile(after, START + CALLER);
    check(derivatives(Compiler.loader(after, before)), expected);

    assertThat(Files.readString(after.resolve("p/CallerDerivatives.java")))
        .isEqualTo(Files.readString(apart.resolve("p/CallerDerivatives.java")));
  }

  private static void check(Map<String, double[]> actual, Map<String, double[]> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (method, numbers) -> {
          for (int i = 0; i < numbers.length; i++) {
            assertWithMessage("%s, %s", method, i)
                .that(actual.get(method)[i])
                .isWithin(1e-12 * (1 + Math.abs(numbers[i])))
                .of(numbers[i]);
          }
        });
  }

  /** Of each method of the caller the value, the gradient and a derivative in a direction. */
  private static Map<String, double[]> derivatives(ClassLoader loader) throws Exception {
    Class<?> sibling = loader.loadClass("p.CallerDerivatives");
    Map<String, double[]> all = new TreeMap<>();
    for (Method method : loader.loadClass("p.Caller").getDeclaredMethods()) {
      String name = method.getName();
      Method gradient = method(sibling, name + "Gradient");
      Method jvp = method(sibling, name + "Jvp");
      double[] x = {0.7, -0.4};
      double[] xDot = {0.3, 0.9};
      List<Double> numbers = new ArrayList<>();
      Object result = gradient.invoke(null, x, 1.3);
      double value = (double) component(result, "value");
      double[] byX = (double[]) component(result, "x");
      double byT = (double) component(result, "t");
      numbers.addAll(List.of(value, byX[0], byX[1], byT));
      double tangent = (double) component(jvp.invoke(null, x, xDot, 1.3, -0.8), "tangent");
      double slope = 0.3 * byX[0] + 0.9 * byX[1] - 0.8 * byT;
      assertWithMessage(name).that(tangent).isWithin(1e-12 * (1 + Math.abs(slope))).of(slope);
      all.put(name, numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }
    return all;
  }

  private static Method method(Class<?> owner, String name) {
    for (Method method : owner.getDeclaredMethods()) {
      if (method.getName().equals(name)) {
        method.setAccessible(true);
        return method;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static Object component(Object record, String name) throws Exception {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (component.getName().equals(name)) {
        component.getAccessor().setAccessible(true);
        return component.getAccessor().invoke(record);
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static final String OTHER =
      """
      package p;
      import org.wengert.Differentiable;
      public class Other {
        @Differentiable(order = 2)
        public static double g(double x, double t) { return Math.sin(x * t) * x; }
        @Differentiable(order = 2, wrt = "x")
        public static double partly(double x, double t) { return Math.sin(x * t) * x; }
        @Differentiable public static double once(double x) { return x * x; }
        @Differentiable(order = 3)
        public static double third(double x) { return x * x * x * x; }
        @Differentiable(order = 2)
        public static double writes(double[] x) { x[0] *= x[0]; return x[0] * 2; }
        @Differentiable(order = 2) public static double[] returns(double[] x) { return x; }
      }
      """;

  private static String caller(int order, String expression) {
    return """
    package p;
    import org.wengert.Differentiable;
    public class Caller {
      @Differentiable static double calls(double x) { return Other.g(x, x); }
      @Differentiable static double lends(double[] x) { return Other.writes(x); }
      @Differentiable(order = %s) static double f(double x) {
        return %s;
      }
    }
    """
        .formatted(order, expression);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OtherDerivatives.onceGradient(x).x() | the derivatives of Other.once, a method of another"
            + " file, are differentiated here: write order = 2 on it",
        "OtherDerivatives.partlyGradient(1, x).x() | Other.partly is not differentiated with respect to"
            + " its parameter 2, which is given a value that depends on an active parameter here: add"
            + " that parameter to wrt of Other.partly",
        "OtherDerivatives.gGradient(x, x).x() | a derivative of a method of another file is called here,"
            + " and has no further derivatives of the order that is needed: write a higher order on"
            + " that method",
        "OtherDerivatives.thirdHvp(x, 1).x() | a derivative of a method of another file is called here,"
            + " and has no further derivatives of the order that is needed: write a higher order on"
            + " that method",
        "OtherDerivatives.gHvp(x, 1, x, 0).x() | g has derivatives up to order 2 only, and those of"
            + " order 3 are needed here: write order = 3 on it, too",
        "CallerDerivatives.callsGradient(x).x() | g has derivatives up to order 2 only, and those of"
            + " order 3 are needed here: write order = 3 on it, too"
      })
  void ordersThatAreNotThere(String expression, String expected) {
    Path before = directory.resolve("before");
    new Compiler().compile(before, OTHER);

    for (List<String> errors :
        List.of(
            new Compiler().errors(directory, OTHER, caller(2, expression)),
            new Compiler().against(before).errors(directory, caller(2, expression)))) {
      assertThat(errors).hasSize(1);
      assertThat(errors.get(0)).endsWith(": " + expected);
    }
  }

  /** What the body alone tells is found by the compiler, where both are compiled together. */
  @ParameterizedTest
  @CsvSource({
    "OtherDerivatives.writesGradient(new double[] {x}).x()[0], writes",
    "OtherDerivatives.returnsJacobian(new double[] {x})[0][0], returns",
    "CallerDerivatives.lendsGradient(new double[] {x}).x()[0], writes"
  })
  void methodsThatDoNotLeaveTheirArraysAlone(String expression, String method) {
    List<String> together = new Compiler().errors(directory, OTHER, caller(1, expression));
    assertThat(together).hasSize(1);
    assertThat(together.get(0)).contains(method + "OnlyReads()");

    Path before = directory.resolve("before");
    new Compiler().compile(before, OTHER);
    List<String> later = new Compiler().against(before).errors(directory, caller(1, expression));
    assertThat(later).hasSize(1);
    assertThat(later.get(0))
        .endsWith(
            ": the derivatives of Other."
                + method
                + ", a method of another file, are differentiated here, and it may write into an array"
                + " that it is given, hand it to a method that may, or return it: let it work on a"
                + " copy");
  }

  /** Results are known by the names of parameters. */
  @Test
  void parametersThatHaveExchangedTheirNames() throws Exception {
    Path before = directory.resolve("before");
    Path after = directory.resolve("after");
    String method = START + "public class Other { @Differentiable(order = 2) public static %s }";
    new Compiler().compile(before, method.formatted("double g(double x, double t) { return x; }"));
    new Compiler()
        .against(before)
        .compile(
            after,
            START
                + "public class Caller { @Differentiable static double f(double a) {"
                + " return OtherDerivatives.gGradient(a, 5).x(); } }");
    new Compiler().compile(before, method.formatted("double g(double t, double x) { return t; }"));

    Class<?> sibling = Class.forName("p.CallerDerivatives", false, Compiler.loader(after, before));
    IncompatibleClassChangeError error =
        assertThrows(
            IncompatibleClassChangeError.class,
            () -> method(sibling, "fGradient").invoke(null, 2.0));
    assertThat(error)
        .hasMessageThat()
        .contains(
            "for x and t in the results of g, but that has been compiled since, and now has t and x in");
  }

  /** A caller that has not been compiled since is not run. */
  @Test
  void methodsThatHaveBegunToWrite() throws Exception {
    Path before = directory.resolve("before");
    Path after = directory.resolve("after");
    String method =
        """
        package p;
        import org.wengert.Differentiable;
        public class Other {
          @Differentiable(order = 2)
          public static double g(double[] x) { %s return x[0] * x[0]; }
        }
        """;
    String caller =
        """
        package p;
        import org.wengert.Differentiable;
        public class Caller {
          @Differentiable static double f(double x) {
            return OtherDerivatives.gJvp(new double[] {x}, new double[] {1}).tangent();
          }
        }
        """;
    new Compiler().compile(before, method.formatted(""));
    new Compiler().against(before).compile(after, caller);
    new Compiler().compile(before, method.formatted("x[0] += 0;"));

    Class<?> sibling = Class.forName("p.CallerDerivatives", false, Compiler.loader(after, before));
    NoSuchMethodError error =
        assertThrows(NoSuchMethodError.class, () -> method(sibling, "fGradient").invoke(null, 2.0));
    assertThat(error).hasMessageThat().contains("gOnlyReads()");
  }
}
