package org.wengert.sample.gradbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON value out of a line, without a tree of boxed numbers in between. */
final class JsonReader {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Reads the value that the line consists of.
   *
   * @throws StreamReadException if the line is anything else than one value of strict JSON, or
   *     holds a number beyond the range of a double
   */
  static Json read(String line) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
      parser.nextToken();
      JsonReader reader = new JsonReader(parser);
      Json value = reader.value();
      if (parser.nextToken() != null) {
        throw reader.failure("one value is expected, but there is more on the line");
      }
      return value;
    }
  }

  /** Reads the value that begins at the parser's token, up to its last. */
  private Json value() {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw failure("a value is expected, but the line is empty");
    }
    return switch (token) {
      case START_OBJECT -> fields();
      case START_ARRAY -> list();
      case VALUE_STRING -> new Json.Text(parser.getString());
      case VALUE_TRUE -> new Json.Flag(true);
      case VALUE_FALSE -> new Json.Flag(false);
      case VALUE_NULL -> new Json.Nothing();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      default -> throw failure("a value is expected, not " + token);
    };
  }

  private Json number() {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return new Json.Whole(parser.getLongValue());
    }
    return new Json.Real(real());
  }

  private double real() {
    double value = parser.getDoubleValue();
    if (Double.isInfinite(value)) {
      throw failure("a number is beyond the range of a double");
    }
    return value;
  }

  private Json fields() {
    Map<String, Json> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value());
    }
    return new Json.Fields(fields);
  }

  private Json list() {
    double[] numbers = new double[4];
    int count = 0;
    while (parser.nextToken().isNumeric()) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count] = real();
      count++;
    }
    numbers = Arrays.copyOf(numbers, count);
    return parser.currentToken() == JsonToken.END_ARRAY
        ? new Json.Reals(numbers)
        : new Json.Items(itemsAfter(numbers));
  }

  private List<Json> itemsAfter(double[] numbers) {
    List<Json> items = new ArrayList<>();
    for (double number : numbers) {
      items.add(new Json.Real(number));
    }
    for (; parser.currentToken() != JsonToken.END_ARRAY; parser.nextToken()) {
      items.add(value());
    }
    return items;
  }

  private StreamReadException failure(String message) {
    return new StreamReadException(parser, message);
  }
}
