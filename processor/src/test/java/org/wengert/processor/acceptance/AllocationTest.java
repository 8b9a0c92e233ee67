package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertWithMessage;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.wengert.ScalarFunction;
import org.wengert.processor.Program;

/** Repeated gradients of methods that create no array allocate nothing. */
final class AllocationTest {
  private static final int CALLS = 200;

  private static final Program PROGRAM =
      Program.compile(
          """
          final class Sweeps {
            @Differentiable
            static double counted(double[] x) {
              double s = 1;
              for (int i = 0; i < x.length; i++) {
                s = Math.sin(s) * Math.exp(x[i]);
              }
              return s;
            }

            @Differentiable
            static double searching(double[] x) {
              double s = x[0];
              int n = 0;
              while (s < 100 && n < 300) {
                s += Math.sqrt(s) * x[n % x.length];
                n++;
              }
              return s;
            }

            @Differentiable
            static double nested(double[] x) {
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                double p = 1;
                for (int j = i; j < x.length; j++) {
                  p = p * x[j] + Math.cos(p);
                }
                s += p > 2 ? Math.log(p) : p * p;
              }
              return s;
            }

            @Checkpointed
            @Differentiable
            static double repeated(double[] x) {
              double s = 1;
              int i = 0;
              while (i < x.length) {
                for (int j = 0; j < 3; j++) {
                  s = Math.sin(s) * Math.exp(x[i]);
                }
                i++;
              }
              return s;
            }

            @Differentiable
            static double large(double[] x) {
              double s = x[0];
              for (int i = 0; i < 3; i++) {
                LARGE
              }
              return s;
            }
          }
          """
              .replace("LARGE", "s = Math.sin(s * x[1]) + x[2];\n".repeat(300)));

  @Test
  void gradientsOfFunctionObjects() throws Exception {
    for (String method : new String[] {"counted", "searching", "nested", "repeated", "large"}) {
      ScalarFunction function = (ScalarFunction) PROGRAM.call("SweepsDerivatives", method);
      double[] x = {0.3, 0.5, 0.2, 0.7, 0.1, 0.9};
      double[] gradient = new double[x.length];
      assertNothingAllocated(method, ignored -> function.gradient(x, gradient));
      // Storage grows with the largest sweep so far, and then is enough again.
      double[] longer = new double[500];
      Arrays.fill(longer, 0.1);
      double[] longerGradient = new double[longer.length];
      assertNothingAllocated(method, ignored -> function.gradient(longer, longerGradient));
      assertNothingAllocated(method, ignored -> function.gradient(x, gradient));
    }
  }

  private static void assertNothingAllocated(String name, ToDoubleFunction<Object> call) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    double sum = 0;
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 4; round++) {
      long before = threads.getThreadAllocatedBytes(thread);
      for (int i = 0; i < CALLS; i++) {
        sum += call.applyAsDouble(name);
      }
      least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
    }
    assertWithMessage("sum of %s", name).that(sum).isFinite();
    // What the measurement itself allocates, not what each of the calls could.
    assertWithMessage("bytes for %s calls of %s", CALLS, name).that(least).isLessThan(CALLS);
  }
}
