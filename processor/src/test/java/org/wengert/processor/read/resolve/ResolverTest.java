package org.wengert.processor.read.resolve;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.VariableTree;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.Element;
import org.junit.jupiter.api.Test;

/** What the resolver says of trees, and how it fails. */
final class ResolverTest {

  @Test
  void tellsLocalsFieldsMethodsAndTypesApart() {
    ResolvedMethod method =
        ResolvedMethod.only(
            """
            class Names {
              double field;
              double f(double x) {
                double y = field + x;
                y += Math.sin(y);
                return new Names().field + y;
              }
            }
            """);
    Resolution found = method.resolution();
    VariableTree x = method.tree().getParameters().get(0);
    VariableTree y = (VariableTree) method.tree().getBody().getStatements().get(0);
    List<ExpressionTree> ys = method.expressions("y");

    assertThat(found.localOf((IdentifierTree) method.expression("x"))).isSameInstanceAs(x);
    assertThat(ys).hasSize(3);
    for (ExpressionTree use : ys) {
      assertThat(found.localOf((IdentifierTree) use)).isSameInstanceAs(y);
      assertThat(found.elementOf(use)).isNull();
    }
    assertThat(found.localOf((IdentifierTree) method.expression("field"))).isNull();
    assertThat(found.typeOfLocal(y).toString()).isEqualTo("double");
    assertThat(name(found.elementOf(method.expression("field")))).isEqualTo("FIELD field");
    assertThat(name(found.elementOf(method.expression("new Names().field"))))
        .isEqualTo("FIELD field");
    assertThat(name(found.elementOf(method.expression("new Names()"))))
        .isEqualTo("CONSTRUCTOR Names()");
    assertThat(name(found.elementOf(method.expression("Math.sin(y)"))))
        .isEqualTo("METHOD sin(double)");
    assertThat(found.elementOf(method.expression("Math.sin")))
        .isEqualTo(found.elementOf(method.expression("Math.sin(y)")));
    assertThat(name(found.elementOf(method.expression("Math")))).isEqualTo("CLASS java.lang.Math");
    assertThrows(IllegalArgumentException.class, () -> found.typeOf(method.expression("Math")));
  }

  private static String name(Element element) {
    return element.getKind() + " " + element;
  }

  @Test
  void failsAtTheInnermostTree() {
    assertFailure("return x + unknown * 2;", "unknown", "no variable 'unknown' is known here");
    assertFailure(
        "return Math.nothing(x);", "Math.nothing(x)", "no method 'nothing' is known here");
    assertFailure("return nowhere.f(x);", "nowhere", "nothing named 'nowhere' is known here");
    assertFailure("Missing m = null; return x;", "Missing", "no type 'Missing' is known here");
    assertFailure("return Math.sin(x, x);", "Math.sin(x, x)", "no 'sin' takes these arguments");
    assertFailure("return own(null);", "own(null)", "several 'own' take these arguments");
    assertFailure(
        "Runnable r = () -> own(x); return x;", "()->own(x)", "a lambda is not supported");
    assertFailure(
        "Runnable r = this::hashCode; return x;",
        "this::hashCode",
        "a method reference is not supported");
    assertFailure(
        "class Here {} Here[] o = null; return x;",
        "Here",
        "the local class 'Here' is not supported");
    assertFailure("return \"s\" * x;", "\"s\"", "'java.lang.String' is not a number");
    assertFailure("return x[0];", "x[0]", "'double' is not an array");
    assertFailure("for (double y : x) {} return x;", "x", "this cannot be iterated over");
    assertFailure("return x.length;", "x.length", "'double' has no field 'length'");
    assertFailure("var y = y + 1; return y;", "y", "'y' is used in its own initializer");
  }

  private static void assertFailure(String body, String tree, String message) {
    UnresolvedException failure =
        ResolvedMethod.in(
                """
                class Failing {
                  double f(double x) { %s }
                  double own(String s) { return 1; }
                  double own(Integer s) { return 1; }
                }
                """
                    .formatted(body))
            .get(0)
            .failure();
    assertWithMessage(body).that(failure).isNotNull();
    assertThat(failure.tree().toString()).isEqualTo(tree);
    assertThat(failure).hasMessageThat().isEqualTo(message);
  }

  @Test
  void failsWhereASupertypeIsMissing() {
    UnresolvedException failure =
        ResolvedMethod.only(
                "class Orphan extends Generated { double f(double x) { return g(x); } }")
            .failure();
    assertThat(failure)
        .hasMessageThat()
        .isEqualTo("the supertype 'Generated' of 'Orphan' is not known");
  }

  /**
   * The compiler itself needs a larger stack to attribute these: it gets the class without them.
   */
  @Test
  void walksLongOperationsByALoop() {
    String sum = String.join(" + ", Collections.nCopies(20_000, "x"));
    String conjunction = String.join(" && ", Collections.nCopies(20_000, "x > 1"));
    ResolvedMethod method =
        ResolvedMethod.parsedApart(
            "class Long { double f(double x) { return 0; } }",
            "class Long { double f(double x) { boolean b = %s; return %s; } }"
                .formatted(conjunction, sum));
    ReturnTree result = (ReturnTree) method.tree().getBody().getStatements().get(1);
    assertThat(method.resolution().typeOf(result.getExpression()).toString()).isEqualTo("double");
  }

  @Test
  void takesTreesOfAnotherParser() {
    String source =
        """
        import java.util.List;
        class Apart {
          static final int N = 3;
          double f(List<Double> all, double... more) {
            double sum = N;
            for (var each : all) sum += each + Math.max(N, more.length) + more[0];
            return sum;
          }
        }
        """;
    ResolvedMethod method = ResolvedMethod.parsedApart(source, source);
    Resolution found = method.resolution();
    assertThat(found.typeOf(method.expression("Math.max(N, more.length)")).toString())
        .isEqualTo("int");
    assertThat(found.typeOf(method.expression("each")).toString()).isEqualTo("java.lang.Double");
    assertThat(found.constantOf(method.expression("N"))).isEqualTo(3);
  }
}
