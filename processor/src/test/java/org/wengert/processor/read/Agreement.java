package org.wengert.processor.read;

import static com.google.common.truth.Truth.assertWithMessage;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.wengert.processor.tape.Printer;
import org.wengert.processor.tape.Tape;

/** The property that makes a reader right: a tape does what the compiled method does. */
final class Agreement {
  private static final int INPUTS = 200;

  private Agreement() {}

  /** Checks every static method among these members of a class on many inputs, bit for bit. */
  static void check(String members) {
    check(Program.of(members));
  }

  static void check(Program program) {
    assertWithMessage(program.source()).that(program.problems()).isEmpty();
    for (String name : program.names()) {
      check(program, name);
    }
  }

  static void check(Program program, String name) {
    Method method = program.method(name);
    Tape tape = program.tape(name);
    Inputs inputs = new Inputs(name.hashCode());
    for (int i = 0; i < INPUTS; i++) {
      Object[] arguments = inputs.of(method);
      Outcome expected = Outcome.of(method, arguments);
      assertWithMessage(
              "%s%s\n%s\n%s",
              name, Arrays.deepToString(arguments), program.source(name), Printer.print(tape))
          .that(Outcome.of(tape, arguments))
          .isEqualTo(expected);
    }
  }
}
