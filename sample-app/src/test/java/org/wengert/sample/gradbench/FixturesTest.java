package org.wengert.sample.gradbench;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The outputs are those of GradBench's hand-written reference. */
final class FixturesTest {

  static Stream<Fixture> all() {
    return Fixture.all();
  }

  /** Where the reference computes the same thing, and not a limit of it. */
  static Stream<Fixture> exact() {
    return all().filter(fixture -> !isGradientOfLongChain(fixture));
  }

  /** The reference has the exact solution there, Runge-Kutta has it up to four equations only. */
  private static boolean isGradientOfLongChain(Fixture fixture) {
    return fixture.module().equals("ode")
        && fixture.function().equals("gradient")
        && Input.of("input", fixture.input()).vector("x").length > 4;
  }

  @ParameterizedTest
  @MethodSource("all")
  void gradBenchAccepts(Fixture fixture) throws IOException {
    assertThat(Mismatches.of(fixture.output(), output(fixture), Mismatches.GRADBENCH)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("exact")
  void nineDigitsAgree(Fixture fixture) throws IOException {
    Mismatches.Agreement nineDigits =
        (a, b) -> Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
    assertThat(Mismatches.of(fixture.output(), output(fixture), nineDigits)).isEmpty();
  }

  /** Asks for the fixture in the way of the protocol, so that all is written and read as JSON. */
  private static Json output(Fixture fixture) throws IOException {
    Input answer = Conversation.answer(EvaluateMessage.of(fixture));
    assertWithMessage(answer.has("error") ? answer.text("error") : "no error")
        .that(answer.flag("success"))
        .isTrue();
    return answer.value("output");
  }
}
