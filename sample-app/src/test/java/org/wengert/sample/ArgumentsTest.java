package org.wengert.sample;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.wengert.sample.Arguments.Example;

final class ArgumentsTest {

  @Test
  void noArgumentStandsForAll() {
    assertThat(Arguments.parse().examples()).containsExactlyElementsIn(Example.values()).inOrder();
  }

  @Test
  void examplesRunInTheirOwnOrder() {
    assertThat(Arguments.parse("iris", "nist").examples())
        .containsExactly(Example.NIST, Example.IRIS)
        .inOrder();
  }

  @Test
  void chartsGoWhereTold() {
    Arguments arguments = Arguments.parse("charts=some/where");
    assertThat(arguments.examples()).containsExactly(Example.CHARTS);
    assertThat(arguments.charts()).isEqualTo(Path.of("some", "where"));
  }

  @Test
  void anUnknownExampleIsAnsweredByAllThereAre() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Arguments.parse("irises"));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo(
            "no example is called 'irises'; there are nist, textbook, iris, curvature, schools,"
                + " pendulum, charts, and"
                + " charts=<directory>");
  }
}
