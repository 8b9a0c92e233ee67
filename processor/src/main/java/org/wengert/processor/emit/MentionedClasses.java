package org.wengert.processor.emit;

import com.palantir.javapoet.ClassName;
import java.util.HashSet;
import java.util.Set;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;

/** The simple names of the classes that a method's body mentions; a local would hide them. */
final class MentionedClasses {
  private static final Set<String> ALWAYS =
      Set.of("Math", "StrictMath", "Double", "Float", "Integer", "Long", "TapeStorage");

  private MentionedClasses() {}

  static Set<String> in(Tape tape) {
    Set<String> names = new HashSet<>(ALWAYS);
    collect(tape.body(), names);
    return names;
  }

  private static void collect(Block block, Set<String> names) {
    for (Operation operation : block.operations()) {
      if (operation instanceof Operation.ReadStatic read) {
        add(JavaTypes.className(read.owner()), names);
      } else if (operation instanceof Operation.Invoke invoke && !invoke.callee().ofObject()) {
        add(JavaTypes.className(invoke.callee().target(invoke.form()).owner()), names);
      } else if (operation instanceof Operation.Throw thrown) {
        add(JavaTypes.className(thrown.exception()), names);
      }
      operation.blocks().forEach(inner -> collect(inner, names));
    }
  }

  private static void add(ClassName name, Set<String> names) {
    names.addAll(name.simpleNames());
  }
}
