package org.wengert.processor.simplify;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.wengert.processor.tape.InterpretedThrow;
import org.wengert.processor.tape.Interpreter;
import org.wengert.processor.tape.Tape;

/**
 * Everything that can be observed of an evaluation, as text: results and the final contents of
 * arrays to the last bit, which of them are the same array, and the exception.
 */
record Outcome(String observed, boolean completed) {
  private static final double[] NUMBERS = {
    0.0, -0.0, 1, -1, 3.25, -1e-310, 1e308, Double.NaN, Double.NEGATIVE_INFINITY
  };

  /** Evaluates a random tape on arguments that depend on the seed alone. */
  static Outcome of(Tape tape, long seed) {
    Object[] arguments = arguments(new Random(seed));
    List<Object> seen = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean completed = true;
    try {
      Interpreter.run(tape, arguments).forEach(result -> describe(result, seen, text));
    } catch (InterpretedThrow e) {
      completed = false;
      text.append(e.exception()).append(e.arguments());
    } catch (ArithmeticException
        | NullPointerException
        | ArrayIndexOutOfBoundsException
        | NegativeArraySizeException e) {
      completed = false;
      // Not its message, which HotSpot leaves out where it throws often.
      text.append(e.getClass());
    }
    Arrays.asList(arguments).forEach(argument -> describe(argument, seen, text));
    return new Outcome(text.toString(), completed);
  }

  /** Arguments for {@link RandomTape#PARAMETERS}. Arrays are often the same array. */
  private static Object[] arguments(Random random) {
    double[] a = {number(random), number(random), number(random)};
    double[] b = random.nextInt(3) == 0 ? a : new double[] {number(random), number(random)};
    double[][] rows = {a, {number(random), number(random)}};
    return new Object[] {
      random.nextBoolean(),
      random.nextInt(5) - 1,
      random.nextLong() >> random.nextInt(64),
      (float) number(random),
      number(random),
      number(random),
      random.nextInt(20) == 0 ? null : a,
      b,
      new int[] {random.nextInt(3), random.nextInt()},
      rows
    };
  }

  private static double number(Random random) {
    return random.nextInt(3) == 0 ? random.nextGaussian() : NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private static void describe(Object object, List<Object> seen, StringBuilder text) {
    if (object == null || !object.getClass().isArray()) {
      // Boxes print -0.0 and 0.0 differently, and shortest digits tell neighbours apart.
      text.append(object);
    } else {
      int index = 0;
      while (index < seen.size() && seen.get(index) != object) {
        index++;
      }
      text.append('#').append(index);
      if (index == seen.size()) {
        seen.add(object);
        content(object, seen, text);
      }
    }
    text.append(' ');
  }

  private static void content(Object array, List<Object> seen, StringBuilder text) {
    for (int i = 0; i < Array.getLength(array); i++) {
      describe(Array.get(array, i), seen, text);
    }
  }
}
