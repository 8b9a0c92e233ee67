package org.wengert.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes methods that end: nested statements with every kind of jump, and effects everywhere. */
final class RandomMethods {
  private static final String PARAMETERS = "(double x, double y, int n, boolean b, double[] a)";

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final List<String> doubles = new ArrayList<>();
  private final List<String> ints = new ArrayList<>();
  private final List<String> assignableInts = new ArrayList<>();

  private final List<Loop> loops = new ArrayList<>();

  private int names;
  private String callee;

  /** How a loop's body can be left, as far as it has been written. */
  private static final class Loop {
    private final String label;
    private final boolean repeats;
    private boolean breaks;
    private boolean continues;
    private boolean completes;

    Loop(String label, boolean repeats) {
      this.label = label;
      this.repeats = repeats;
    }
  }

  RandomMethods(long seed) {
    random = new Random(seed);
  }

  /** A method of this name that may call the other one, unless that is null. */
  String method(String name, String other) {
    callee = other;
    text.setLength(0);
    doubles.clear();
    ints.clear();
    assignableInts.clear();
    doubles.addAll(List.of("x", "y"));
    ints.add("n");
    assignableInts.add("n");
    names = 0;
    text.append("static double ").append(name).append(PARAMETERS).append(" {\n");
    if (block(3, "  ")) {
      text.append("  return ").append(number(2)).append(";\n");
    }
    return text.append("}\n").toString();
  }

  /** Writes statements; returns whether control can reach their end. */
  private boolean block(int depth, String indent) {
    int knownDoubles = doubles.size();
    int knownInts = ints.size();
    int knownAssignable = assignableInts.size();
    boolean completes = true;
    for (int i = 1 + random.nextInt(4); i > 0 && completes; i--) {
      completes = statement(depth, indent);
    }
    doubles.subList(knownDoubles, doubles.size()).clear();
    ints.subList(knownInts, ints.size()).clear();
    assignableInts.subList(knownAssignable, assignableInts.size()).clear();
    return completes;
  }

  private boolean statement(int depth, String indent) {
    text.append(indent);
    switch (random.nextInt(depth == 0 ? 11 : 20)) {
      case 0, 1 -> line(pick(doubles) + pickOf(" = ", " += ", " -= ", " *= ") + number(2));
      case 2 -> line(pick(assignableInts) + pickOf(" = ", " += ", " ^= ", " -= ") + whole(1));
      case 3 -> declaration();
      case 4, 5 -> line("a[" + index() + "]" + pickOf(" = ", " += ", " -= ") + number(1));
      case 6 -> line(pick(assignableInts) + pickOf("++", "--"));
      case 7 ->
          guard("throw new IllegalStateException(\"" + names++ + " \" + " + pick(doubles) + ")");
      case 8 -> guard("return " + number(1));
      case 9, 10 -> {
        return jump();
      }
      case 11, 12, 13 -> {
        return choice(depth, indent);
      }
      case 14, 15 -> counted(depth, indent);
      case 16 -> {
        return loop(depth, indent);
      }
      case 17, 18 -> {
        return cases(depth, indent);
      }
      default -> {
        text.append("{\n");
        boolean completes = block(depth - 1, indent + "  ");
        text.append(indent).append("}\n");
        return completes;
      }
    }
    return true;
  }

  private void line(String statement) {
    text.append(statement).append(";\n");
  }

  private void guard(String jump) {
    line("if (" + condition(2) + ") " + jump);
  }

  private void declaration() {
    if (random.nextBoolean()) {
      String initial = number(2);
      String name = "d" + names++;
      line("double " + name + " = " + initial);
      doubles.add(name);
    } else {
      String initial = whole(2);
      String name = "k" + names++;
      line("int " + name + " = " + initial);
      ints.add(name);
      assignableInts.add(name);
    }
  }

  /** A break or continue, most often under a condition; a return where there is no loop. */
  private boolean jump() {
    if (loops.isEmpty()) {
      guard("return " + number(1));
      return true;
    }
    boolean always = random.nextInt(4) == 0;
    Loop loop = loops.get(random.nextInt(3) == 0 ? random.nextInt(loops.size()) : loops.size() - 1);
    boolean breaks = !loop.repeats || random.nextBoolean();
    loop.breaks |= breaks;
    loop.continues |= !breaks;
    boolean innermost = loop == loops.get(loops.size() - 1);
    String label = innermost && random.nextBoolean() ? "" : " " + loop.label;
    line((always ? "" : "if (" + condition(2) + ") ") + (breaks ? "break" : "continue") + label);
    return !always;
  }

