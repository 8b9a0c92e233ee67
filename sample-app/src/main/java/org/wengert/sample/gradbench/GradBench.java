package org.wengert.sample.gradbench;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;

/**
 * A tool of <a href="https://github.com/gradbench/gradbench">GradBench</a>: reads messages from
 * standard input and writes an answer to each to standard output, until the input ends.
 *
 * <p>Exit status 1 if a line is not a message.
 */
public final class GradBench {

  private GradBench() {}

  public static void main(String[] args) throws IOException {
    BufferedReader messages =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try {
      new Session(messages, new Answers(new FileOutputStream(FileDescriptor.out))).run();
    } catch (JacksonException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
