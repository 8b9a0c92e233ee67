package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wengert.processor.Program;

/** Scratch. */
final class CheckpointedExamplesTest {
  @Test
  void all() throws Exception {
    List<String> bad = new ArrayList<>();
    int done = 0;
    for (Example example : ThreeWaysTest.examples().toList()) {
      if (!example.members().matches("(?s).*\\b(for|while|do)\\b.*")) {
        continue;
      }
      String plain = example.source();
      String name = "C" + example.className();
      String text =
          plain
              .replace("class " + example.className(), "class " + name)
              .replaceFirst("@Differentiable", "@Checkpointed @Differentiable");
      Program program;
      try {
        program =
            Program.compile(CallExamples.LIBRARY, CallExamples.LIBRARY_2, plain, text);
      } catch (AssertionError e) {
        bad.add(
            example.name()
                + " refused: "
                + Arrays.stream(e.getMessage().split("\n"))
                    .filter(l -> l.contains("error:") || l.contains("warning:"))
                    .toList());
        continue;
      } catch (RuntimeException e) {
        bad.add(example.name() + " crashed " + e);
        continue;
      }
      Subject one = Subject.of(program.type(example.className()), program.type(example.className() + "Derivatives")).get(0);
      Subject other = Subject.of(program.type(name), program.type(name + "Derivatives")).get(0);
      for (int most : new int[] {2, 3, 1000}) {
        limit(most);
        for (int i = 0; i < 3; i++) {
          Random random = new Random(i);
          Arguments at = example.arguments(one, random);
          Subject.Outcome value = one.value(at);
          double[] seeds = random.doubles(one.outputs(value).length).toArray();
          Subject.Sweep a = one.vjp(at, seeds);
          String failure = "";
          try {
            Subject.Sweep b = other.vjp(at, seeds);
            if (!a.primal().sameAs(b.primal())) {
              failure = "primal " + a.primal() + " " + b.primal();
            }
            if (!Arrays.equals(a.derivative(), b.derivative())) {
              failure += " adj " + Arrays.toString(a.derivative()) + Arrays.toString(b.derivative());
            }
          } catch (Exception e) {
            failure = e.toString() + e.getStackTrace()[0];
          }
          if (!failure.isEmpty()) {
            bad.add(example.name() + " " + most + ": " + failure);
            break;
          }
        }
      }
      done++;
    }
    System.out.println("done " + done);
    bad.forEach(System.out::println);
    assertThat(bad).isEmpty();
  }

  private static void limit(int most) throws Exception {
    Field field = Class.forName("org.wengert.Checkpoints").getDeclaredField("most");
    field.setAccessible(true);
    field.set(null, most);
  }
}
