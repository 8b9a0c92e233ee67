package org.wengert.processor.acceptance;

import java.lang.reflect.Array;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An annotated method, with where to evaluate it.
 *
 * @param members the annotated method, and what it calls, as the text of a class
 * @param low the least value of a number that is chosen at random
 * @param high the largest one
 * @param fixed arguments that are not chosen at random, by the names of their parameters
 * @param closed the derivatives of the first outputs, each by all inputs, if known
 */
record Example(
    String members,
    double low,
    double high,
    Map<String, Object> fixed,
    Precision precision,
    Optional<Closed> closed) {
  private static final Pattern NAME =
      Pattern.compile("@Differentiable(?:\\([^)]*\\))?\\s+static \\S+ (\\w+)");

  /** Derivatives in closed form, one row for each output, at arguments as the method has them. */
  interface Closed {
    double[][] at(Arguments arguments);
  }

  /** The same for one output. */
  interface Gradient {
    double[] at(Arguments arguments);
  }

  static Example of(String members) {
    return new Example(members, 0.3, 1.7, Map.of(), Precision.DOUBLE, Optional.empty());
  }

  Example between(double least, double largest) {
    return new Example(members, least, largest, fixed, precision, closed);
  }

  Example with(String parameter, Object argument) {
    Map<String, Object> more = new java.util.HashMap<>(fixed);
    more.put(parameter, argument);
    return new Example(members, low, high, more, precision, closed);
  }

  Example to(Precision other) {
    return new Example(members, low, high, fixed, other, closed);
  }

  Example gradient(Gradient gradient) {
    return rows(arguments -> new double[][] {gradient.at(arguments)});
  }

  Example rows(Closed rows) {
    return new Example(members, low, high, fixed, precision, Optional.of(rows));
  }

  /** The name of the annotated method. */
  String name() {
    Matcher matcher = NAME.matcher(members);
    if (!matcher.find()) {
      throw new IllegalStateException("no annotated method in " + members);
    }
    return matcher.group(1);
  }

  /** A class of its own, called after the method. */
  String className() {
    return Character.toUpperCase(name().charAt(0)) + name().substring(1);
  }

  String source() {
    // Just what is warned of is tried.
    return "@SuppressWarnings({\"lossy-conversions\", \"fallthrough\", \"wengert:equality\","
        + " \"wengert:steering\", \"wengert:mutableStatic\"})\nfinal class "
        + className()
        + " {\n"
        + members.indent(2)
        + "}\n";
  }

  /** Arguments at random; a fixed argument that is one array for two parameters stays that. */
  Arguments arguments(Subject subject, Random random) {
    Parameter[] parameters = subject.parameters();
    Object[] values = new Object[parameters.length];
    for (int i = 0; i < values.length; i++) {
      Object given = fixed.get(parameters[i].getName());
      values[i] = given != null ? given : anything(parameters[i].getType(), 5, random);
    }
    Arguments arguments = new Arguments(values).copy();
    for (Slot slot : arguments.slots(subject.active())) {
      slot.set(low + (high - low) * random.nextDouble());
    }
    return arguments;
  }

  private static Object anything(Class<?> type, int length, Random random) {
    if (type.isArray()) {
      Object array = Array.newInstance(type.getComponentType(), length);
      for (int i = 0; i < length; i++) {
        Array.set(array, i, anything(type.getComponentType(), length - 1, random));
      }
      return array;
    }
    return switch (type.getName()) {
      case "double" -> random.nextDouble();
      case "float" -> random.nextFloat();
      case "int" -> 3;
      case "long" -> 3L;
      case "boolean" -> true;
      default -> throw new IllegalArgumentException("no " + type.getName() + " was given");
    };
  }

  @Override
  public String toString() {
    return name();
  }
}
