package org.wengert.processor.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.MathCall;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operator;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * A tape as the page's machine runs it. Values are numbers, in the order of definition; an
 * operation is a list of its kind, its own number, its results and its operands, followed by what
 * only its kind has.
 */
final class TapeJson {
  private final Map<Value, Integer> values = new HashMap<>();
  private final Map<Operation, Integer> operations = new IdentityHashMap<>();
  private final List<Object> types = new ArrayList<>();
  private final ToIntFunction<Operation.Elementary> rules;
  private final Map<String, Object> json = new LinkedHashMap<>();
  private int next;

  private TapeJson(Tape tape, ToIntFunction<Operation.Elementary> rules) {
    this.rules = rules;
    json.put("parameters", define(tape.parameters()));
    json.put("body", block(tape.body()));
    json.put("types", types);
  }

  static Map<String, Object> of(Tape tape) {
    return of(tape, operation -> -1).json;
  }

  /**
   * The same, still knowing the numbers.
   *
   * @param rules the position of each operation's rule
   */
  static TapeJson of(Tape tape, ToIntFunction<Operation.Elementary> rules) {
    return new TapeJson(tape, rules);
  }

  Map<String, Object> json() {
    return json;
  }

  int number(Value value) {
    return values.get(value);
  }

  int number(Operation operation) {
    return operations.get(operation);
  }

  private List<Object> define(List<Value> some) {
    for (Value value : some) {
      values.put(value, types.size());
      types.add(type(value.type()));
    }
    return numbers(some);
  }

  private List<Object> numbers(List<Value> some) {
    List<Object> numbers = new ArrayList<>();
    some.forEach(value -> numbers.add(values.get(value)));
    return numbers;
  }

  /** The virtual machine's letter, and how many dimensions an array has. */
  private static String type(Type type) {
    String letter =
        switch (type.kind()) {
          case BOOLEAN -> "Z";
          case BYTE -> "B";
          case SHORT -> "S";
          case CHAR -> "C";
          case INT -> "I";
          case LONG -> "J";
          case FLOAT -> "F";
          case DOUBLE -> "D";
          case REFERENCE -> "L";
        };
    return type.isArray() ? letter + type.rank() : letter;
  }

  private List<Object> block(Block block) {
    List<Object> list = new ArrayList<>();
    block.operations().forEach(operation -> list.add(operation(operation)));
    return Json.list(list, numbers(block.yields()));
  }

  private List<Object> operation(Operation operation) {
    int number = next++;
    operations.put(operation, number);
    List<Object> operands = numbers(operation.operands());
    List<Object> extra = extra(operation);
    List<Object> all = Json.list(kind(operation), number, define(operation.results()), operands);
    all.addAll(extra);
    return all;
  }

  /** What only this kind has; defines what is defined inside. */
  private List<Object> extra(Operation operation) {
    if (operation instanceof Operation.Constant constant) {
      return Json.list(literal(constant.value()));
    } else if (operation instanceof Operation.Elementary elementary) {
      return Json.list(name(elementary.operator()), rules.applyAsInt(elementary));
    } else if (operation instanceof Operation.ReadStatic read) {
      return Json.list(read.owner() + "." + read.field());
    } else if (operation instanceof Operation.Loop loop) {
      List<Object> carried = define(loop.carried());
      return Json.list(carried, block(loop.condition()), block(loop.body()));
    } else if (operation instanceof Operation.Branch branch) {
      return Json.list(block(branch.whenTrue()), block(branch.whenFalse()));
    } else if (operation instanceof Operation.Call call) {
      return Json.list(call.tape());
    } else if (operation instanceof Operation.Invoke invoke) {
      return Json.list(
          invoke.callee().target(invoke.form()).owner()
              + "."
              + invoke.callee().target(invoke.form()).name());
    } else if (operation instanceof Operation.Throw thrown) {
      return Json.list(thrown.exception());
    }
    return List.of();
  }

  private static String kind(Operation operation) {
    return operation.getClass().getSimpleName();
  }

  private static String name(Operator operator) {
    return operator instanceof MathCall call
        ? call.function().javaName()
        : ((Arithmetic) operator).name();
  }

  /** What JSON has no number for is a string. */
  private static Object literal(Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      boolean isPlain = Double.isFinite(number) && (number != 0 || 1 / number > 0);
      return isPlain ? (Object) number : String.valueOf(number);
    }
    return value instanceof Long ? value.toString() : value;
  }
}
