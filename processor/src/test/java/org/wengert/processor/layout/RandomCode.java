package org.wengert.processor.layout;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Classes with the syntax of generated code and no meaning, every statement on one line. */
final class RandomCode {
  private static final List<String> OPERATORS =
      List.of("+", "-", "*", "/", "%", "==", "<", ">=", "&&", "||", "&", "|", "^", "<<", ">>>");
  private static final List<String> PRIMITIVES = List.of("double", "int", "boolean", "float");

  private final Random random;
  private final StringBuilder out = new StringBuilder();

  private RandomCode(long seed) {
    this.random = new Random(seed);
  }

  static String ofClass(String name, long seed) {
    return new RandomCode(seed).write(name);
  }

  private String write(String name) {
    line(0, "package org.wengert.random;");
    line(0, "");
    line(0, "final class " + name + " {");
    for (int i = 0; i < 20; i++) {
      if (i > 0) {
        line(0, "");
      }
      if (chance(2)) {
        comment();
      }
      if (chance(4)) {
        line(2, "record " + className() + "(" + parameters() + ") {");
        line(2, "}");
      } else {
        member();
      }
    }
    line(0, "}");
    return out.toString();
  }

  private void comment() {
    line(2, "/**");
    line(2, " * " + prose());
    for (int i = random.nextInt(3); i > 0; i--) {
      line(2, " *");
      line(2, " * <p>" + prose());
    }
    int tags = random.nextInt(3);
    if (tags > 0) {
      line(2, " *");
    }
    for (int i = 0; i < tags; i++) {
      line(2, " * @param " + name() + " " + prose());
    }
    line(2, " */");
  }

  private String prose() {
    return Stream.generate(
            () ->
                chance(8)
                    ? "{@link " + className() + "#" + name() + "(" + parameters() + ")}"
                    : chance(4) ? "{@code " + name() + "[" + name() + "]}" : name())
        .limit(1 + random.nextInt(chance(2) ? 6 : 40))
        .collect(Collectors.joining(" "));
  }

  private void member() {
    if (chance(3)) {
      line(2, annotation());
    }
    String modifiers = pick(List.of("", "static ", "private static ", "public static "));
    String exceptions = chance(3) ? " throws " + join(1 + random.nextInt(3), this::className) : "";
    line(2, modifiers + type() + " " + name() + "(" + parameters() + ")" + exceptions + " {");
    statements(4, 3);
    line(2, "}");
  }

  private String annotation() {
    return switch (random.nextInt(4)) {
      case 0 -> "@" + className() + "(" + literal() + ")";
      case 1 -> "@" + className() + "({" + join(1 + random.nextInt(8), this::literal) + "})";
      case 2 -> "@" + className() + "(of = " + className() + ".class, protocol = " + number() + ")";
      default ->
          "@"
              + className()
              + "(active = {"
              + join(2, this::number)
              + "}, names = {"
              + join(1 + random.nextInt(5), this::literal)
              + "})";
    };
  }

  private void statements(int indent, int depth) {
    for (int i = random.nextInt(4); i >= 0; i--) {
      if (chance(5)) {
        line(indent, "// " + prose());
      }
      if (depth > 0 && chance(3)) {
        compound(indent, depth);
      } else {
        line(indent, simple() + ";");
      }
    }
  }

  private void compound(int indent, int depth) {
    switch (random.nextInt(4)) {
      case 0 -> {
        line(indent, "if (" + expression(3) + ") {");
        statements(indent + 2, depth - 1);
        line(indent, "} else if (" + expression(3) + ") {");
        statements(indent + 2, depth - 1);
        line(indent, "} else {");
        statements(indent + 2, depth - 1);
        line(indent, "}");
      }
      case 1 -> {
        String i = name();
        line(
            indent,
            "for (int " + i + " = " + expression(1) + "; " + expression(2) + "; " + i + "++) {");
        statements(indent + 2, depth - 1);
        line(indent, "}");
      }
      case 2 -> {
        line(indent, "while (" + expression(3) + ") {");
        statements(indent + 2, depth - 1);
        line(indent, "}");
      }
      default -> {
        line(indent, "return switch (" + name() + ") {");
        line(indent + 2, "case " + literal() + " -> " + expression(2) + ";");
        line(indent + 2, "default -> " + expression(1) + ";");
        line(indent, "};");
      }
    }
  }

