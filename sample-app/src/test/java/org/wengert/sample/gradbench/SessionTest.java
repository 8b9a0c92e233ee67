package org.wengert.sample.gradbench;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

final class SessionTest {

  private static final Pattern NANOSECONDS = Pattern.compile("(\"nanoseconds\":)\\d+");

  /** The session of the protocol's description, but for the tool's name, blanks and time. */
  @Test
  void sessionOfTheSpecification() throws IOException {
    List<String> answers =
        Conversation.answers(
            "{\"id\": 0, \"kind\": \"start\", \"eval\": \"hello\"}",
            "{\"id\": 1, \"kind\": \"define\", \"module\": \"hello\"}",
            "{\"id\": 2, \"kind\": \"evaluate\", \"module\": \"hello\", \"function\": \"square\","
                + " \"input\": 1.0}",
            "{\"id\": 3, \"kind\": \"analysis\", \"of\": 2, \"valid\": true}");
    assertThat(answers.stream().map(line -> NANOSECONDS.matcher(line).replaceAll("$141")).toList())
        .containsExactly(
            "{\"id\":0,\"tool\":\"wengert\"}",
            "{\"id\":1,\"success\":true}",
            "{\"id\":2,\"success\":true,\"output\":1.0,"
                + "\"timings\":[{\"name\":\"evaluate\",\"nanoseconds\":41}]}",
            "{\"id\":3}")
        .inOrder();
  }

  @Test
  void keysComeInAnyOrderAndOthersAreIgnored() throws IOException {
    Input answer =
        Conversation.answer(
            "{\"input\": {\"min_seconds\": 0, \"more\": [null, {}, \"\"], \"x\": [1, 1.0]},"
                + " \"config\": true, \"function\": \"gradient\", \"module\": \"lse\","
                + " \"kind\": \"evaluate\", \"id\": 12345678901}");
    assertThat(answer.real("id")).isEqualTo(12345678901.0);
    assertThat(answer.vector("output")).isEqualTo(new double[] {0.5, 0.5});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "llsq",
        "lse",
        "det",
        "ode",
        "gmm",
        "lstm",
        "kmeans",
        "ba",
        "ht",
        "particle",
        "saddle"
      })
  void modulesAreDefined(String module) throws IOException {
    assertThat(define(module).flag("success")).isTrue();
  }

  @Test
  void otherModulesAreRefused() throws IOException {
    Input answer = define("unheard of");
    assertThat(answer.flag("success")).isFalse();
    assertThat(answer.text("error")).isEqualTo("there is no module 'unheard of'");
  }

  private static Input define(String module) throws IOException {
    return Conversation.answer("{\"id\": 1, \"kind\": \"define\", \"module\": \"" + module + "\"}");
  }

  @Test
  void runsAreRepeatedAndTimed() throws IOException {
    Input runs =
        Conversation.answer(
            EvaluateMessage.of(
                "lse",
                "primal",
                JsonReader.read("{\"x\": [1], \"min_runs\": 5, \"min_seconds\": 0}")));
    assertThat(timings(runs)).hasSize(5);
    Input seconds =
        Conversation.answer(
            EvaluateMessage.of(
                "lse",
                "primal",
                JsonReader.read("{\"x\": [1], \"min_runs\": 2, \"min_seconds\": 0.01}")));
    assertThat(timings(seconds).stream().mapToDouble(run -> run.real("nanoseconds")).sum())
        .isAtLeast(0.01e9);
  }

  private static List<Input> timings(Input answer) {
    return ((Json.Items) answer.value("timings"))
        .values().stream().map(run -> Input.of("timings", run)).toList();
  }

  @Test
  void whatJsonCannotExpressIsAFailure() throws IOException {
    Input answer =
        Conversation.answer(
            EvaluateMessage.of("llsq", "gradient", JsonReader.read("{\"x\": [1, 2], \"n\": 1}")));
    assertThat(answer.flag("success")).isFalse();
    assertThat(answer.text("error")).endsWith(": output[0] is NaN, which JSON cannot express");
    assertThat(answer.has("output")).isFalse();
    assertThat(answer.has("timings")).isFalse();
    assertThat(
            Conversation.answer(EvaluateMessage.of("hello", "square", new Json.Real(1e200)))
                .text("error"))
        .endsWith(": output is Infinity, which JSON cannot express");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "llsq cube {} -> the module 'llsq' has no function 'cube'",
        "llsq primal {\"n\":3} -> input.x is missing",
        "llsq primal {\"x\":[1],\"n\":2.5} -> input.n is 2.5, but must be an integer",
        "llsq primal {\"x\":\"1\",\"n\":2} -> input.x must be a list of numbers",
        "det primal {\"A\":[1,2,3],\"ell\":2} -> input.A has 3 elements, but must have 4",
        "lse primal 5 -> input must be an object",
        "hello square {} -> input must be a number"
      })
  void whatIsWrongIsSaid(String example) throws IOException {
    String[] parts = example.split(" -> ");
    String[] question = parts[0].split(" ");
    Input answer =
        Conversation.answer(
            EvaluateMessage.of(question[0], question[1], JsonReader.read(question[2])));
    assertThat(answer.flag("success")).isFalse();
    assertThat(answer.text("error")).endsWith(": " + parts[1]);
  }

  @Test
  void theNextMessageIsAnsweredAfterAFailure() throws IOException {
    List<String> answers =
        Conversation.answers(
            EvaluateMessage.of("lse", "primal", JsonReader.read("{\"x\": []}")),
            "{\"id\": 8, \"kind\": \"analysis\"}");
    assertThat(answers).hasSize(2);
    assertThat(answers.get(1)).isEqualTo("{\"id\":8}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{} {}", "{\"id\": NaN}", "{\"id\": 1, \"id\": 2}", "{\"x\": 1e999}"})
  void onlyStrictJsonIsRead(String line) {
    assertThrows(JacksonException.class, () -> Conversation.answers("\n" + line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "{}", "{\"id\": 1}", "{\"id\": 1.5, \"kind\": \"start\"}"})
  void onlyMessagesAreAnswered(String line) {
    assertThrows(IllegalArgumentException.class, () -> Conversation.answers(line));
  }

  @Test
  void linesMayBeLong() throws IOException {
    int size = 1 << 20;
    StringBuilder message = new StringBuilder();
    message.append("{\"id\":7,\"kind\":\"evaluate\",\"module\":\"lse\",\"function\":\"gradient\"");
    message.append(",\"input\":{\"x\":[0.12345678901234567");
    for (int i = 1; i < size; i++) {
      message.append(",0.12345678901234567");
    }
    message.append("]}}");
    double[] gradient = Conversation.answer(message.toString()).vector("output");
    assertThat(gradient).hasLength(size);
    for (double element : gradient) {
      assertThat(element).isWithin(1e-12 / size).of(1.0 / size);
    }
  }
}
