package org.wengert.processor.simplify;

import org.wengert.processor.tape.Printer;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Verifier;

/** Single passes from text to text. */
final class Passes {
  private Passes() {}

  static String rewritten(String text, Rule... rules) {
    Names names = new Names();
    return print(names.applyTo(Rewriter.rewrite(TapeText.parse(text), names, rules)));
  }

  static String unified(String text) {
    return rewritten(text, new ValueNumbering(Removable.in(TapeText.parse(text), o -> false)));
  }

  static String live(String text) {
    Tape tape = TapeText.parse(text);
    Removable none = Removable.in(tape, operation -> false);
    return print(Rewriter.rewrite(tape, new Names(), new DeadCode(Liveness.of(tape, none))));
  }

  static String simplified(String text) {
    return print(Simplifier.of(TapeText.parse(text)));
  }

  static String print(Tape tape) {
    return Printer.print(Verifier.verify(tape));
  }
}