  private String simple() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> type() + " " + name() + " = " + expression(4);
      case 2 -> element() + pick(List.of(" = ", " += ", " -= ")) + expression(4);
      case 3 -> call(3);
      case 4 -> "return " + expression(4);
      default -> "throw new " + className() + "(" + expression(3) + ")";
    };
  }

  private String expression(int depth) {
    if (depth <= 0) {
      return atom();
    }
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> infix(depth);
      case 3 -> "(" + expression(depth - 1) + ")";
      case 4 -> call(depth);
      case 5 -> "-" + name();
      case 6 -> "(" + type() + ") (" + expression(depth - 1) + ")";
      case 7 ->
          atom()
              + " "
              + pick(OPERATORS)
              + " "
              + atom()
              + " ? "
              + operand(depth - 1)
              + " : "
              + operand(depth - 1);
      case 8 -> "new " + className() + "(" + arguments(depth) + ")";
      case 9 -> "new " + primitive() + "[" + expression(depth - 1) + "][" + atom() + "]";
      case 10 -> "new double[] {" + arguments(depth) + "}";
      default -> chain(depth);
    };
  }

  private String infix(int depth) {
    StringBuilder text = new StringBuilder(operand(depth - 1));
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append(' ').append(pick(OPERATORS)).append(' ').append(operand(depth - 1));
    }
    return text.toString();
  }

  private String operand(int depth) {
    return chance(2)
        ? atom()
        : depth > 0 && chance(2) ? call(depth) : "(" + expression(depth) + ")";
  }

  private String call(int depth) {
    String called = chance(2) ? name() : (chance(2) ? className() : name()) + "." + name();
    return called + "(" + arguments(depth) + ")";
  }

  private String chain(int depth) {
    String start =
        pick(
            List.of(
                className() + "." + name(),
                name(),
                "this",
                element(),
                "(" + expression(depth - 1) + ")"));
    return start
        + "."
        + Stream.generate(() -> chance(3) ? name() : name() + "(" + arguments(depth - 1) + ")")
            .limit(1 + random.nextInt(3))
            .collect(Collectors.joining("."));
  }

  private String arguments(int depth) {
    return join(
        random.nextInt(random.nextInt(12) + 1), () -> expression(chance(2) ? 0 : depth - 1));
  }

  private String atom() {
    return switch (random.nextInt(6)) {
      case 0 -> number();
      case 1 -> literal();
      case 2 -> element();
      case 3 -> name() + ".length";
      default -> name();
    };
  }

  private String element() {
    return name() + (chance(3) ? "[" + name() + "][" + name() + " + 1]" : "[" + name() + "]");
  }

  private String parameters() {
    return join(random.nextInt(9), () -> type() + " " + name());
  }

  private String type() {
    String base =
        chance(3) ? primitive() : chance(3) ? className() + "." + className() : generic(1);
    return base + pick(List.of("", "", "[]", "[][]"));
  }

  private String generic(int depth) {
    if (depth == 0 || !chance(3)) {
      return className();
    }
    String inner = generic(depth - 1);
    String argument =
        pick(List.of(inner, "?", "? extends " + inner, "? super " + inner, inner + "[]"));
    String second = chance(2) ? ", " + generic(depth - 1) : "";
    return className() + "<" + argument + second + ">" + (chance(5) ? "." + className() : "");
  }

  private String primitive() {
    return pick(PRIMITIVES);
  }

  private String number() {
    return pick(List.of("0", "1.0", "12", "1.0E-5", "3.25F", "0x1F", "100L"));
  }

  private String literal() {
    String end = pick(List.of("", " %s", " \\\"", "\\\\", "\\n", " // {", "\\u2028"));
    return "\"" + words(random.nextInt(4)) + end + "\"";
  }

  private String words(int count) {
    return IntStream.range(0, count).mapToObj(i -> name()).collect(Collectors.joining(" "));
  }

  private String name() {
    String name = letters('a', chance(2) ? 1 + random.nextInt(3) : 1 + random.nextInt(14));
    return chance(3) ? name + className() : name;
  }

  private String className() {
    return letters('A', 1) + (chance(8) ? "" : letters('a', 1 + random.nextInt(10)));
  }

  /** Never a keyword, as they have no digit. */
  private String letters(char first, int length) {
    return random
            .ints(length, 0, 26)
            .mapToObj(letter -> String.valueOf((char) (first + letter)))
            .collect(Collectors.joining())
        + (first == 'a' && length > 1 ? String.valueOf(random.nextInt(10)) : "");
  }

  private String join(int count, Supplier<String> item) {
    return Stream.generate(item).limit(count).collect(Collectors.joining(", "));
  }

  private boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private void line(int indent, String text) {
    out.append(" ".repeat(indent)).append(text).append('\n');
  }
}
