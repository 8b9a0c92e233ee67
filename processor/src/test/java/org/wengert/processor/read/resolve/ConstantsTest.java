package org.wengert.processor.read.resolve;

import static com.google.common.truth.Truth.assertThat;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ReturnTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Constant expressions have the values that javac gives to constant fields. */
final class ConstantsTest {
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "-1",
          "7",
          "2147483647",
          "-2147483648",
          "0L",
          "-3L",
          "9223372036854775807L",
          "0.1f",
          "-0.0f",
          "3e38f",
          "0.0",
          "-0.0",
          "1e-320",
          "1.7e308",
          "2.5",
          "'a'",
          "'\\uffff'",
          "(byte) -128",
          "(short) 300",
          "Integer.MIN_VALUE",
          "Long.MIN_VALUE",
          "Double.NaN",
          "Float.POSITIVE_INFINITY",
          "INT",
          "CHAR",
          "BYTE",
          "DOUBLE");

  private static final Map<String, Class<?>> BOXES =
      Map.of(
          "boolean", Boolean.class,
          "byte", Byte.class,
          "short", Short.class,
          "char", Character.class,
          "int", Integer.class,
          "long", Long.class,
          "float", Float.class,
          "double", Double.class);

  /** A generated expression: a number, a boolean or a string. */
  private record Generated(String text, char sort) {}

  @Provide
  Arbitrary<List<Generated>> expressions() {
    return numbers(4)
        .map(text -> new Generated(text, 'n'))
        .list()
        .ofSize(40)
        .flatMap(
            numbers ->
                booleans(3)
                    .map(text -> new Generated(text, 'b'))
                    .list()
                    .ofSize(15)
                    .flatMap(
                        booleans ->
                            strings(3)
                                .map(text -> new Generated(text, 's'))
                                .list()
                                .ofSize(15)
                                .map(strings -> concatenated(numbers, booleans, strings))));
  }

  private static List<Generated> concatenated(
      List<Generated> a, List<Generated> b, List<Generated> c) {
    List<Generated> all = new ArrayList<>(a);
    all.addAll(b);
    all.addAll(c);
    return all;
  }

  private static Arbitrary<String> numbers(int depth) {
    Arbitrary<String> leaves = Arbitraries.of(NUMBERS);
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<String> numbers = numbers(depth - 1);
    Arbitrary<String> integers =
        Combinators.combine(Arbitraries.of("(int)", "(long)", "(byte)", "(char)"), numbers)
            .as((cast, x) -> cast + " (" + x + ")");
    Arbitrary<String> casts =
        Combinators.combine(
                Arbitraries.of("byte", "short", "char", "int", "long", "float", "double"), numbers)
            .as((type, x) -> "(%s) (%s)".formatted(type, x));
    Arbitrary<String> signs =
        Combinators.combine(Arbitraries.of("-", "+"), numbers).as((op, x) -> op + "(" + x + ")");
    Arbitrary<String> arithmetic =
        Combinators.combine(numbers, Arbitraries.of("+", "-", "*", "/", "%"), numbers)
            .as((x, op, y) -> "(%s) %s (%s)".formatted(x, op, y));
    // Not ">>>" with a count of type long, which javac leaves to run time.
    Arbitrary<String> unsignedShifts =
        Combinators.combine(integers, integers).as("(%s) >>> (int) (%s)"::formatted);
    Arbitrary<String> bits =
        Combinators.combine(integers, Arbitraries.of("&", "|", "^", "<<", ">>"), integers)
            .as("(%s) %s (%s)"::formatted);
    Arbitrary<String> complements = integers.map(x -> "~(" + x + ")");
    Arbitrary<String> conditionals =
        Combinators.combine(booleans(depth - 1), numbers, numbers)
            .as("(%s) ? (%s) : (%s)"::formatted);
    return Arbitraries.oneOf(
        leaves,
        casts,
        signs,
        arithmetic,
        arithmetic,
        bits,
        unsignedShifts,
        complements,
        conditionals);
  }

  private static Arbitrary<String> booleans(int depth) {
    if (depth == 0) {
      return Arbitraries.of("true", "false", "YES");
    }
    Arbitrary<String> booleans = booleans(depth - 1);
    Arbitrary<String> comparisons =
        Combinators.combine(
                numbers(depth - 1),
                Arbitraries.of("<", ">", "<=", ">=", "==", "!="),
                numbers(depth - 1))
            .as("(%s) %s (%s)"::formatted);
    Arbitrary<String> logic =
        Combinators.combine(
                booleans, Arbitraries.of("&&", "||", "&", "|", "^", "==", "!="), booleans)
            .as("(%s) %s (%s)"::formatted);
    return Arbitraries.oneOf(booleans, booleans.map(x -> "!(" + x + ")"), comparisons, logic);
  }

  private static Arbitrary<String> strings(int depth) {
    if (depth == 0) {
      return Arbitraries.of("\"\"", "\"a\\n\"", "TEXT", "\"\"\"\n  x\n  \"\"\"");
    }
    Arbitrary<String> strings = strings(depth - 1);
    Arbitrary<String> sums =
        Combinators.combine(strings, numbers(depth - 1)).as("(%s) + (%s)"::formatted);
    Arbitrary<String> reversed =
        Combinators.combine(booleans(depth - 1), strings).as("(%s) + (%s)"::formatted);
    Arbitrary<String> conditionals =
        Combinators.combine(booleans(depth - 1), strings, strings)
            .as("(%s) ? (%s) : (%s)"::formatted);
    return Arbitraries.oneOf(strings, sums, reversed, conditionals);
  }

  // A gate needs the same expressions every time.
  @Property(tries = 20, seed = "2026")
  void foldsAsJavacDoes(@ForAll("expressions") @Size(70) List<Generated> expressions) {
    StringBuilder text =
        new StringBuilder(
            "class Folded { static final int INT = 3; static final char CHAR = 'z';"
                + "final byte BYTE = -7; static final double DOUBLE = 0.1;"
                + "static final boolean YES = true; static final String TEXT = \"t\" + 1;");
    for (int i = 0; i < expressions.size(); i++) {
      Generated e = expressions.get(i);
      String type = Map.of('n', "double", 'b', "boolean", 's', "String").get(e.sort);
      String cast = e.sort == 'n' ? "(double) (" + e.text + ")" : e.text;
      text.append("\nfinal %s f%d = %s;".formatted(type, i, cast));
      text.append("\n%s m%d() { return %s; }".formatted(type, i, cast));
    }
    List<Object> mine = new ArrayList<>();
    List<Object> theirs = new ArrayList<>();
    for (ResolvedMethod method : ResolvedMethod.in(text.append("\n}").toString())) {
      assertBoxedAsTyped(method);
      ReturnTree result = (ReturnTree) method.tree().getBody().getStatements().get(0);
      mine.add(method.resolution().constantOf(result.getExpression()));
      theirs.add(field(method).getConstantValue());
    }
    assertThat(mine).isEqualTo(theirs);
    assertThat(mine).hasSize(expressions.size());
  }

  private static void assertBoxedAsTyped(ResolvedMethod method) {
    for (ExpressionTree expression : method.expressions()) {
      Object value = method.resolution().constantOf(expression);
      if (value != null) {
        String type = method.resolution().typeOf(expression).toString();
        assertThat(BOXES.getOrDefault(type, String.class)).isEqualTo(value.getClass());
      }
    }
  }

  /** The field of the same initializer. */
  private static VariableElement field(ResolvedMethod method) {
    String name = method.element().getSimpleName().toString().replace('m', 'f');
    return ElementFilter.fieldsIn(method.element().getEnclosingElement().getEnclosedElements())
        .stream()
        .filter(field -> field.getSimpleName().contentEquals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void localsAreConstantOnlyIfFinalAndInitializedSo() {
    ResolvedMethod method =
        ResolvedMethod.only(
            """
            class Locals {
              double f(final int parameter) {
                final int a = 2;
                final byte b = a + 1;
                int c = 3;
                final double d = c;
                final Integer e = 4;
                final var g = 5L;
                final String h = "h" + a;
                final int i;
                i = 6;
                return a + b + c + d + e + g + i + h.length() + (a + b) + parameter;
              }
            }
            """);
    Map<String, Object> constants = new LinkedHashMap<>();
    for (String name : List.of("a", "b", "c", "d", "e", "g", "h", "i", "a + b", "parameter")) {
      List<ExpressionTree> uses = method.expressions(name);
      constants.put(name, method.resolution().constantOf(uses.get(uses.size() - 1)));
    }
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("a", 2);
    expected.put("b", (byte) 3);
    expected.put("c", null);
    expected.put("d", null);
    expected.put("e", null);
    expected.put("g", 5L);
    expected.put("h", "h2");
    expected.put("i", null);
    expected.put("a + b", 5);
    expected.put("parameter", null);
    assertThat(constants).isEqualTo(expected);
  }

  @Test
  void fieldsAreConstantByTheirNamesOnly() {
    ResolvedMethod method =
        ResolvedMethod.only(
            """
            class Fields {
              static final double HALF = 1 / 2.0;
              final int own = 3;
              static double later = 1;
              static final double COMPUTED = Math.sqrt(2);
              double f(Fields other) {
                return HALF + Fields.HALF + other.HALF + own + this.own + later + COMPUTED
                    + Math.PI + java.lang.Math.E + other.own;
              }
            }
            """);
    Map<String, Object> constants = new LinkedHashMap<>();
    for (String name :
        List.of(
            "HALF",
            "Fields.HALF",
            "other.HALF",
            "own",
            "this.own",
            "later",
            "COMPUTED",
            "Math.PI",
            "java.lang.Math.E",
            "other.own")) {
      constants.put(name, method.resolution().constantOf(method.expression(name)));
    }
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("HALF", 0.5);
    expected.put("Fields.HALF", 0.5);
    expected.put("other.HALF", null);
    expected.put("own", 3);
    expected.put("this.own", null);
    expected.put("later", null);
    expected.put("COMPUTED", null);
    expected.put("Math.PI", Math.PI);
    expected.put("java.lang.Math.E", Math.E);
    expected.put("other.own", null);
    assertThat(constants).isEqualTo(expected);
  }
}
