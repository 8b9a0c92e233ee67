package org.wengert.processor.explain;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import org.wengert.processor.Program;

/**
 * An annotated method at a point, and what the generated tangent gives there.
 *
 * @param arguments boxed scalars and arrays; all floating ones are active
 */
record Evaluation(String method, List<Object> arguments) {
  static Evaluation of(String method, Object... arguments) {
    return new Evaluation(method, List.of(arguments));
  }

  /** The arguments in JavaScript. */
  String script() {
    StringJoiner list = new StringJoiner(", ", "[", "]");
    arguments.forEach(argument -> list.add(script(argument)));
    return list.toString();
  }

  private static String script(Object value) {
    if (value.getClass().isArray()) {
      StringJoiner list = new StringJoiner(", ", "[", "]");
      for (int i = 0; i < Array.getLength(value); i++) {
        list.add(script(Array.get(value, i)));
      }
      return list.toString();
    }
    if (value instanceof Character character) {
      return String.valueOf((int) character);
    }
    return value instanceof Float number
        ? String.valueOf((double) number)
        : value + (value instanceof Long ? "n" : "");
  }

  /** By the name of an output, its value and its derivatives by the names of the inputs. */
  Map<String, Map<String, Double>> expected(Program program, List<String> parameters)
      throws Exception {
    Map<String, Map<String, Double>> all = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      for (String path : paths(arguments.get(i), "")) {
        if (isFloating(arguments.get(i))) {
          direction(program, parameters, i, path, all);
        }
      }
    }
    return all;
  }

  private void direction(
      Program program,
      List<String> parameters,
      int moved,
      String path,
      Map<String, Map<String, Double>> all)
      throws Exception {
    List<Object> passed = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, Object> tangents = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      Object value = copy(arguments.get(i), false);
      passed.add(value);
      if (isFloating(value)) {
        Object tangent = unit(copy(value, true), i == moved ? path : "none");
        passed.add(tangent);
        values.put(parameters.get(i), value);
        tangents.put(parameters.get(i), tangent);
      }
    }
    Object dual = program.call("ModelDerivatives", method + "Jvp", passed.toArray());
    if (dual != null) {
      values.put("result", component(dual, "value"));
      tangents.put("result", component(dual, "tangent"));
    }
    BiConsumer<String, Map<String, Object>> put =
        (column, some) ->
            some.forEach(
                (name, value) ->
                    paths(value, "")
                        .forEach(
                            place ->
                                all.computeIfAbsent(name + place, key -> new LinkedHashMap<>())
                                    .put(column, at(value, place))));
    put.accept("", values);
    put.accept(parameters.get(moved) + path, tangents);
  }

  private static Object component(Object dual, String name) throws ReflectiveOperationException {
    return dual.getClass().getMethod(name).invoke(dual);
  }

  private static boolean isFloating(Object value) {
    Class<?> type = value.getClass();
    while (type.isArray()) {
      type = type.getComponentType();
    }
    return List.of(double.class, float.class, Double.class, Float.class).contains(type);
  }

  /** The places of all scalars. */
  private static List<String> paths(Object value, String prefix) {
    if (!value.getClass().isArray()) {
      return List.of(prefix);
    }
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < Array.getLength(value); i++) {
      paths.addAll(paths(Array.get(value, i), prefix + "[" + i + "]"));
    }
    return paths;
  }

  private static double at(Object value, String path) {
    if (path.isEmpty()) {
      return ((Number) value).doubleValue();
    }
    int end = path.indexOf(']');
    int index = Integer.parseInt(path.substring(1, end));
    return at(Array.get(value, index), path.substring(end + 1));
  }

  private static Object copy(Object value, boolean asZeros) {
    if (!value.getClass().isArray()) {
      return !asZeros ? value : value instanceof Float ? (Object) 0f : (Object) 0d;
    }
    int length = Array.getLength(value);
    Object copy = Array.newInstance(value.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(copy, i, copy(Array.get(value, i), asZeros));
    }
    return copy;
  }

  /** Zeros with a one in a place. */
  private static Object unit(Object zeros, String path) {
    if (path.isEmpty()) {
      return zeros instanceof Float ? (Object) 1f : (Object) 1d;
    }
    if (path.startsWith("[")) {
      int end = path.indexOf(']');
      int index = Integer.parseInt(path.substring(1, end));
      Array.set(zeros, index, unit(Array.get(zeros, index), path.substring(end + 1)));
    }
    return zeros;
  }
}
