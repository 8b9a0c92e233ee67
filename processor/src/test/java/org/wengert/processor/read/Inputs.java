package org.wengert.processor.read;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Random;

/** Arguments for methods: mostly tame, sometimes at the edges of their types. */
final class Inputs {
  private static final double[] EDGES = {
    0.0, -0.0, 1, -1, 0.5, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, 1e300, -3e9
  };
  private static final long[] WHOLE_EDGES = {
    0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 33, 65
  };

  private final Random random;

  Inputs(long seed) {
    random = new Random(seed);
  }

  Object[] of(Method method) {
    Object[] arguments = new Object[method.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = value(method.getParameterTypes()[i]);
    }
    return arguments;
  }

  /** Usually four or more, so that most programs do not end at their first element. */
  private int length() {
    return random.nextInt(4) == 0 ? random.nextInt(4) : 4 + random.nextInt(3);
  }

  private Object value(Class<?> type) {
    if (type.isArray()) {
      if (random.nextInt(40) == 0) {
        return null;
      }
      Object array = Array.newInstance(type.getComponentType(), length());
      for (int i = 0; i < Array.getLength(array); i++) {
        Array.set(array, i, value(type.getComponentType()));
      }
      return array;
    }
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      int chosen = random.nextInt(constants.length + 1);
      return chosen == constants.length ? null : constants[chosen];
    }
    boolean edge = random.nextInt(8) == 0;
    double number = edge ? EDGES[random.nextInt(EDGES.length)] : random.nextInt(64) / 4.0 - 5;
    long whole = edge ? WHOLE_EDGES[random.nextInt(WHOLE_EDGES.length)] : random.nextInt(13) - 4;
    return switch (type.getName()) {
      case "double" -> random.nextInt(3) == 0 ? random.nextGaussian() : number;
      case "float" -> (float) (random.nextInt(3) == 0 ? random.nextGaussian() : number);
      case "int" -> (int) whole;
      case "byte" -> (byte) whole;
      case "short" -> (short) whole;
      case "char" -> (char) whole;
      case "long" -> whole;
      case "boolean" -> random.nextBoolean();
      case "java.lang.String" -> "text" + random.nextInt(3);
      default -> throw new IllegalArgumentException(type.getName());
    };
  }
}
