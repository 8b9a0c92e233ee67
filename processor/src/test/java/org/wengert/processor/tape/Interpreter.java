package org.wengert.processor.tape;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates tapes as Java would, bit for bit, without a compiler. Exceptions that Java raises by
 * itself (a null array, an index out of bounds, a division by zero) are raised by themselves here;
 * the tape's own are {@link InterpretedThrow}s.
 *
 * <p>What a tape must not rely on is made hostile: acquired buffers are longer than asked for and
 * full of rubbish, and a buffer that is reserved again always moves, leaving rubbish behind.
 */
public final class Interpreter {
  private final Map<String, Tape> callees;
  private final Map<Value, Object> values = new HashMap<>();

  private Interpreter(Map<String, Tape> callees) {
    this.callees = callees;
  }

  /** The results of a tape on boxed scalars and arrays, which it may write to. */
  public static List<Object> run(Tape tape, Object... arguments) {
    return run(Map.of(), tape, arguments);
  }

  /** The same, for a tape that calls others, given by name. */
  public static List<Object> run(Map<String, Tape> callees, Tape tape, Object... arguments) {
    return new Interpreter(callees).tape(tape, Arrays.asList(arguments));
  }

  private List<Object> tape(Tape tape, List<Object> arguments) {
    if (arguments.size() != tape.parameters().size()) {
      throw new IllegalArgumentException(
          tape.name() + " has " + tape.parameters().size() + " parameters, not " + arguments);
    }
    define(tape.parameters(), arguments);
    return block(tape.body());
  }

  private List<Object> block(Block block) {
    for (Operation operation : block.operations()) {
      evaluate(operation);
    }
    return get(block.yields());
  }

  private void evaluate(Operation operation) {
    if (operation instanceof Operation.Branch branch) {
      boolean condition = (boolean) get(branch.condition());
      define(branch.results(), block(condition ? branch.whenTrue() : branch.whenFalse()));
    } else if (operation instanceof Operation.Loop loop) {
      define(loop.carried(), get(loop.initial()));
      while ((boolean) block(loop.condition()).get(0)) {
        define(loop.carried(), block(loop.body()));
      }
      define(loop.results(), get(loop.carried()));
    } else if (operation instanceof Operation.Store store) {
      Type component = store.array().type().component();
      Array.set(
          get(store.array()), (int) get(store.index()), stored(get(store.value()), component));
    } else if (operation instanceof Operation.Call call) {
      run(callees, callees.get(call.tape()), get(call.arguments()).toArray());
    } else if (operation instanceof Operation.Throw thrown) {
      List<Object> arguments = new ArrayList<>();
      thrown.arguments().forEach(argument -> arguments.add(argument(argument)));
      throw new InterpretedThrow(thrown.exception(), Collections.unmodifiableList(arguments));
    } else {
      define(operation.results(), Collections.singletonList(value(operation)));
    }
  }

  /** The value of an operation with one result and no region. */
  private Object value(Operation operation) {
    if (operation instanceof Operation.Constant constant) {
      return constant.value();
    } else if (operation instanceof Operation.Elementary elementary) {
      return Elementaries.evaluate(elementary.operator(), get(elementary.inputs()));
    } else if (operation instanceof Operation.ReadStatic read) {
      return read(read);
    } else if (operation instanceof Operation.Load load) {
      return widened(Array.get(get(load.array()), (int) get(load.index())));
    } else if (operation instanceof Operation.Length length) {
      return Array.getLength(get(length.array()));
    } else if (operation instanceof Operation.NewArray array) {
      int[] lengths = array.lengths().stream().mapToInt(length -> (int) get(length)).toArray();
      Type element = array.result().type();
      for (int i = 0; i < lengths.length; i++) {
        element = element.component();
      }
      return Array.newInstance(javaClass(element), lengths);
    } else if (operation instanceof Operation.CloneArray clone) {
      Object array = get(clone.array());
      return copy(array, javaClass(clone.result().type().component()), Array.getLength(array));
    } else if (operation instanceof Operation.Acquire acquire) {
      return buffer(acquire.result().type().element(), (int) get(acquire.length()));
    } else if (operation instanceof Operation.Reserve reserve) {
      return moved(get(reserve.buffer()), reserve.result().type(), (int) get(reserve.length()));
    }
    throw new IllegalArgumentException(operation.toString());
  }

