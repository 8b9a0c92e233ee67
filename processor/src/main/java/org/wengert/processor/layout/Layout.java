package org.wengert.processor.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wengert.processor.layout.Doc.Group;

/** Source text with the same tokens in other lines, of at most {@value #WIDTH} columns. */
public final class Layout {
  private static final int WIDTH = 100;
  private static final String SLASHES = "//";
  private static final Pattern IMPLICIT = Pattern.compile("import java\\.lang\\.\\w+;");

  /** Words whose blocks keep their braces apart even if nothing stands between them. */
  private static final Set<String> BLOCKS = Set.of("}", "else", "try", "do");

  private final Deque<String> lines;
  private final List<String> out = new ArrayList<>();

  private Layout(Deque<String> lines) {
    this.lines = lines;
  }

  /**
   * Breaks the lines of a generated file, and takes away its imports of {@code java.lang}.
   *
   * @param source as JavaPoet prints it
   */
  public static String of(String source) {
    Layout layout = new Layout(new ArrayDeque<>(source.lines().toList()));
    while (!layout.lines.isEmpty()) {
      layout.next();
    }
    return String.join("\n", layout.out) + "\n";
  }

  private void next() {
    String line = lines.element().strip();
    if (line.isEmpty()) {
      lines.remove();
      if (!out.isEmpty() && !out.get(out.size() - 1).isEmpty()) {
        out.add("");
      }
    } else if (line.startsWith(SLASHES)) {
      comment();
    } else if (line.startsWith("/**")) {
      out.add(javadoc());
    } else if (IMPLICIT.matcher(line).matches()) {
      lines.remove();
    } else if (line.startsWith("package ") || line.startsWith("import ")) {
      out.add(lines.remove());
    } else {
      out.add(code());
    }
  }

  /** What does not fit goes on in the next line, which is not filled up. */
  private void comment() {
    String blanks = " ".repeat(indent());
    String comment = lines.remove().strip();
    int room = WIDTH - blanks.length();
    while (comment.length() > room && comment.lastIndexOf(' ', room) > SLASHES.length()) {
      int end = comment.lastIndexOf(' ', room);
      out.add(blanks + comment.substring(0, end));
      comment = SLASHES + comment.substring(end);
    }
    out.add(blanks + comment);
  }

  private String javadoc() {
    int indent = indent();
    List<String> comment = new ArrayList<>();
    do {
      comment.add(lines.remove());
    } while (!comment.get(comment.size() - 1).endsWith("*/"));
    return JavadocLayout.print(comment, WIDTH, indent);
  }

  private String code() {
    int indent = indent();
    String code = withEmptyBody(CodeLines.take(lines));
    boolean fits = !code.startsWith("@") && indent + code.length() <= WIDTH;
    return " ".repeat(indent)
        + (fits ? Optional.<Group>empty() : read(code))
            .map(doc -> LineBreaker.print(doc, WIDTH, indent))
            .orElse(code);
  }

  /** Of the next line. */
  private int indent() {
    String line = lines.element();
    return line.length() - line.stripLeading().length();
  }

  private String withEmptyBody(String code) {
    boolean opens = code.endsWith(" {") && !BLOCKS.contains(code.substring(0, code.indexOf(' ')));
    if (!opens || lines.isEmpty() || !lines.element().strip().equals("}")) {
      return code;
    }
    lines.remove();
    return code + "}";
  }

  private static Optional<Group> read(String code) {
    try {
      return Optional.of(
          code.startsWith("@") ? MemberLayout.of(Tokens.of(code)) : statementOrMember(code));
    } catch (UnknownSyntaxException e) {
      return Optional.empty();
    }
  }

  private static Group statementOrMember(String code) {
    try {
      return StatementLayout.of(Tokens.of(code));
    } catch (UnknownSyntaxException e) {
      return MemberLayout.of(Tokens.of(code));
    }
  }
}
