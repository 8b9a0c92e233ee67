package org.wengert.processor.simplify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.MathFunction;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operator;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;
import org.wengert.processor.tape.Verifier;

/**
 * Reads tapes as the printer writes them, so that tests can say what they mean. Names such as
 * {@code v1} are temporaries.
 */
final class TapeText {
  private static final Pattern LINE =
      Pattern.compile("(?:(.*?) = )?(\\S+)(?: (.*?))??( @\\d+)?( \\{)?");
  private static final Pattern HEAD = Pattern.compile("(\\w+)\\((.*)\\) \\{");
  private static final Pattern THROW = Pattern.compile("throw ([\\w.]+)\\((.*)\\)");

  private final Deque<String> lines;
  private final Map<String, Value> values = new HashMap<>();

  private TapeText(String text) {
    lines = new ArrayDeque<>(text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
  }

  static Tape parse(String text) {
    return Verifier.verify(new TapeText(text).tape());
  }

  private Tape tape() {
    Matcher head = match(HEAD, lines.pop());
    return new Tape(head.group(1), declare(head.group(2)), block());
  }

  /** Reads up to the line that closes the block, inclusive. */
  private Block block() {
    List<Operation> operations = new ArrayList<>();
    List<Value> yields = List.of();
    while (!lines.element().startsWith("}")) {
      String line = lines.pop();
      if (line.startsWith("yield ")) {
        yields = use(line.substring("yield ".length()));
      } else {
        operations.add(operation(line));
      }
    }
    lines.pop();
    return new Block(operations, yields);
  }

  private Operation operation(String line) {
    if (line.startsWith("throw ")) {
      return thrown(match(THROW, line));
    }
    Matcher parts = match(LINE, line);
    String left = parts.group(1) == null ? "" : parts.group(1);
    String right = parts.group(3) == null ? "" : parts.group(3);
    int source = parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4).substring(2));
    Location at = source == 0 ? Location.NONE : new Location(source, 0, 0);
    return switch (parts.group(2)) {
      case "branch" -> {
        Value condition = use(right).get(0);
        Block whenTrue = block();
        Block whenFalse = block();
        yield new Operation.Branch(declare(left), condition, whenTrue, whenFalse, at);
      }
      case "loop" -> {
        String[] loop = right.split("(^| )carries ", -1);
        List<Value> initial = use(loop[0]);
        List<Value> carried = declare(loop.length > 1 ? loop[1] : "");
        Block test = block();
        Block body = block();
        yield new Operation.Loop(declare(left), initial, carried, test, body, at);
      }
      case "store" -> {
        List<Value> stored = use(right);
        yield new Operation.Store(stored.get(0), stored.get(1), stored.get(2), at);
      }
      case "call" -> {
        String[] call = right.split(" ", 2);
        yield new Operation.Call(call[0], use(call.length > 1 ? call[1] : ""), at);
      }
      default -> simple(parts.group(2), right, left, at);
    };
  }

  /** An operation with one result and no region. */
  private Operation simple(String name, String right, String left, Location at) {
    if (name.equals("constant")) {
      Value result = declare(left).get(0);
      return new Operation.Constant(result, literal(right, result.type()), at);
    }
    if (name.equals("static")) {
      int dot = right.lastIndexOf('.');
      return new Operation.ReadStatic(
          declare(left).get(0), right.substring(0, dot), right.substring(dot + 1), true, at);
    }
    List<Value> inputs = use(right);
    Value result = declare(left).get(0);
    return switch (name) {
      case "load" -> new Operation.Load(result, inputs.get(0), inputs.get(1), at);
      case "length" -> new Operation.Length(result, inputs.get(0), at);
      case "new" -> new Operation.NewArray(result, inputs, at);
      case "clone" -> new Operation.CloneArray(result, inputs.get(0), at);
      case "acquire" -> new Operation.Acquire(result, inputs.get(0), at);
      case "reserve" -> new Operation.Reserve(result, inputs.get(0), inputs.get(1), at);
      default -> new Operation.Elementary(result, operator(name), inputs, at);
    };
  }

  private Operation thrown(Matcher parts) {
    List<Operation.Argument> arguments = new ArrayList<>();
    for (String argument : split(parts.group(2), ", ")) {
      List<Operation.Part> pieces = new ArrayList<>();
      for (String piece : split(argument, " \\+ ")) {
        pieces.add(
            piece.startsWith("\"")
                ? new Operation.Text(piece.substring(1, piece.length() - 1))
                : new Operation.Operand(use(piece).get(0)));
      }
      arguments.add(new Operation.Argument(pieces));
    }
    return new Operation.Throw(parts.group(1), arguments, Location.NONE);
  }

  private static Operator operator(String name) {
    if (name.contains(".")) {
      String function = name.substring(name.indexOf('.') + 1);
      return new MathCall(
          MathFunction.named(function).orElseThrow(), name.startsWith("StrictMath."));
    }
    return Arithmetic.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Object literal(String text, Type type) {
    if (text.equals("null")) {
      return null;
    }
    return switch (type.kind()) {
      case BOOLEAN -> Boolean.valueOf(text);
      case INT -> Integer.valueOf(text);
      case LONG -> Long.valueOf(text.substring(0, text.length() - 1));
      case FLOAT -> Float.valueOf(text.substring(0, text.length() - 1));
      case DOUBLE -> Double.valueOf(text);
      case BYTE, SHORT, CHAR, REFERENCE -> throw new IllegalArgumentException(text);
    };
  }

  private List<Value> declare(String text) {
    List<Value> declared = new ArrayList<>();
    for (String declaration : split(text, ", ")) {
      String[] words = declaration.split(" ", -1);
      Type type = type(words[0]);
      Value value = words[1].matches("v\\d+") ? Value.temporary(type) : Value.named(type, words[1]);
      declared.add(value);
      values.put(words[1], value);
    }
    return declared;
  }

  private List<Value> use(String text) {
    List<Value> used = new ArrayList<>();
    for (String name : split(text, " ")) {
      if (!values.containsKey(name)) {
        throw new IllegalArgumentException(name + " in " + text);
      }
      used.add(values.get(name));
    }
    return used;
  }

  private static Type type(String text) {
    if (text.endsWith("[]")) {
      return type(text.substring(0, text.length() - 2)).arrayOf();
    }
    return switch (text) {
      case "boolean" -> Type.BOOLEAN;
      case "int" -> Type.INT;
      case "long" -> Type.LONG;
      case "float" -> Type.FLOAT;
      case "double" -> Type.DOUBLE;
      default -> Type.opaque(text);
    };
  }

  private static List<String> split(String text, String separator) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(separator));
  }

  private static Matcher match(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(line);
    }
    return matcher;
  }
}