  private Object argument(Operation.Argument argument) {
    if (argument.parts().size() == 1) {
      return part(argument.parts().get(0));
    }
    StringBuilder text = new StringBuilder();
    argument.parts().forEach(part -> text.append(part(part)));
    return text.toString();
  }

  private Object part(Operation.Part part) {
    return part instanceof Operation.Text literal
        ? literal.text()
        : get(((Operation.Operand) part).value());
  }

  private Object get(Value value) {
    if (!values.containsKey(value)) {
      throw new IllegalStateException(value + " is not defined");
    }
    return values.get(value);
  }

  private List<Object> get(List<Value> some) {
    List<Object> result = new ArrayList<>();
    some.forEach(value -> result.add(get(value)));
    return result;
  }

  private void define(List<Value> some, List<Object> objects) {
    for (int i = 0; i < some.size(); i++) {
      Object object = objects.get(i);
      Type type = some.get(i).type();
      if (object == null ? isPrimitive(type) : !boxed(type).isInstance(object)) {
        throw new IllegalArgumentException(some.get(i) + " of type " + type + " = " + object);
      }
      values.put(some.get(i), object);
    }
  }

  private static Object read(Operation.ReadStatic read) {
    if (read.field().equals("class.desiredAssertionStatus()")) {
      return Interpreter.class.desiredAssertionStatus();
    }
    try {
      Field field = Class.forName(read.owner()).getDeclaredField(read.field());
      if (!field.canAccess(null)) {
        field.setAccessible(true);
      }
      Object value = field.get(null);
      return read.result().type().isNarrow() ? value : widened(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(read.toString(), e);
    }
  }

  /** An element of an array as tapes compute with it. */
  private static Object widened(Object element) {
    if (element instanceof Character character) {
      return (int) character;
    }
    return element instanceof Byte || element instanceof Short
        ? (Object) ((Number) element).intValue()
        : element;
  }

  /** A value as it is kept in an array whose elements are of this type. */
  private static Object stored(Object value, Type component) {
    if (!component.isNarrow()) {
      return value;
    }
    int number = (int) value;
    return switch (component.kind()) {
      case BYTE -> (byte) number;
      case SHORT -> (short) number;
      default -> (char) number;
    };
  }

  private static Object buffer(Type element, int length) {
    Object buffer = Array.newInstance(javaClass(element), length + 3);
    fillWithRubbish(buffer, element);
    return buffer;
  }

  private static Object moved(Object buffer, Type type, int length) {
    int old = Array.getLength(buffer);
    Object moved = buffer(type.element(), Math.max(length, old));
    System.arraycopy(buffer, 0, moved, 0, old);
    fillWithRubbish(buffer, type.element());
    return moved;
  }

  private static void fillWithRubbish(Object buffer, Type element) {
    Object rubbish = rubbish(element);
    for (int i = 0; i < Array.getLength(buffer); i++) {
      Array.set(buffer, i, rubbish);
    }
  }

  private static Object rubbish(Type type) {
    if (!isPrimitive(type)) {
      return null;
    }
    return switch (type.kind()) {
      case BOOLEAN -> true;
      case INT -> 0xdead_beef;
      case LONG -> 0xdead_beef_dead_beefL;
      case FLOAT -> Float.NaN;
      case DOUBLE -> Double.NaN;
      case BYTE, SHORT, CHAR, REFERENCE -> null;
    };
  }

  private static Object copy(Object array, Class<?> element, int length) {
    Object copy = Array.newInstance(element, length);
    System.arraycopy(array, 0, copy, 0, length);
    return copy;
  }

  private static boolean isPrimitive(Type type) {
    return !type.isArray() && type.kind() != Type.Kind.REFERENCE;
  }

  private static Class<?> boxed(Type type) {
    return isPrimitive(type)
        ? Array.get(Array.newInstance(javaClass(type), 1), 0).getClass()
        : javaClass(type);
  }

  private static Class<?> javaClass(Type type) {
    if (type.isArray()) {
      return javaClass(type.component()).arrayType();
    }
    return switch (type.kind()) {
      case BOOLEAN -> boolean.class;
      case BYTE -> byte.class;
      case SHORT -> short.class;
      case CHAR -> char.class;
      case INT -> int.class;
      case LONG -> long.class;
      case FLOAT -> float.class;
      case DOUBLE -> double.class;
      case REFERENCE -> Object.class;
    };
  }
}
