package org.wengert.processor.simplify;

import java.util.stream.Collectors;
import org.wengert.processor.tape.Printer;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Verifier;

/** Straight-line tapes on one line, for the rules on elementary operations. */
final class Expressions {
  private static final String PARAMETERS =
      "double x, double y, float s, float t, int i, int j, long k, long l, boolean p, boolean q";

  private Expressions() {}

  /** A tape of these operations, for rules that have to see it beforehand. */
  static Tape parse(String operations) {
    String[] lines = operations.split("; ", -1);
    String result = lines[lines.length - 1].split(" ", -1)[1];
    String body = String.join("\n", lines) + "\nyield " + result + "\n";
    return TapeText.parse("f(" + PARAMETERS + ") {\n" + body + "}\n");
  }

  /**
   * The operations left of some, separated by semicolons, of which the last one's result counts.
   */
  static String rewritten(String operations, Rule... rules) {
    return rewritten(parse(operations), rules);
  }

  static String rewritten(Tape expression, Rule... rules) {
    Tape tape = Rewriter.rewrite(expression, new Names(), rules);
    Removable none = Removable.in(tape, operation -> false);
    Tape live = Rewriter.rewrite(tape, new Names(), new DeadCode(Liveness.of(tape, none)));
    return Printer.print(Verifier.verify(live))
        .lines()
        .filter(line -> line.startsWith("  "))
        .map(String::strip)
        .collect(Collectors.joining("; "));
  }
}
