package org.wengert.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;

/** Constants as Java writes them; reading the text back gives the same bits. */
final class Literals {
  private Literals() {}

  /** The literal for a {@code Boolean}, a number, a {@code String}, or the null reference. */
  static CodeBlock code(Object constant) {
    if (constant instanceof String text) {
      return CodeBlock.of("$L", quoted(text));
    }
    String text = text(constant);
    if (!Character.isUpperCase(text.charAt(0))) {
      return CodeBlock.of("$L", text);
    }
    int dot = text.indexOf('.');
    return CodeBlock.of(
        "$T.$L", ClassName.get("java.lang", text.substring(0, dot)), text.substring(dot + 1));
  }

  /** The literal as it reads where no class hides those of {@code java.lang}. */
  static String text(Object constant) {
    if (constant instanceof String text) {
      return quoted(text);
    }
    if (constant instanceof Double number) {
      return ofDouble(number);
    }
    if (constant instanceof Float number) {
      return ofFloat(number);
    }
    if (constant instanceof Long number) {
      return number == Long.MIN_VALUE ? "Long.MIN_VALUE" : number + "L";
    }
    if (constant instanceof Integer number) {
      return number == Integer.MIN_VALUE ? "Integer.MIN_VALUE" : number.toString();
    }
    return String.valueOf(constant);
  }

  /** In characters that every encoding of source files has. */
  private static String quoted(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> literal.append('\\').append(c);
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default ->
            literal.append(
                c >= ' ' && c <= '~' ? String.valueOf(c) : String.format("\\u%04x", (int) c));
      }
    }
    return literal.append('"').toString();
  }

  private static String ofDouble(double number) {
    if (Double.isNaN(number)) {
      return "Double.NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    return Double.toString(number);
  }

  private static String ofFloat(float number) {
    if (Float.isNaN(number)) {
      return "Float.NaN";
    }
    if (Float.isInfinite(number)) {
      return number > 0 ? "Float.POSITIVE_INFINITY" : "Float.NEGATIVE_INFINITY";
    }
    return number + "f";
  }
}
