package org.wengert.processor.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** The part of the page that is about one method. */
final class MethodSection {
  /** Lines that a browser lays out together, once they come into sight. */
  private static final int CHUNK = 64;

  private final int position;
  private final Explained method;
  private final SourceText source;
  private final Map<Value, Object> literals;
  private final RuleTable rules;
  private final ValueNames names;
  private final TapeJson primal;
  private final TapeJson tangent;
  private final TapeJson adjoint;

  MethodSection(int position, Explained method, SourceText source) {
    this.position = position;
    this.method = method;
    this.source = source;
    this.literals = literals(method.primal());
    this.rules = new RuleTable(method.primal(), literals);
    this.names = ValueNames.of(method.primal());
    this.primal = TapeJson.of(method.primal(), rules::position);
    this.tangent = TapeJson.of(method.tangent(), operation -> -1);
    this.adjoint = TapeJson.of(method.adjoint(), operation -> -1);
  }

  private static Map<Value, Object> literals(Tape tape) {
    Map<Value, Object> literals = new HashMap<>();
    literals(tape.body(), literals);
    return literals;
  }

  private static void literals(Block block, Map<Value, Object> literals) {
    for (Operation operation : block.operations()) {
      if (operation instanceof Operation.Constant constant && constant.value() != null) {
        literals.put(constant.result(), constant.value());
      }
      operation.blocks().forEach(inner -> literals(inner, literals));
    }
  }

  /** What the script knows of the method. */
  Map<String, Object> model() {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("name", method.name());
    model.put("parameters", method.primal().parameters().stream().map(this::parameter).toList());
    model.put("primal", primal.json());
    model.put("rules", rules.rules());
    model.put("operations", operations());
    model.put("tangent", tangent.json());
    model.put("adjoint", adjoint.json());
    return model;
  }

  private Map<String, Object> parameter(Value parameter) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", parameter.name());
    json.put("type", parameter.type().toString());
    json.put("active", method.wrt().contains(parameter));
    return json;
  }

  /** Of each operation its name, its place in the source, and what it computes. */
  private List<Object> operations() {
    Map<Integer, Object> all = new TreeMap<>();
    operations(method.primal().body(), all);
    return new ArrayList<>(all.values());
  }

  private void operations(Block block, Map<Integer, Object> all) {
    for (Operation operation : block.operations()) {
      Location at = operation.at();
      List<Object> json = Json.list(null, at.line(), at.start(), at.end());
      if (operation instanceof Operation.Elementary elementary) {
        json.set(0, names.of(elementary.result()).text());
        json.add(template(elementary));
      }
      all.put(primal.number(operation), json);
      operation.blocks().forEach(inner -> operations(inner, all));
    }
  }

  /** What an operation computes, with places for its operands. */
  private String template(Operation.Elementary operation) {
    List<Expression> operands = new ArrayList<>();
    for (Value input : operation.inputs()) {
      boolean isLiteral = literals.containsKey(input);
      operands.add(isLiteral ? names.of(input) : Expression.atom("{" + operands.size() + "}"));
    }
    return Expression.of(operation.operator(), operands).text();
  }

  String html() {
    StringBuilder html = new StringBuilder();
    html.append("<section class=\"method\" id=\"method").append(position).append("\">\n<h2>");
    html.append(Html.escaped(heading())).append("</h2>\n<div class=\"panes\">\n");
    pane("source", "Your method", "as you wrote it", sourceLines(), html);
    pane("tape", "Tape", "one operation a line", lines(method.primal(), names, primal), html);
    pane(
        "tangent",
        "Tangent",
        "derivatives forwards",
        lines(method.tangent(), names.derived(method.tangent()), tangent),
        html);
    pane(
        "adjoint",
        "Adjoint",
        "derivatives backwards",
        lines(method.adjoint(), names.derived(method.adjoint()), adjoint),
        html);
    return html.append("</div>\n</section>\n").toString();
  }

  private String heading() {
    return method.primal().parameters().stream()
        .map(parameter -> parameter.type() + " " + parameter.name())
        .collect(Collectors.joining(", ", method.name() + "(", ")"));
  }

  private static void pane(
      String kind, String title, String subtitle, List<String> lines, StringBuilder html) {
    html.append("<figure class=\"pane ").append(kind).append("\"><figcaption>").append(title);
    html.append(" <small>").append(subtitle).append("</small></figcaption><div class=\"lines\">");
    for (int i = 0; i < lines.size(); i += CHUNK) {
      List<String> chunk = lines.subList(i, Math.min(i + CHUNK, lines.size()));
      html.append("<div class=\"chunk\" style=\"--lines:").append(chunk.size()).append("\">\n");
      chunk.forEach(line -> html.append(line).append('\n'));
      html.append("</div>");
    }
    html.append("</div></figure>\n");
  }

  private List<String> sourceLines() {
    List<String> lines = new ArrayList<>();
    int next = 0;
    for (Excerpt.SourceLine line : Excerpt.of(source, method)) {
      if (next > 0 && line.number() > next) {
        lines.add("<p class=\"gap\">⋮</p>");
      }
      next = line.number() + 1;
      lines.add(
          "<p data-l=\"%d\" data-s=\"%d\">%s</p>"
              .formatted(line.number(), line.start(), Html.escaped(line.text())));
    }
    return lines;
  }

  private static List<String> lines(Tape tape, ValueNames names, TapeJson numbers) {
    return Listing.of(tape, names).stream().map(line -> html(line, numbers)).toList();
  }

  private static String html(Line line, TapeJson numbers) {
    StringBuilder html = new StringBuilder("<p");
    Location at = line.at();
    if (at.line() > 0) {
      html.append(
          " data-l=\"%d\" data-s=\"%d\" data-e=\"%d\"".formatted(at.line(), at.start(), at.end()));
    }
    line.operation()
        .ifPresent(it -> html.append(" data-o=\"").append(numbers.number(it)).append('"'));
    line.value().ifPresent(it -> html.append(" data-v=\"").append(numbers.number(it)).append('"'));
    if (line.depth() > 0) {
      html.append(" style=\"--depth:").append(line.depth()).append('"');
    }
    return html.append('>').append(Html.escaped(line.text())).append("</p>").toString();
  }
}
