package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.processor.Program;

/**
 * Everything that is generated for a catalogue of methods, which together use the whole language:
 * each is checked three ways, at points chosen at random.
 */
public final class ThreeWaysTest {
  private static final int POINTS = 4;

  private static final Program PROGRAM = Program.compile(sources().toArray(String[]::new));

  /** The classes of the catalogue, without package and imports. */
  public static Stream<String> sources() {
    return Stream.concat(
        Stream.of(CallExamples.LIBRARY, CallExamples.LIBRARY_2), examples().map(Example::source));
  }

  static Stream<Example> examples() {
    return Stream.of(
            ArithmeticExamples.all(),
            FunctionExamples.all(),
            BranchExamples.all(),
            LoopExamples.all(),
            JumpExamples.all(),
            ConversionExamples.all(),
            FieldExamples.all(),
            LibraryExamples.all(),
            ArrayExamples.all(),
            MatrixExamples.all(),
            RankExamples.all(),
            RowExamples.all(),
            SumExamples.all(),
            CallExamples.all(),
            FloatExamples.all(),
            RecordExamples.all())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void derivativesAgree(Example example) throws Exception {
    Random random = new Random(example.name().hashCode());
    Subject subject = subject(example);
    List<String> disagreements = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      Arguments at = example.arguments(subject, random);
      Optional<double[][]> closed = example.closed().map(form -> form.at(at));
      disagreements.addAll(ThreeWays.disagreements(subject, at, example.precision(), closed));
    }
    assertWithMessage(PROGRAM.source(example.className() + "Derivatives"))
        .that(disagreements)
        .isEmpty();
  }

  /** Nothing is generated that is not checked. */
  @ParameterizedTest
  @MethodSource("examples")
  void generatedMethodsAreTheExpectedOnes(Example example) throws Exception {
    Subject subject = subject(example);
    for (Method method : sibling(example).getDeclaredMethods()) {
      if (!java.lang.reflect.Modifier.isPrivate(method.getModifiers())) {
        assertThat(List.of("", "Jvp", "Vjp", "Gradient", "Jacobian", "Forward", "Reverse"))
            .contains(method.getName().substring(subject.name().length()));
      }
    }
  }

  @Test
  void catalogueIsLarge() {
    assertThat(examples().count()).isAtLeast(60);
  }

  private static Subject subject(Example example) throws Exception {
    List<Subject> subjects = Subject.of(PROGRAM.type(example.className()), sibling(example));
    assertThat(subjects).hasSize(1);
    return subjects.get(0);
  }

  private static Class<?> sibling(Example example) throws Exception {
    return PROGRAM.type(example.className() + "Derivatives");
  }
}
