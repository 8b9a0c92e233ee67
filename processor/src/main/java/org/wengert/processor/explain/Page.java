package org.wengert.processor.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page about the methods of one class, complete in itself: listings, which need no script, and
 * what the script computes with.
 */
public final class Page {
  private static final List<String> STYLES = List.of("page.css");
  private static final List<String> SCRIPTS =
      List.of("arithmetic.js", "machine.js", "sweeps.js", "trace.js", "graph.js", "page.js");

  private final String name;
  private final List<MethodSection> methods = new ArrayList<>();

  private Page(String name, SourceText source, List<Explained> methods) {
    this.name = name;
    for (Explained method : methods) {
      this.methods.add(new MethodSection(this.methods.size(), method, source));
    }
  }

  /**
   * The page.
   *
   * @param name of the class
   */
  public static String of(String name, SourceText source, List<Explained> methods) {
    return new Page(name, source, methods).text();
  }

  private String text() {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("methods", methods.stream().map(MethodSection::model).toList());
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<title>").append(Html.escaped(name)).append(", explained</title>\n");
    STYLES.forEach(file -> page.append("<style>\n").append(resource(file)).append("</style>\n"));
    page.append("<header><h1>")
        .append(Html.escaped(name))
        .append(" <small>how its derivatives are computed</small></h1><nav></nav></header>\n");
    page.append(resource("introduction.html"));
    page.append("<main>\n");
    methods.forEach(method -> page.append(method.html()));
    page.append("</main>\n<script type=\"application/json\" id=\"model\">");
    page.append(Html.script(Json.of(model))).append("</script>\n<script>\n'use strict';\n");
    SCRIPTS.forEach(file -> page.append(resource(file)));
    return page.append("</script>\n</html>\n").toString();
  }

  private static String resource(String name) {
    try (InputStream stream = Page.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
