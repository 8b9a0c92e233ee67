package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.processor.Program;

/**
 * The adjoints of checkpointed loops are those of the same loops without checkpoints, to the last
 * bit, and arrays are left as they are there: for examples of their own, and for all others that
 * have loops.
 */
final class CheckpointedTest {
  private static final int POINTS = 2;
  private static final Pattern CHECKPOINTED = Pattern.compile("@Checkpointed(\\([^)]*\\))?\\s+");

  /** A loop of the annotated method itself. */
  private static final Pattern LOOP =
      Pattern.compile(
          "(?s)@Differentiable(\\([^)]*\\))?\\s+static \\S+ \\w+\\(((?!\n}).)*\\b(for|while) \\(.*");

  private static final Program CHECKED = Program.compile(sources().toArray(String[]::new));

  private static final Program PLAIN =
      Program.compile(sources().map(CheckpointedTest::plain).toArray(String[]::new));

  private static Stream<String> sources() {
    return Stream.concat(
        Stream.of(CheckpointExamples.LIBRARY, CallExamples.LIBRARY, CallExamples.LIBRARY_2),
        examples().map(Example::source));
  }

  private static String plain(String source) {
    return CHECKPOINTED.matcher(source).replaceAll("");
  }

  static Stream<Example> examples() {
    return Stream.concat(
        CheckpointExamples.all().stream(),
        ThreeWaysTest.examples()
            .filter(example -> LOOP.matcher(example.members()).matches())
            .filter(example -> !CheckpointExamples.REFUSED.containsKey(example.name()))
            .map(CheckpointedTest::asked));
  }

  private static Example asked(Example example) {
    return new Example(
        example.members().replaceFirst("@Differentiable", "@Checkpointed @Differentiable"),
        example.low(),
        example.high(),
        example.fixed(),
        example.precision(),
        example.closed());
  }

  @AfterEach
  void asManyCheckpointsAsFit() throws Exception {
    limit(Integer.MAX_VALUE);
  }

  /** Of one loop, however much memory there is. */
  private static void limit(int checkpoints) throws ReflectiveOperationException {
    Field most = Class.forName("org.wengert.Checkpoints").getDeclaredField("most");
    most.setAccessible(true);
    most.set(null, checkpoints);
  }

  @Test
  void catalogueIsLarge() {
    assertThat(examples().count()).isAtLeast(80);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void adjointsAreTheSame(Example example) throws Exception {
    Subject checked = subject(CHECKED, example);
    Subject plain = subject(PLAIN, example);
    for (int checkpoints : new int[] {2, 3, Integer.MAX_VALUE}) {
      limit(checkpoints);
      for (int i = 0; i < POINTS; i++) {
        Random random = new Random(i);
        Arguments at = example.arguments(plain, random);
        double[] seeds = random.doubles(plain.outputs(plain.value(at)).length).toArray();
        Subject.Sweep expected = plain.vjp(at, seeds);
        Subject.Sweep actual = checked.vjp(at, seeds);
        String source = CHECKED.source(example.className() + "Derivatives");
        assertWithMessage(source + actual.primal() + "\n" + expected.primal())
            .that(actual.primal().sameAs(expected.primal()))
            .isTrue();
        assertWithMessage(source)
            .that(bits(actual.derivative()))
            .isEqualTo(bits(expected.derivative()));
      }
    }
  }

  /** What a sweep has taken is given back, whatever ends it. */
  @Test
  void exceptionsEndTheSweep() throws Exception {
    Program program =
        Program.compile(
            """
            final class Ending {
              @Checkpointed
              @Differentiable
              static double f(double[] w, double x, int n) {
                for (int i = 0; i < n; i++) {
                  if (i > 7) throw new IllegalArgumentException("at " + i);
                  w[0] = Math.sin(w[i] * x);
                  x += w[0];
                }
                return x;
              }
            }
            """);
    for (int i = 0; i < 3; i++) {
      double[] w = new double[20];
      double[] bar = new double[20];
      IllegalArgumentException thrown =
          assertThrows(
              IllegalArgumentException.class,
              () -> program.call("EndingDerivatives", "fVjp", w, bar, 0.5, 20, 1.0));
      assertThat(thrown).hasMessageThat().isEqualTo("at 8");
      assertThat(bar).isEqualTo(new double[20]);
    }
    limit(2);
    double[] few = {0.5, 0.25, 0.75};
    Object once = program.call("EndingDerivatives", "fGradient", few.clone(), 0.5, 3);
    limit(Integer.MAX_VALUE);
    Object again = program.call("EndingDerivatives", "fGradient", few.clone(), 0.5, 3);
    assertThat(Subject.component(again, "x")).isEqualTo(Subject.component(once, "x"));
    assertThat(Subject.component(again, "w")).isEqualTo(Subject.component(once, "w"));
  }

  private static List<Long> bits(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(Double::doubleToLongBits).toList();
  }

  private static Subject subject(Program program, Example example) throws Exception {
    Class<?> owner = program.type(example.className());
    Class<?> sibling = program.type(example.className() + "Derivatives");
    return Subject.of(owner, sibling).get(0);
  }
}
