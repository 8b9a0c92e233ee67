package org.wengert.sample.gradbench;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON values, and leaves the stream open that it writes to. */
final class JsonWriter {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .build();

  private JsonWriter() {}

  /** Returns what writes one value to the stream; to be closed then. */
  static JsonGenerator open(OutputStream stream) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), stream);
  }

  /** Writes the value, which has passed {@link FiniteCheck}. */
  static void write(JsonGenerator json, Json value) {
    if (value instanceof Json.Whole whole) {
      json.writeNumber(whole.value());
    } else if (value instanceof Json.Real real) {
      json.writeNumber(real.value());
    } else if (value instanceof Json.Text text) {
      json.writeString(text.value());
    } else if (value instanceof Json.Flag flag) {
      json.writeBoolean(flag.value());
    } else if (value instanceof Json.Nothing) {
      json.writeNull();
    } else if (value instanceof Json.Wholes wholes) {
      json.writeArray(wholes.values(), 0, wholes.values().length);
    } else if (value instanceof Json.Reals reals) {
      json.writeArray(reals.values(), 0, reals.values().length);
    } else if (value instanceof Json.Items items) {
      json.writeStartArray();
      items.values().forEach(item -> write(json, item));
      json.writeEndArray();
    } else if (value instanceof Json.Fields fields) {
      json.writeStartObject();
      fields
          .values()
          .forEach(
              (name, field) -> {
                json.writeName(name);
                write(json, field);
              });
      json.writeEndObject();
    }
  }
}
