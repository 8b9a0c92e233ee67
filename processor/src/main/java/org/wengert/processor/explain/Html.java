package org.wengert.processor.explain;

/** Text as a page holds it. */
final class Html {
  private Html() {}

  /** As the content of an element, or of an attribute in double quotes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** JSON as the content of a script, which nothing in it may end. */
  static String script(String json) {
    return json.replace("<", "\\u003c");
  }
}