  /** A switch statement that breaks and falls through. */
  private boolean cases(int depth, String indent) {
    Loop breaks = new Loop("l" + names++, false);
    text.append(breaks.label).append(": switch (").append(whole(1)).append(") {\n");
    loops.add(breaks);
    boolean completes = true;
    boolean hasDefault = false;
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      boolean isDefault = !hasDefault && random.nextInt(3) == 0;
      hasDefault |= isDefault;
      text.append(indent).append(isDefault ? "  default:\n" : "  case " + (i - 1) + ":\n");
      completes = random.nextInt(5) == 0 || block(depth - 1, indent + "    ");
      if (completes && random.nextInt(3) > 0) {
        text.append(indent).append("    ");
        line("break");
        breaks.breaks = true;
      }
    }
    loops.remove(loops.size() - 1);
    text.append(indent).append("}\n");
    return completes || breaks.breaks || !hasDefault;
  }

  private boolean choice(int depth, String indent) {
    text.append("if (").append(condition(2)).append(") {\n");
    boolean completes = block(depth - 1, indent + "  ");
    if (random.nextInt(3) > 0) {
      text.append(indent).append("} else {\n");
      completes |= block(depth - 1, indent + "  ");
    } else {
      completes = true;
    }
    text.append(indent).append("}\n");
    return completes;
  }

  private void counted(int depth, String indent) {
    String i = "i" + names++;
    String bound = pickOf("a.length", "3", "(" + pick(ints) + " & 3)");
    Loop loop = new Loop("l" + names++, true);
    text.append(loop.label).append(": ");
    text.append(
        pickOf(
                "for (int %1$s = 0; %1$s < %2$s; %1$s++) {\n",
                "for (int %1$s = %2$s - 1; %1$s >= 0; %1$s -= 1) {\n",
                "for (int %1$s = 1; %1$s <= %2$s && " + condition(1) + "; %1$s += 2) {\n")
            .formatted(i, bound));
    ints.add(i);
    inLoop(loop, depth, indent);
    ints.remove(i);
    text.append(indent).append("}\n");
  }

  /** A loop that counts its rounds itself, in a variable that nothing else assigns. */
  private boolean loop(int depth, String indent) {
    String rounds = "r" + names++;
    line("int " + rounds + " = 0");
    ints.add(rounds);
    Loop loop = new Loop("l" + names++, true);
    text.append(indent).append(loop.label).append(": ");
    boolean completes = true;
    switch (random.nextInt(3)) {
      case 0 -> {
        text.append("while (")
            .append(rounds)
            .append("++ < 4 && ")
            .append(condition(1))
            .append(") {\n");
        inLoop(loop, depth, indent);
        text.append(indent).append("}\n");
      }
      case 1 -> {
        text.append("do {\n");
        inLoop(loop, depth, indent);
        completes = loop.completes || loop.continues || loop.breaks;
        text.append(indent);
        line("} while (" + rounds + "++ < 3 && " + condition(1) + ")");
      }
      default -> {
        text.append(pickOf("while (true) {\n", "for (;;) {\n"));
        String exit = random.nextInt(3) > 0 ? "break" : "return " + number(1);
        text.append(indent).append("  if (").append(rounds).append("++ > 3) ");
        line(exit);
        inLoop(loop, depth, indent);
        completes = loop.breaks || exit.equals("break");
        text.append(indent).append("}\n");
      }
    }
    return completes;
  }

  private void inLoop(Loop loop, int depth, String indent) {
    loops.add(loop);
    loop.completes = block(depth - 1, indent + "  ");
    loops.remove(loops.size() - 1);
  }

  private String number(int depth) {
    if (depth == 0) {
      return pickOf(pick(doubles), pick(doubles), pick(ints), "1.5", "2");
    }
    return switch (random.nextInt(11)) {
      case 0, 1, 2 -> number(depth - 1) + pickOf(" + ", " - ", " * ") + number(depth - 1);
      case 3 -> "(" + condition(depth - 1) + " ? " + number(depth - 1) + " : " + number(0) + ")";
      case 4 -> "a[" + index() + "]";
      case 5 -> "(" + pick(doubles) + pickOf(" = ", " += ") + number(depth - 1) + ")";
      case 6 -> "Math.abs(" + number(depth - 1) + ")";
      case 7 -> "(a[" + index() + "] -= " + number(0) + ")";
      case 8 ->
          "(switch ("
              + whole(0)
              + ") { case 0, 2 -> "
              + number(depth - 1)
              + "; case 1 -> { if ("
              + condition(0)
              + ") yield "
              + number(0)
              + "; yield "
              + number(0)
              + "; } default -> "
              + number(0)
              + "; })";
      case 9 ->
          callee == null
              ? number(0)
              : callee + "(" + number(0) + ", " + number(0) + ", " + whole(0) + ", b, a)";
      default -> number(0);
    };
  }

  private String whole(int depth) {
    if (depth == 0) {
      return pickOf(pick(ints), pick(ints), "1", "2");
    }
    return switch (random.nextInt(5)) {
      case 0 ->
          "(" + whole(depth - 1) + pickOf(" + ", " - ", " * ", " & ") + whole(depth - 1) + ")";
      case 1 -> pick(assignableInts) + pickOf("++", "--");
      case 2 -> "(int) (" + number(depth - 1) + ")";
      default -> whole(0);
    };
  }

  private String index() {
    return "(" + whole(1) + ") & 3";
  }

  private String condition(int depth) {
    if (depth == 0) {
      return number(0) + pickOf(" < ", " > ", " <= ") + number(0);
    }
    return switch (random.nextInt(6)) {
      case 0 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
      case 1 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
      case 2 -> "!(" + condition(depth - 1) + ")";
      case 3 -> pickOf("b", "(b = " + condition(depth - 1) + ")", whole(1) + " == " + whole(0));
      default -> number(1) + pickOf(" < ", " > ") + number(0);
    };
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private String pickOf(String... from) {
    return from[random.nextInt(from.length)];
  }
}
