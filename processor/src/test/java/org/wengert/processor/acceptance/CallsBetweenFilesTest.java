package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Dual;

/** Derivatives of methods whose callees were compiled before, elsewhere, or deep below them. */
final class CallsBetweenFilesTest {
  private static final String CALLEE =
      """
      package lib;
      import org.wengert.Differentiable;
      public final class Callee {
        @Differentiable(wrt = {"b", "w"})
        public static double g(double[] c, double a, double b, double[] w) {
          return c[0] * a * b * w[0] * w[0];
        }
      }
      """;

  private static final String CALLER =
      """
      package app;
      import org.wengert.Differentiable;
      public final class Caller {
        @Differentiable
        public static double f(double x, double[] w) {
          return lib.Callee.g(new double[] {5}, 2, x * x, w);
        }
      }
      """;

  @TempDir Path directory;

  /** As in a build that only compiles the caller again, or where the callee is in a jar. */
  @Test
  void calleeInAClassFileWithoutParameterNames() throws Exception {
    Path library = directory.resolve("library");
    Path application = directory.resolve("application");
    new Compiler().compile(library, CALLEE);
    new Compiler().against(library).compile(application, CALLER);
    checkCaller(Compiler.loader(application, library));
  }

  @Test
  void calleeInTheSameCompilation() throws Exception {
    new Compiler().compile(directory, CALLER, CALLEE);
    checkCaller(Compiler.loader(directory));
  }

  /** The sibling of a callee that has changed since is still the old one. */
  @Test
  void calleeWithAnOldSibling() throws Exception {
    new Compiler().compile(directory, CALLEE.replace("{\"b\", \"w\"}", "\"a\""));
    new Compiler().against(directory).compile(directory, CALLER, CALLEE);
    checkCaller(Compiler.loader(directory));
  }

  @Test
  void calleeInAnotherModule() throws Exception {
    Path library = directory.resolve("library");
    Path application = directory.resolve("application");
    String reads = "=ALL-UNNAMED";
    new Compiler()
        .with("--add-reads", "lib.module" + reads)
        .compile(library, CALLEE, "module lib.module { exports lib; }");
    new Compiler()
        .with("--module-path", library.toString(), "--add-reads", "lib.module" + reads)
        .with("--add-reads", "app.module" + reads)
        .compile(application, CALLER, "module app.module { requires lib.module; }");
    checkCaller(Compiler.loader(application, library));
  }

  private static void checkCaller(ClassLoader loader) throws Exception {
    Object gradient = call(loader, "app.CallerDerivatives", "fGradient", 3.0, new double[] {7, 11});
    assertThat(component(gradient, "value")).isEqualTo(5.0 * 2 * 9 * 49);
    assertThat(component(gradient, "x")).isEqualTo(5.0 * 2 * 6 * 49);
    assertThat(component(gradient, "w")).isEqualTo(new double[] {5.0 * 2 * 9 * 14, 0});
    Dual dual =
        (Dual)
            call(
                loader,
                "app.CallerDerivatives",
                "fJvp",
                3.0,
                1.0,
                new double[] {7, 11},
                new double[] {100, 1});
    assertThat(dual).isEqualTo(new Dual(4410, 2940 + 126000));
  }

  @Test
  void calleeThatWasCompiledWithoutTheProcessor() {
    new Compiler().withoutProcessor().compile(directory, CALLEE);
    assertThat(new Compiler().against(directory).errors(directory, CALLER))
        .containsExactly(
            "6:24: Callee.g is annotated, but its class was compiled without the annotation"
                + " processor, or by an older one, so that CalleeDerivatives lacks its derivatives:"
                + " compile it again with the processor");
  }

  /** The derivative of what is written into the result could not be found in the constant. */
  @Test
  void calleeThatReturnsAConstantOfItsOwn() throws Exception {
    new Compiler()
        .compile(
            directory,
            """
            package lib;
            public final class Choice {
              @org.wengert.Differentiable(wrt = "x")
              public static double[] of(double x, double[] c, double[][] rows, int n) {
                return n == 0 ? new double[] {1} : n == 1 ? c : rows[1];
              }
            }
            """,
            """
            package app;
            public final class Chooser {
              @org.wengert.Differentiable(wrt = "x")
              public static double read(double x, double[] c, double[][] rows, int n) {
                return lib.Choice.of(x, c, rows, n)[0] * x;
              }
              @org.wengert.Differentiable(wrt = "x")
              public static double write(double x, double[] c, double[][] rows, int n) {
                double[] chosen = lib.Choice.of(x, c, rows, n);
                chosen[0] *= x;
                return c[0] + rows[1][0];
              }
            }
            """);
    ClassLoader loader = Compiler.loader(directory);
    double[][] rows = {{2}, {3}};
    Object fine =
        call(loader, "app.ChooserDerivatives", "writeGradient", 5.0, new double[] {7}, rows, 0);
    assertThat(component(fine, "x")).isEqualTo(0.0);
    for (String derivative : List.of("writeGradient", "writeJvp")) {
      for (int n = 1; n <= 2; n++) {
        List<Object> arguments = new ArrayList<>(List.of(5.0, new double[] {7}, rows, n));
        if (derivative.equals("writeJvp")) {
          arguments.add(1, 1.0);
        }
        Exception thrown =
            assertThrows(
                InvocationTargetException.class,
                () -> call(loader, "app.ChooserDerivatives", derivative, arguments.toArray()));
        assertThat(thrown).hasCauseThat().isInstanceOf(IllegalStateException.class);
        assertThat(thrown)
            .hasCauseThat()
            .hasMessageThat()
            .isEqualTo(
                "of returned an array that is a constant to it, and that is written into: clone"
                    + " it");
      }
    }
  }

