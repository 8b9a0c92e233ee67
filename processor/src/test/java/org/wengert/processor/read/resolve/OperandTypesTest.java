package org.wengert.processor.read.resolve;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every pair of operands: the resolver finds the type that javac finds, unless javac rejects it.
 */
final class OperandTypesTest {
  private static final List<String> TYPES =
      List.of(
          "byte",
          "short",
          "char",
          "int",
          "long",
          "double",
          "boolean",
          "Byte",
          "Character",
          "Integer",
          "Float",
          "Boolean",
          "Object");

  /** A variable of each type, and constants that fit into the narrow types or do not. */
  private static final List<String> OPERANDS =
      Stream.concat(
              IntStream.range(0, TYPES.size()).mapToObj(i -> "v" + i),
              Stream.of("null", "1", "-1", "200", "70000", "'c'", "(byte) 1", "K"))
          .toList();

  private static final String FIELDS =
      IntStream.range(0, TYPES.size())
          .mapToObj(i -> TYPES.get(i) + " v" + i + ";")
          .collect(Collectors.joining(" "));

  @Test
  void conditionals() {
    assertAgreement(pairs("var x = c ? %s : %s;"));
  }

  @Test
  void conditionalsWithTargets() {
    assertAgreement(
        pairs("Object x = c ? %1$s : %2$s; x = switch (v3) { case 1 -> %1$s; default -> %2$s; };"));
  }

  @Test
  void switchesThatStandAlone() {
    assertAgreement(pairs("var x = switch (v3) { case 1 -> %s; default -> %s; };"));
  }

  @Test
  void binaryOperators() {
    assertAgreement(pairs("var x = %s + %s;"));
    assertAgreement(pairs("var x = %s & %s;"));
    assertAgreement(pairs("var x = %s << %s;"));
  }

  @Test
  void nestedConditionals() {
    assertAgreement(pairs("var x = c ? %1$s : (!c ? %2$s : %1$s); x = c ? c ? %2$s : 1 : %1$s;"));
  }

  private static List<String> pairs(String statement) {
    List<String> statements = new ArrayList<>();
    for (String left : OPERANDS) {
      for (String right : OPERANDS) {
        statements.add(String.format(statement, left, right));
      }
    }
    return statements;
  }

  /** One method a statement, one line a method. */
  private static void assertAgreement(List<String> statements) {
    StringBuilder text =
        new StringBuilder("class Operands { static final int K = 5; boolean c; " + FIELDS);
    for (int i = 0; i < statements.size(); i++) {
      text.append("\nvoid m%d() { %s }".formatted(i, statements.get(i)));
    }
    Oracle oracle = new Oracle();
    Set<Long> rejected = Snippets.lines(Snippets.of(text.append("\n}").toString()).compare(oracle));
    assertThat(oracle.differences()).isEmpty();
    // The common type of a number and a boolean would be an intersection type.
    oracle.unresolved().values().removeIf(reason -> reason.startsWith("the common type"));
    assertThat(rejected).containsAtLeastElementsIn(oracle.unresolved().keySet());
    assertThat(oracle.fullyTyped()).isAtLeast(statements.size() / 2);
  }
}
