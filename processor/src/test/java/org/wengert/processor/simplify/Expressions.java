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

  /**
   * The operations left of some, separated by semicolons, of which the last one's result counts.
   */
  static String rewritten(String operations, Rule... rules) {
    String[] lines = operations.split("; ");
    String result = lines[lines.length - 1].split(" ")[1];
    String text =
        "f(" + PARAMETERS + ") {\n" + String.join("\n", lines) + "\nyield " + result + "\n}\n";
    Tape tape = Rewriter.rewrite(TapeText.parse(text), new Names(), rules);
    Removable none = Removable.in(tape, operation -> false);
    Tape live = Rewriter.rewrite(tape, new Names(), new DeadCode(Liveness.of(tape, none)));
    return Printer.print(Verifier.verify(live))
        .lines()
        .filter(line -> line.startsWith("  "))
        .map(String::strip)
        .collect(Collectors.joining("; "));
  }
}
