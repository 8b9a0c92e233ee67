package org.wengert.sample.gradbench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Messages of the kind {@code evaluate}. */
final class EvaluateMessage {

  private EvaluateMessage() {}

  static String of(Fixture fixture) {
    return of(fixture.module(), fixture.function(), fixture.input());
  }

  /** Returns a message with the id 7. */
  static String of(String module, String function, Json input) {
    Map<String, Json> fields = new LinkedHashMap<>();
    fields.put("id", new Json.Whole(7));
    fields.put("kind", new Json.Text("evaluate"));
    fields.put("module", new Json.Text(module));
    fields.put("function", new Json.Text(function));
    fields.put("input", input);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JsonWriter.open(out)) {
      JsonWriter.write(json, new Json.Fields(fields));
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
