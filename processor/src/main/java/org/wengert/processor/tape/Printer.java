package org.wengert.processor.tape;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A tape as text, for people: one operation a line, {@code @} before the source line it came from,
 * the operations of a region indented. Values keep their names, numbered where several have the
 * same; temporaries are {@code v1}, {@code v2} and so on. Equal tapes print equally.
 */
public final class Printer {
  private final Map<Value, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private int depth;

  private Printer() {}

  public static String print(Tape tape) {
    return of(tape).text();
  }

  static Printer of(Tape tape) {
    Printer printer = new Printer();
    printer.tape(tape);
    return printer;
  }

  String text() {
    return text.toString();
  }

  private void tape(Tape tape) {
    line(tape.name() + "(" + declarations(tape.parameters()) + ") {");
    block(tape.body());
    line("}");
  }

  private void block(Block block) {
    depth++;
    for (Operation operation : block.operations()) {
      if (operation instanceof Operation.Branch branch) {
        branch(branch);
      } else if (operation instanceof Operation.Loop loop) {
        loop(loop);
      } else {
        line(head(operation));
      }
    }
    if (!block.yields().isEmpty()) {
      line("yield " + names(block.yields()));
    }
    depth--;
  }

  private void branch(Operation.Branch branch) {
    line(head(branch) + " {");
    block(branch.whenTrue());
    line("} else {");
    block(branch.whenFalse());
    line("}");
  }

  private void loop(Operation.Loop loop) {
    line(head(loop) + " {");
    block(loop.condition());
    line("} do {");
    block(loop.body());
    line("}");
  }

  private void line(String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }

  /** The operation on one line, without its regions. */
  String head(Operation operation) {
    String results = operation.results().isEmpty() ? "" : declarations(operation.results()) + " = ";
    int sourceLine = operation.at().line();
    return results + right(operation) + (sourceLine == 0 ? "" : " @" + sourceLine);
  }

  /** What stands to the right of the equals sign. */
  private String right(Operation operation) {
    if (operation instanceof Operation.Constant constant) {
      return "constant " + literal(constant.value());
    } else if (operation instanceof Operation.Elementary elementary) {
      return name(elementary.operator()) + operands(operation);
    } else if (operation instanceof Operation.ReadStatic read) {
      return "static " + read.owner() + "." + read.field();
    } else if (operation instanceof Operation.Load) {
      return "load" + operands(operation);
    } else if (operation instanceof Operation.Store) {
      return "store" + operands(operation);
    } else if (operation instanceof Operation.Length) {
      return "length" + operands(operation);
    } else if (operation instanceof Operation.NewArray) {
      return "new" + operands(operation);
    } else if (operation instanceof Operation.CloneArray) {
      return "clone" + operands(operation);
    } else if (operation instanceof Operation.Acquire) {
      return "acquire" + operands(operation);
    } else if (operation instanceof Operation.Reserve) {
      return "reserve" + operands(operation);
    } else if (operation instanceof Operation.Call call) {
      return "call " + call.tape() + operands(operation);
    } else if (operation instanceof Operation.Invoke invoke) {
      Callee.Target target = invoke.callee().target(invoke.form());
      return "invoke " + target.owner() + "." + target.name() + operands(operation);
    } else if (operation instanceof Operation.Branch) {
      return "branch" + operands(operation);
    } else if (operation instanceof Operation.Loop loop) {
      String carried = loop.carried().isEmpty() ? "" : " carries " + declarations(loop.carried());
      return "loop" + operands(operation) + carried;
    }
    Operation.Throw thrown = (Operation.Throw) operation;
    return "throw "
        + thrown.exception()
        + thrown.arguments().stream()
            .map(this::argument)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String name(Operator operator) {
    return operator instanceof MathCall call
        ? (call.strict() ? "StrictMath." : "Math.") + call.function().javaName()
        : ((Arithmetic) operator).name().toLowerCase(Locale.ROOT);
  }

  private static String literal(Object value) {
    if (value instanceof Float) {
      return value + "f";
    }
    if (value instanceof String) {
      return '"' + value.toString() + '"';
    }
    return value instanceof Long ? value + "L" : String.valueOf(value);
  }

  private String argument(Operation.Argument argument) {
    return argument.parts().stream().map(this::part).collect(Collectors.joining(" + "));
  }

  private String part(Operation.Part part) {
    return part instanceof Operation.Text literal
        ? '"' + literal.text() + '"'
        : name(((Operation.Operand) part).value());
  }

  private String declarations(List<Value> values) {
    return values.stream()
        .map(value -> value.type() + " " + name(value))
        .collect(Collectors.joining(", "));
  }

  private String operands(Operation operation) {
    return operation.operands().isEmpty() ? "" : " " + names(operation.operands());
  }

  private String names(List<Value> values) {
    return values.stream().map(this::name).collect(Collectors.joining(" "));
  }

  /** The name that this value has in the text. */
  String name(Value value) {
    return names.computeIfAbsent(value, this::free);
  }

  private String free(Value value) {
    String base = value.isNamed() ? value.name() : "v";
    String name = value.isNamed() ? base : numbered(base);
    while (!taken.add(name)) {
      name = numbered(base);
    }
    return name;
  }

  /** A name that this base has not been given yet: x2, x3 for a name x; v1, v2 for temporaries. */
  private String numbered(String base) {
    int first = base.equals("v") ? 1 : 2;
    int number = counts.merge(base, first, (count, ignored) -> count + 1);
    return base + number;
  }
}
