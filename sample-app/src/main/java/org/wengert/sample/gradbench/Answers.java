package org.wengert.sample.gradbench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Writes answers, each one line and flushed. */
final class Answers {

  private static final int BUFFER = 1 << 16;

  private final OutputStream stream;

  Answers(OutputStream stream) {
    this.stream = new BufferedOutputStream(stream, BUFFER);
  }

  /** Answers what asks for nothing. */
  void acknowledge(long id) throws IOException {
    write(id, json -> {});
  }

  void introduce(long id, String tool) throws IOException {
    write(id, json -> json.writeStringProperty("tool", tool));
  }

  void succeed(long id) throws IOException {
    write(id, json -> json.writeBooleanProperty("success", true));
  }

  void fail(long id, String error) throws IOException {
    write(
        id,
        json -> {
          json.writeBooleanProperty("success", false);
          json.writeStringProperty("error", error);
        });
  }

  /** Answers by an output without numbers that JSON cannot express. */
  void succeed(long id, Json output, RunTimes times) throws IOException {
    write(
        id,
        json -> {
          json.writeBooleanProperty("success", true);
          json.writeName("output");
          JsonWriter.write(json, output);
          json.writeArrayPropertyStart("timings");
          for (int run = 0; run < times.count(); run++) {
            json.writeStartObject();
            json.writeStringProperty("name", "evaluate");
            json.writeNumberProperty("nanoseconds", times.nanoseconds(run));
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private void write(long id, Consumer<JsonGenerator> rest) throws IOException {
    try (JsonGenerator json = JsonWriter.open(stream)) {
      json.writeStartObject();
      json.writeNumberProperty("id", id);
      rest.accept(json);
      json.writeEndObject();
    }
    stream.write('\n');
    stream.flush();
  }
}