  /** What the callee writes into one is found in the other. */
  @Test
  void constantsThatShareArrays() throws Exception {
    new Compiler()
        .compile(
            directory,
            """
            package lib;
            public final class Writer {
              @org.wengert.Differentiable
              public static void put(double x, double[] row) { row[0] = x * row[0]; }
            }
            """,
            """
            package app;
            public final class Sharing {
              @org.wengert.Differentiable(wrt = "x")
              public static double f(double x, double[][] c, double[] d, double[] e) {
                lib.Writer.put(x, c[0]);
                lib.Writer.put(x, d);
                lib.Writer.put(x * x, e);
                return c[1][0] * d[0] + 0 * e[0];
              }
            }
            """);
    ClassLoader loader = Compiler.loader(directory);
    double[] row = {3};
    // row[0] = 3 x x, squared
    Object shared =
        call(
            loader,
            "app.SharingDerivatives",
            "fGradient",
            2.0,
            new double[][] {row, row},
            row,
            new double[] {1});
    assertThat(component(shared, "value")).isEqualTo(144.0);
    assertThat(component(shared, "x")).isEqualTo(9.0 * 4 * 8);
    double[] again = {3};
    Dual dual =
        (Dual)
            call(
                loader,
                "app.SharingDerivatives",
                "fJvp",
                2.0,
                1.0,
                new double[][] {again, again},
                again,
                new double[] {1});
    assertThat(dual).isEqualTo(new Dual(144, 9 * 4 * 8));
    Object apart =
        call(
            loader,
            "app.SharingDerivatives",
            "fGradient",
            2.0,
            new double[][] {{3}, {5}},
            new double[] {7},
            new double[] {1});
    assertThat(component(apart, "x")).isEqualTo(35.0);
  }

  /** Every level is gone through once, forward and backward, however deep the calls. */
  @Test
  void costIsLinearInTheDepth() throws Exception {
    List<String> files = new ArrayList<>();
    files.add(
        """
        package deep;
        public final class Count {
          public static int[] levels = new int[66];
          public static int one(int level) {
            levels[level]++;
            return 1;
          }
        }
        """);
    for (int level = 0; level <= 64; level++) {
      String next = level == 64 ? "x" : "Level%d.f(x, depth)".formatted(level + 1);
      files.add(
          """
          package deep;
          public final class Level%1$d {
            @org.wengert.Differentiable
            public static double f(double x, int depth) {
              double scale = Count.one(%1$d);
              return depth == %1$d ? x * x : Math.sin(%2$s) * scale;
            }
          }
          """
              .formatted(level, next));
    }
    files.add(
        """
        package deep;
        public final class Recursive {
          @org.wengert.Differentiable
          public static double f(double x, int depth) {
            return g(x, 0, depth);
          }
          static double g(double x, int level, int depth) {
            double scale = Count.one(level);
            return depth == level ? x * x : Math.sin(g(x, level + 1, depth)) * scale;
          }
        }
        """);
    new Compiler().compile(directory, files.toArray(String[]::new));
    ClassLoader loader = Compiler.loader(directory);
    int[] counts = (int[]) loader.loadClass("deep.Count").getField("levels").get(null);
    for (int depth = 1; depth <= 64; depth++) {
      double expected = 2 * 0.5;
      double inner = 0.25;
      for (int level = depth; level > 0; level--) {
        expected *= Math.cos(inner);
        inner = Math.sin(inner);
      }
      int[] once = new int[66];
      Arrays.fill(once, 0, depth + 1, 1);
      for (String sibling : List.of("deep.Level0Derivatives", "deep.RecursiveDerivatives")) {
        Arrays.fill(counts, 0);
        Object gradient = call(loader, sibling, "fGradient", 0.5, depth);
        assertThat((Double) component(gradient, "x")).isWithin(1e-15).of(expected);
        assertThat(counts).isEqualTo(once);
        Arrays.fill(counts, 0);
        Dual dual = (Dual) call(loader, sibling, "fJvp", 0.5, 1.0, depth);
        assertThat(dual.tangent()).isWithin(1e-15).of(expected);
        assertThat(counts).isEqualTo(once);
      }
    }
  }

  private static Object call(ClassLoader loader, String type, String name, Object... arguments)
      throws Exception {
    for (Method method : loader.loadClass(type).getDeclaredMethods()) {
      if (method.getName().equals(name)) {
        return method.invoke(null, arguments);
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static Object component(Object result, String name) throws Exception {
    return result.getClass().getMethod(name).invoke(result);
  }
}
