package org.wengert.sample.gradbench;

import java.io.BufferedReader;
import java.io.IOException;
import org.wengert.TapeStorage;

/** A conversation: one line is read, one is written, until there are no more. */
final class Session {

  private static final String TOOL = "wengert";

  private final BufferedReader messages;
  private final Answers answers;

  Session(BufferedReader messages, Answers answers) {
    this.messages = messages;
    this.answers = answers;
  }

  /**
   * Answers all messages.
   *
   * @throws IllegalArgumentException if a line is not a message, so that it cannot be answered
   * @throws tools.jackson.core.JacksonException if a line is not JSON
   */
  void run() throws IOException {
    for (String line = messages.readLine(); line != null; line = messages.readLine()) {
      answer(Message.of(JsonReader.read(line)));
    }
  }

  private void answer(Message message) throws IOException {
    switch (message.kind()) {
      case "start" -> answers.introduce(message.id(), TOOL);
      case "define" -> define(message);
      case "evaluate" -> evaluate(message);
      default -> answers.acknowledge(message.id());
    }
  }

  private void define(Message message) throws IOException {
    try {
      message.module();
    } catch (IllegalArgumentException e) {
      answers.fail(message.id(), e.getMessage());
      return;
    }
    answers.succeed(message.id());
  }

  private void evaluate(Message message) throws IOException {
    RunTimes times = new RunTimes();
    Json output;
    try {
      output = message.evaluation().evaluate(message.input(), times);
    } catch (RuntimeException | OutOfMemoryError e) {
      answers.fail(message.id(), e.toString());
      return;
    } finally {
      TapeStorage.trim(); // the next workload is another, and may need the memory
    }
    answers.succeed(message.id(), output, times);
  }
}
