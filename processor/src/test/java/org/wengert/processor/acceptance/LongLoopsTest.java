package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Checkpointed;
import org.wengert.processor.Program;

/** Ten million leapfrog steps have their gradient in a heap of 64 megabytes. */
final class LongLoopsTest {
  private static final int STEPS = 10_000_000;

  private static final Program PROGRAM =
      Program.compile(
          """
          public final class Pendulum {
            @Checkpointed
            @Differentiable
            static double counted(double x, double v, double k, double h, int steps) {
              for (int i = 0; i < steps; i++) {
                v -= 0.5 * h * k * Math.sin(x);
                x += h * v;
                v -= 0.5 * h * k * Math.sin(x);
              }
              return 0.5 * v * v - k * Math.cos(x);
            }

            @Checkpointed
            @Differentiable(wrt = {"x", "v", "k", "h"})
            static double searched(double x, double v, double k, double h, double end) {
              double time = 0;
              while (time < end) {
                v -= 0.5 * h * k * Math.sin(x);
                x += h * v;
                v -= 0.5 * h * k * Math.sin(x);
                time += h;
              }
              return 0.5 * v * v - k * Math.cos(x);
            }

            @Differentiable
            static double recorded(double x, double v, double k, double h, int steps) {
              for (int i = 0; i < steps; i++) {
                v -= 0.5 * h * k * Math.sin(x);
                x += h * v;
                v -= 0.5 * h * k * Math.sin(x);
              }
              return 0.5 * v * v - k * Math.cos(x);
            }

            public static void main(String[] args) {
              int steps = Integer.parseInt(args[1]);
              System.out.println(
                  switch (args[0]) {
                    case "counted" ->
                        PendulumDerivatives.countedGradient(0.3, 0.1, 1.1, 0x1p-7, steps);
                    case "searched" ->
                        PendulumDerivatives.searchedGradient(0.3, 0.1, 1.1, 0x1p-7, steps * 0x1p-7);
                    default -> PendulumDerivatives.recordedGradient(0.3, 0.1, 1.1, 0x1p-7, steps);
                  });
            }
          }
          """);

  /** Without the name of the record. */
  private static String numbers(String gradient) {
    return gradient.replaceFirst("^\\w+", "");
  }

  @Test
  void gradientsFitIntoSixtyFourMegabytes(@TempDir Path directory) throws Exception {
    String expected = numbers(run(directory, "512m", "recorded", 1_000_000));
    assertThat(numbers(run(directory, "64m", "counted", 1_000_000))).isEqualTo(expected);
    assertThat(numbers(run(directory, "64m", "searched", 1_000_000))).isEqualTo(expected);
    assertThat(numbers(run(directory, "64m", "counted", STEPS)))
        .isEqualTo(numbers(run(directory, "64m", "searched", STEPS)));
  }

  private static String run(Path directory, String heap, String method, int steps)
      throws Exception {
    for (Map.Entry<String, byte[]> type : PROGRAM.classes().entrySet()) {
      Path file = directory.resolve(type.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, type.getValue());
    }
    Path runtime =
        Path.of(Checkpointed.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-cp",
                directory + File.pathSeparator + runtime,
                "p.Pendulum",
                method,
                String.valueOf(steps))
            .redirectErrorStream(true)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertWithMessage(output).that(process.waitFor()).isEqualTo(0);
    return output;
  }
}
