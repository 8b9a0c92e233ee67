package org.wengert.processor.emit;

import static com.google.common.truth.Truth.assertWithMessage;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wengert.processor.tape.InterpretedThrow;
import org.wengert.processor.tape.Interpreter;
import org.wengert.processor.tape.Printer;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Verifier;

/**
 * Random tapes, interpreted and as compiled Java: the same results to the last bit, the same arrays
 * left behind, the same exceptions.
 */
class RandomProgramsTest {
  private static final int PROGRAMS = Integer.getInteger("wengert.programs", 300);
  private static final long FIRST_SEED = Long.getLong("wengert.seed", 1);
  private static final int BATCH = 50;
  private static final int ARGUMENTS = 4;

  @Test
  void compiledTapesComputeWhatInterpretedOnesDo() {
    check(tape -> List.of(tape));
  }

  @Test
  void splitTapesDo() {
    check(tape -> Split.of(tape, 100));
  }

  private static void check(Function<Tape, List<Tape>> split) {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed += BATCH) {
      List<Tape> tapes = new ArrayList<>();
      List<MethodSpec.Builder> methods = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        Tape tape = RandomPrograms.of("f" + i, seed + i, 10 + (int) ((seed + i) % 60));
        tapes.add(Verifier.verify(tape));
        methods.addAll(emit(split.apply(tape)));
      }
      Compiled compiled = Compiled.of(methods);
      for (int i = 0; i < BATCH; i++) {
        compare(tapes.get(i), seed + i, compiled, methods);
      }
    }
  }

  private static List<MethodSpec.Builder> emit(List<Tape> tapes) {
    return Emitter.methods(tapes, Results.record(ClassName.get(Outcome.class)));
  }

  private static void compare(
      Tape tape, long seed, Compiled compiled, List<MethodSpec.Builder> methods) {
    for (int i = 0; i < ARGUMENTS; i++) {
      Object[] ours = RandomPrograms.arguments(seed + i);
      Object[] theirs = RandomPrograms.arguments(seed + i);
      String expected = interpreted(tape, theirs) + arrays(theirs);
      String actual = called(tape, compiled, ours) + arrays(ours);
      if (!actual.equals(expected)) {
        String code =
            methods.stream()
                .map(method -> method.build().toString())
                .filter(
                    text ->
                        text.contains(" " + tape.name() + "(")
                            || text.contains(tape.name() + "Part"))
                .collect(Collectors.joining());
        assertWithMessage("seed " + seed + "\n" + Printer.print(tape) + "\n" + code)
            .that(actual)
            .isEqualTo(expected);
      }
    }
  }

  private static String interpreted(Tape tape, Object[] arguments) {
    try {
      return describe(Interpreter.run(tape, arguments));
    } catch (InterpretedThrow thrown) {
      return thrown.exception() + thrown.arguments();
    } catch (RuntimeException thrown) {
      return thrown.getClass().getName();
    }
  }

  private static String called(Tape tape, Compiled compiled, Object[] arguments) {
    try {
      Outcome outcome = (Outcome) compiled.call(tape.name(), arguments);
      return describe(
          Arrays.asList(
              outcome.number(),
              outcome.single(),
              outcome.integer(),
              outcome.large(),
              outcome.truth(),
              outcome.array()));
    } catch (IllegalStateException thrown) {
      return thrown.getClass().getName() + List.of(thrown.getMessage());
    } catch (Throwable thrown) {
      return thrown.getClass().getName();
    }
  }

  private static String arrays(Object[] arguments) {
    return Arrays.deepToString(Arrays.copyOfRange(arguments, 5, 8));
  }

  /** Text that tells every bit but those of a NaN apart. */
  private static String describe(List<Object> values) {
    StringBuilder text = new StringBuilder();
    for (Object value : values) {
      text.append(value instanceof double[] array ? Arrays.toString(array) : value).append(' ');
    }
    return text.toString();
  }
}
