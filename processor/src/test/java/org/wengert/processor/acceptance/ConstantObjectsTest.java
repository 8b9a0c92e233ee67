package org.wengert.processor.acceptance;

import static com.google.common.truth.Truth.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.Dual;
import org.wengert.processor.Program;

/** Objects that are handed over are constants, asked by their methods in the method's own order. */
final class ConstantObjectsTest {
  private static final Program PROGRAM =
      Program.compile(
          """
          final class Objects {
            enum Kind {
              PLAIN, STEEP;
              boolean isSteep() { return this == STEEP; }
              double times(double x) { return (ordinal() + 1) * x; }
              Kind other() { return values()[1 - ordinal()]; }
            }
            static Kind kind(String name) { return Kind.valueOf(name); }
            interface Curve { double at(double t); }
            interface Market { double rate(int i); Curve curve(); void note(String text); }
            static Market market(java.util.List<String> notes) {
              return new Market() {
                public double rate(int i) { notes.add("rate " + i); return i / 8.0; }
                public Curve curve() { return t -> t * t; }
                public void note(String text) { notes.add(text); }
              };
            }

            @Differentiable
            @SuppressWarnings("fallthrough")
            static double byName(String name, double x) {
              switch (name) {
                case "square": return x * x;
                case "twi\\"ce": x += x;
                case "": return 3 * x;
                default: throw new IllegalArgumentException("no " + name);
              }
            }
            static final String THIRD = "th" + "ird";
            @Differentiable
            static double chosen(String name, double x, int n) {
              double slope = switch (name) { case "first", "second" -> n; case THIRD -> helper("minus", x); default -> helper(name, x); };
              return slope * x;
            }
            static double helper(String sign, double x) { return sign.equals("minus") ? -x : sign.length(); }
            @Differentiable
            static double kinds(Kind kind, double x) {
              return kind.isSteep() ? x * kind.times(4) : x * kind.other().times(x > 0 ? 1 : 2) + Kind.STEEP.times(3);
            }
            @Differentiable
            static double value(Market market, double[] flows, double t) {
              double sum = 0;
              for (int i = 0; i < flows.length; i++) {
                sum += flows[i] * Math.exp(-market.rate(i) * t) * market.curve().at(i + 1);
              }
              market.note("end");
              return sum;
            }
            @Differentiable
            static double nested(Market market, double x) { return recursive(market, "deep", x, 2) * kinds(Kind.STEEP, x); }
            static double recursive(Market market, String name, double x, int n) {
              return n == 0 ? x * name.length() : market.rate(n) * x * recursive(market, name, x, n - 1);
            }
          }
          """);

  @ParameterizedTest
  @CsvSource({"square, 9, 6", "twi\"ce, 18, 6", "'', 9, 3"})
  void stringsSelect(String name, double value, double slope) throws Exception {
    both("byName", value, slope, name, 3.0);
  }

  @Test
  void otherStringsAreRefusedAsByTheMethod() {
    for (Object name : new Object[] {"cube", null}) {
      Throwable own = thrown("Objects", "byName", name, 3.0);
      Throwable jvp = thrown("ObjectsDerivatives", "byNameJvp", name, 3.0, 1.0);
      Throwable gradient = thrown("ObjectsDerivatives", "byNameGradient", name, 3.0);
      Class<?> expected =
          name == null ? NullPointerException.class : IllegalArgumentException.class;
      assertThat(own).isInstanceOf(expected);
      for (Throwable other : List.of(jvp, gradient)) {
        assertThat(other).isInstanceOf(expected);
        if (name != null) {
          assertThat(other).hasMessageThat().isEqualTo(own.getMessage());
        }
      }
    }
  }

  private static Throwable thrown(String owner, String method, Object... arguments) {
    Throwable thrown =
        Assertions.assertThrows(Throwable.class, () -> PROGRAM.call(owner, method, arguments));
    return thrown instanceof InvocationTargetException wrapped ? wrapped.getCause() : thrown;
  }

  @ParameterizedTest
  @CsvSource({"first, 6, 2", "second, 6, 2", "third, -9, -6", "minus, -9, -6", "four, 12, 4"})
  void stringsAreHandedToHelpers(String name, double value, double slope) throws Exception {
    both("chosen", value, slope, name, 3.0, 2);
  }

  @ParameterizedTest
  @CsvSource({"PLAIN, 3, 12, 2", "PLAIN, -3, -6, 4", "STEEP, 3, 24, 8"})
  void enumsAreAsked(String kind, double x, double value, double slope) throws Exception {
    Object constant = PROGRAM.call("Objects", "kind", kind);
    both("kinds", value, slope, constant, x);
  }

  /** The value and slope by the parameter {@code x}, the only active one. */
  private static void both(String method, double value, double slope, Object... arguments)
      throws Exception {
    assertThat(PROGRAM.call("Objects", method, arguments)).isEqualTo(value);
    Object gradient = PROGRAM.call("ObjectsDerivatives", method + "Gradient", arguments);
    assertThat(number(gradient, "value")).isEqualTo(value);
    assertThat(number(gradient, "x")).isEqualTo(slope);
    Object[] more = new Object[arguments.length + 1];
    for (int i = 0, j = 0; i < arguments.length; i++) {
      more[j++] = arguments[i];
      if (arguments[i] instanceof Double) {
        more[j++] = 2.0;
      }
    }
    Object dual = PROGRAM.call("ObjectsDerivatives", method + "Jvp", more);
    assertThat(dual).isEqualTo(new Dual(value, 2 * slope));
  }

  @Test
  void objectsAreAskedOnceAndInOrder() throws Exception {
    List<String> notes = new java.util.ArrayList<>();
    Object market = PROGRAM.call("Objects", "market", notes);
    double[] flows = {5, 7};
    Object gradient = PROGRAM.call("ObjectsDerivatives", "valueGradient", market, flows, 2.0);
    assertThat(notes).containsExactly("rate 0", "rate 1", "end").inOrder();
    double decay = Math.exp(-0.25);
    assertThat(number(gradient, "value")).isEqualTo(5 + 7 * decay * 4);
    assertThat(number(gradient, "t")).isWithin(1e-15).of(-0.125 * 7 * decay * 4);
    notes.clear();
    Dual dual =
        (Dual)
            PROGRAM.call(
                "ObjectsDerivatives", "valueJvp", market, flows, new double[] {1, 1}, 2.0, 1.0);
    assertThat(notes).containsExactly("rate 0", "rate 1", "end").inOrder();
    assertThat(dual.tangent()).isWithin(1e-15).of(1 + 4 * decay - 0.125 * 7 * decay * 4);
  }

  @Test
  void objectsAreHandedThroughRecursionAndOtherDerivatives() throws Exception {
    Object market = PROGRAM.call("Objects", "market", new java.util.ArrayList<String>());
    // 2/8 x * 1/8 x * 4 x * 8 x = x^4
    Object gradient = PROGRAM.call("ObjectsDerivatives", "nestedGradient", market, 3.0);
    assertThat(number(gradient, "value")).isEqualTo(81.0);
    assertThat(number(gradient, "x")).isEqualTo(108.0);
    assertThat(PROGRAM.call("ObjectsDerivatives", "nestedJvp", market, 3.0, 1.0))
        .isEqualTo(new Dual(81, 108));
  }

  private static double number(Object result, String name) throws Exception {
    var accessor = result.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return ((Number) accessor.invoke(result)).doubleValue();
  }
}
