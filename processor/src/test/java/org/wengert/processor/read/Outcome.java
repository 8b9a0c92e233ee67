package org.wengert.processor.read;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.tape.InterpretedThrow;
import org.wengert.processor.tape.Interpreter;
import org.wengert.processor.tape.Tape;

/**
 * What an evaluation did, as text that is equal for equal bits: its result or its exception, and
 * what it left in its arguments.
 */
record Outcome(String result, List<String> arguments) {
  /** What the compiled method does. */
  static Outcome of(Method method, Object[] arguments) {
    Object[] own = copy(arguments);
    String result;
    try {
      result = bits(method.invoke(null, own));
    } catch (InvocationTargetException e) {
      result = thrown(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    return new Outcome(result, all(own));
  }

  /** What the interpreted tape does. */
  static Outcome of(Tape tape, Object[] arguments) {
    Object[] own = copy(arguments);
    String result;
    try {
      List<Object> results = Interpreter.run(tape, own);
      result = results.isEmpty() ? "null" : bits(results.get(0));
    } catch (InterpretedThrow thrown) {
      boolean plain =
          thrown.exception().equals(NullPointerException.class.getName())
              || thrown.exception().equals(ArrayIndexOutOfBoundsException.class.getName());
      result = thrown.exception() + (plain ? "" : thrown.arguments());
    } catch (ArithmeticException
        | ArrayIndexOutOfBoundsException
        | NullPointerException
        | NegativeArraySizeException thrown) {
      result = thrown(thrown);
    }
    return new Outcome(result, all(own));
  }

  /** Java's own exceptions are compared by class, the program's by their messages, too. */
  private static String thrown(Throwable thrown) {
    boolean implicit =
        thrown instanceof ArithmeticException
            || thrown instanceof ArrayIndexOutOfBoundsException
            || thrown instanceof NullPointerException
            || thrown instanceof NegativeArraySizeException;
    if (implicit) {
      return thrown.getClass().getName();
    }
    return thrown.getClass().getName()
        + (thrown.getMessage() == null ? List.of() : List.of(thrown.getMessage()));
  }

  private static Object[] copy(Object[] arguments) {
    Object[] copies = new Object[arguments.length];
    for (int i = 0; i < copies.length; i++) {
      copies[i] = copy(arguments[i]);
    }
    return copies;
  }

  private static Object copy(Object value) {
    if (value == null || !value.getClass().isArray()) {
      return value;
    }
    int length = Array.getLength(value);
    Object copy = Array.newInstance(value.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(copy, i, copy(Array.get(value, i)));
    }
    return copy;
  }

  private static List<String> all(Object[] values) {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      texts.add(bits(value));
    }
    return texts;
  }

  private static String bits(Object value) {
    if (value instanceof Double number) {
      return number + "#" + Long.toHexString(Double.doubleToLongBits(number));
    }
    if (value instanceof Float number) {
      return number + "f#" + Integer.toHexString(Float.floatToIntBits(number));
    }
    if (value != null && value.getClass().isArray()) {
      List<String> elements = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        elements.add(bits(Array.get(value, i)));
      }
      return value.getClass().getSimpleName() + elements;
    }
    return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
  }
}
