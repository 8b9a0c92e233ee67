package org.wengert.processor.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.wengert.processor.layout.Doc.Group;

/** Source text with the same tokens in other lines, of at most {@value #WIDTH} columns. */
public final class Layout {
  private static final int WIDTH = 100;
  private static final String IMPLICIT = "import java.lang.";

  /** Words whose blocks keep their braces apart even if nothing stands between them. */
  private static final Set<String> BLOCKS = Set.of("}", "else", "try", "do");

  private final Deque<String> lines;
  private final Predicate<String> hidden;
  private final List<String> out = new ArrayList<>();

  private Layout(Deque<String> lines, Predicate<String> hidden) {
    this.lines = lines;
    this.hidden = hidden;
  }

  /**
   * Breaks the lines of a generated file.
   *
   * @param source as JavaPoet prints it
   * @param hidden whether a class of this simple name would be taken for the one of {@code
   *     java.lang} where that is not imported
   */
  public static String of(String source, Predicate<String> hidden) {
    Layout layout = new Layout(new ArrayDeque<>(source.lines().toList()), hidden);
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
    } else if (line.startsWith("//")) {
      out.add(lines.remove());
    } else if (line.startsWith("/**")) {
      out.add(javadoc());
    } else if (isSuperfluous(line)) {
      lines.remove();
    } else {
      out.add(code());
    }
  }

  /** Formatters take such imports away. */
  private boolean isSuperfluous(String line) {
    if (!line.startsWith(IMPLICIT)) {
      return false;
    }
    String name = line.substring(IMPLICIT.length(), line.length() - 1);
    return !name.contains(".") && !hidden.test(name);
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
