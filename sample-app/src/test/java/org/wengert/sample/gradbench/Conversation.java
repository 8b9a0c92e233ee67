package org.wengert.sample.gradbench;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A session of given messages. */
final class Conversation {

  private Conversation() {}

  /** Returns the lines that are answered. */
  static List<String> answers(String... messages) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BufferedReader in = new BufferedReader(new StringReader(String.join("\n", messages)));
    new Session(in, new Answers(out)).run();
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** Returns the answer to the only message. */
  static Input answer(String message) throws IOException {
    List<String> answers = answers(message);
    if (answers.size() != 1) {
      throw new AssertionError(answers.size() + " answers to one message");
    }
    return Input.of("answer", JsonReader.read(answers.get(0)));
  }
}
