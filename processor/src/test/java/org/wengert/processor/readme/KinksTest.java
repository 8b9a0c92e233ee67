package org.wengert.processor.readme;

import static com.google.common.truth.Truth.assertWithMessage;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The derivatives that the README's table of conventions promises, computed by generated code. */
final class KinksTest {
  private static final Pattern SINCE = Pattern.compile("\\(JDK (\\d+)\\)");

  /** A row of the table: an expression of doubles, a point, and the derivatives there. */
  record Row(String expression, List<String> variables, List<Double> point, List<Double> expected) {
    static Stream<Row> of(List<String> cells) {
      Matcher since = SINCE.matcher(cells.get(0));
      if (since.find() && Runtime.version().feature() < Integer.parseInt(since.group(1))) {
        return Stream.of();
      }
      List<String> variables = new ArrayList<>();
      List<Double> point = new ArrayList<>();
      for (String assignment : code(cells.get(1)).split(", ")) {
        variables.add(assignment.split(" = ")[0]);
        point.add(Double.valueOf(assignment.split(" = ")[1]));
      }
      List<Double> expected =
          Arrays.stream(code(cells.get(2)).split(", ")).map(Double::valueOf).toList();
      return Stream.of(new Row(code(cells.get(0)), variables, point, expected));
    }

    private static String code(String cell) {
      return Page.codeIn(cell).get(0);
    }

    /** A class with the expression as a method of all variables, or of one and constants. */
    String source() {
      String parameters =
          variables.stream().map(name -> "double " + name).collect(Collectors.joining(", "));
      StringBuilder methods = new StringBuilder();
      for (String wrt : variables) {
        methods.append(method("\"" + wrt + "\"", "by_" + wrt, parameters));
      }
      String all =
          variables.stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
      methods.append(method("{" + all + "}", "all", parameters));
      return "import org.wengert.Differentiable;\nfinal class Kink {\n" + methods + "}\n";
    }

    private String method(String wrt, String name, String parameters) {
      return "@Differentiable(wrt = %s) static double %s(%s) { return %s; }\n"
          .formatted(wrt, name, parameters, expression);
    }

    @Override
    public String toString() {
      return expression + " at " + point;
    }
  }

  static Stream<Row> rows() {
    return Page.readme()
        .section("Conventions at kinks")
        .rows("expression", "at", "derivative", "because")
        .stream()
        .flatMap(Row::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void derivativesAreAsPromised(Row row) throws Exception {
    Class<?> derivatives = Snippets.compile(List.of(row.source())).type("KinkDerivatives");
    Object gradient = call(derivatives, "allGradient", row.point());
    for (int i = 0; i < row.variables().size(); i++) {
      String name = row.variables().get(i);
      assertNumbers(row, "reverse, with all", component(gradient, name), row.expected().get(i));
      Object alone = call(derivatives, "by_" + name + "Gradient", row.point());
      assertNumbers(row, "reverse", component(alone, name), row.expected().get(i));
      List<Double> withTangent = new ArrayList<>(row.point());
      withTangent.add(i + 1, 1.0);
      Object dual = call(derivatives, "by_" + name + "Jvp", withTangent);
      assertNumbers(row, "forward", component(dual, "tangent"), row.expected().get(i));
    }
  }

  private static Object call(Class<?> owner, String name, List<Double> arguments)
      throws ReflectiveOperationException {
    for (Method method : owner.getDeclaredMethods()) {
      if (method.getName().equals(name)) {
        method.setAccessible(true);
        return method.invoke(null, arguments.toArray());
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static double component(Object record, String name) throws ReflectiveOperationException {
    Method accessor = record.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return (double) accessor.invoke(record);
  }

  /** Equal as numbers: the sign of a zero does not matter. */
  private static void assertNumbers(Row row, String mode, double actual, double expected) {
    boolean same = actual == expected || Double.isNaN(actual) && Double.isNaN(expected);
    assertWithMessage("%s, %s: %s", row, mode, actual).that(same).isTrue();
  }
}
