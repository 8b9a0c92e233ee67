package org.wengert.processor.read.resolve;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import org.junit.jupiter.api.Test;

/** The resolver agrees with javac, expression by expression, on programs made to be difficult. */
final class AgreementTest {

  private static void assertAgreement(String... sources) {
    Oracle oracle = new Oracle();
    assertThat(Snippets.of(sources).compare(oracle)).isEmpty();
    assertThat(oracle.differences()).isEmpty();
    assertWithMessage(oracle.summary()).that(oracle.fullyTyped()).isEqualTo(oracle.methods());
    assertThat(oracle.methods()).isGreaterThan(0);
  }

  @Test
  void localsShadowFieldsAndEndWithTheirBlocks() {
    assertAgreement(
        """
        class Shadowing {
          int x = 1;
          static String s = "";
          double f(double a, final long... rest) {
            double y = x;
            { double x = a; y += x; { String s = "in"; y += s.length(); } }
            y += x + s.length();
            for (byte x = 0; x < 3; x++) y += x;
            for (var x : rest) { long s = x; y += s; }
            for (int i = 0, j = rest.length; i < j; ++i, --j) y += rest[i] - x;
            try { short x = 1; y += x; } catch (IllegalStateException | ArithmeticException x) {
              y += x.getMessage().length();
            } finally { float x = 2; y += x; }
            switch (x) { case 1: char s = 'c'; y += s; default: s = 'd'; y += s; }
            int z = (z = 3) * 2;
            do { int x = 4; y -= x; } while (y > x);
            synchronized (s) { Object s = this; y += s.hashCode(); }
            return y + this.x + Shadowing.s.length();
          }
        }
        """);
  }

  @Test
  void patternVariablesAreInScopeWhereTheyMatch() {
    assertAgreement(
        """
        class Patterns {
          double v = 1;
          Integer s;
          double f(Object o, Object p) {
            if (o instanceof Double v && v > 0) return v;
            if (!(o instanceof Double v) || v.isNaN()) { double y = this.v; } else { double y = v; }
            double t = o instanceof Long v ? v + 1 : v;
            t += !(o instanceof Long v) ? v : v.intValue();
            boolean b = (o instanceof String v) && v.isEmpty() && p instanceof Long w && w > v.length();
            if (!(p instanceof Number v)) { t = v; return t; }
            return v.doubleValue();
          }
          double g(Object o) {
            while (!(o instanceof Double s)) { if (s == 2) { o = 1.0; continue; } o = s; }
            return s.isNaN() ? s : 0;
          }
          double h(Object o) {
            while (!(o instanceof Double s)) { if (s == 2) break; }
            return s.byteValue() + s;
          }
          double i(Object o) {
            for (; o instanceof String s; o = s.trim()) { o = s.length(); }
            loop: for (;!(o instanceof String s);) { do { break; } while (true); }
            return s.length();
          }
          double j(Object o) {
            out: while (!(o instanceof String s)) { break out; }
            return s;
          }
          double k(Object o, boolean c) {
            if (!(o instanceof String s)) { if (c) { throw new Error(); } else { while (true) {} } }
            return s.length();
          }
          double l(Object o, int c) {
            if (!(o instanceof String s)) { switch (c) { case 1: return 1; default: throw new Error(); } }
            return s.length();
          }
          double m(Object o, int c) {
            if (!(o instanceof String s)) { switch (c) { case 1: return 1; default: break; } }
            return s;
          }
          double n(Object o) {
            if (o instanceof String s) { o = s.length(); } else { try { return 1; } finally { o = 1; } }
            return s.length();
          }
          double q(Object o) {
            if (!(o instanceof String s)) { do { if (o == null) continue; return 1; } while (o == this); }
            return s;
          }
          double r(Object o) {
            if (!(o instanceof String s)) { do { if (o == null) continue; return 1; } while (true); }
            return s.length();
          }
          double t(Object o) {
            if (!(o instanceof String s)) { l: { if (o == null) break l; return 1; } }
            return s;
          }
          boolean u(Object o) {
            return o instanceof final String s && !(o instanceof Integer) && s.isEmpty();
          }
        }
        """);
  }

  @Test
  void namesAreInheritedHiddenAndImported() {
    assertAgreement(
        """
        package a;
        public class Base<T> extends Hidden implements Consts {
          protected T value;
          protected static int count = 3;
          int packagePrivate = 1;
          private String own = "";
          public class Inner { public T held; public T get() { return held; } }
          protected static class Nested { protected double d; }
          public enum Mode { FAST { public double cost() { return 1; } }, SLOW; public double cost() { return 2; } }
          double over(Base<T> other) { return other.own.length() + other.packagePrivate + hiddenOne; }
        }
        class Hidden { public long hiddenOne = 5; public static long hiddenTwo() { return 1; } }
        """,
        """
        package a;
        public interface Consts {
          double HALF = 0.5;
          static double only(double x) { return x; }
          default double twice(double x) { return 2 * x; }
        }
        """,
        """
        package b;
        public final class Tools {
          public static final int LIMIT = 10;
          public static double sq(double x) { return x * x; }
          public static int sq(int x) { return x * x; }
          public static String LIMIT(int x) { return ""; }
          public static final class Box { public static final float SIDE = 2; }
          static double secret(double x) { return 0; }
        }
        """,
        """
        package c;
        import static b.Tools.*;
        import static b.Tools.sq;
        import static java.lang.Math.max;
        import static java.util.Map.Entry;
        import a.*;
        import b.Tools;
        import java.util.List;
        class Derived extends a.Base<Double> {
          int packagePrivate = 2;
          double own = 4;
          double secret(double x) { return x; }
          double f(Inner inner, Mode mode, Entry<String, Double> entry, List<Inner> list) {
            double y = value + count + HALF + Consts.HALF + Derived.count + Base.count;
            y += hiddenOne + super.hiddenOne + hiddenTwo() + super.value + this.value;
            y += twice(y) + super.twice(y) + Consts.only(y) + secret(y) + own + packagePrivate;
            y += sq(2) + sq(2f) + Tools.sq('c') + b.Tools.LIMIT + LIMIT + LIMIT(3).length() + Box.SIDE;
            y += max(1, 2) + max(1, 2f) + inner.held + inner.get() + entry.getValue() + list.get(0).held;
            y += mode.cost() + Mode.FAST.ordinal() + Mode.values().length + Mode.valueOf("SLOW").cost();
            y += switch (mode) { case FAST -> 1; case SLOW -> 2L; };
            y += java.lang.Math.PI + java.util.Map.Entry.class.hashCode();
            return y + new Deep().g();
          }
          class Deep extends b.Other {
            double count = 7;
            double g() { return count + Derived.this.value + Derived.count + Derived.super.twice(1) + value + open + super.open; }
          }
        }
        """,
        """
        package b;
        public class Other { double value = 3; protected byte open = 1; }
        """);
  }

  @Test
  void recordsEnumsAndInterfaces() {
    assertAgreement(
        """
        import java.util.function.DoubleUnaryOperator;
        record Shapes(double x, double... ys) {
          static final Shapes ORIGIN = new Shapes(0);
          Shapes { if (ys == null) throw new IllegalArgumentException(); }
          Shapes(int n) { this(n, n, n); }
          double norm() { return Math.hypot(x, ys[0]) + this.x() + ys().length + ORIGIN.ys.length; }
          interface Area { double area(); default double twice() { return 2 * area(); } }
          interface Named { default double twice() { return 1; } }
          record Square(double side) implements Area, Named {
            public double area() { return side * side; }
            public double twice() { return Area.super.twice() + Named.super.twice(); }
          }
          enum Op implements DoubleUnaryOperator {
            NEG { public double applyAsDouble(double x) { return -x; } };
            final double weight = 2;
          }
          static double total(Area[] areas, Op op, Shapes s) {
            double sum = 0;
            for (Area a : areas) sum += a.area() + a.twice() + a.hashCode() + op.weight;
            for (Op o : Op.values()) sum += o.applyAsDouble(sum) + o.compareTo(op) + o.name().length();
            return sum + s.ys.clone()[0] + s.x + new Square(3).side() + Boolean.hashCode(new Square(3).equals(s.toString()));
          }
        }
        """);
  }

  @Test
  void switches() {
    assertAgreement(
        """
        class Switches {
          static final int TWO = 2;
          static double f(double x) { return 1; }
          static int f(Object x) { return 2; }
          static long f(int x, Object y) { return 2; }
          double g(int n, String s, Character c, java.math.RoundingMode mode) {
            double y = switch (n) { case 0, 1 -> 1; case TWO -> { int k = n; yield k * 2L; } default -> 'c'; };
            byte b = switch (s) { case "a": yield 1; case "b": { int z = n; yield (byte) z; } default: yield 2; };
            var v = switch (mode) { case UP, DOWN -> 1; case CEILING -> 2f; default -> throw new Error(); };
            y += v + f(switch (n) { case 1 -> 1; default -> 2; }) + (switch (c) { case 'x' -> 1; default -> 2L; });
            y += f(switch (n) { case 1 -> "s"; default -> n; }) + f(1, switch (n) { default -> 2; });
            Number m = switch (n) { case 1 -> n > 2 ? 1 : 2.0; case 2 -> switch (s) { default -> 3; }; default -> c == 'a' ? 1L : null; };
            switch (n) { case 1 -> y++; case 2 -> { double n2 = y; y = n2; } default -> throw new Error(); }
            switch (mode) { case UP: y = 1; break; default: int q = 1; y = q; }
            return switch (n) { default -> n; };
          }
          char h(int n) { return switch (n) { case 1 -> 'a'; default -> 98; }; }
        }
        """);
  }

  @Test
  void textBlocksLiteralsAndOperators() {
    assertAgreement(
        "class Operators {\n"
            + "  int k; static long L;\n"
            + "  double f(byte b, short s, char c, int i, long l, float f, double d, boolean z, Integer I, Double D, Boolean Z, Character C) {\n"
            + "    String t = \"\"\"\n      text \\\n block\"\"\" + i + null + 'c' + 1.5f + z;\n"
            + "    t += d; t += c; i += d; c += 1; b <<= l; s >>>= i; z &= Z; I += 2; I++; --D; k++; this.k -= 2; L |= i;\n"
            + "    var a1 = b + s; var a2 = c + C; var a3 = I * D; var a4 = i << l; var a5 = l >> i; var a6 = b >>> l; var a7 = ~b; var a8 = -c; var a9 = +C;\n"
            + "    var b1 = z & Z; var b2 = Z ^ z; var b3 = i & l; var b4 = c | b; var b5 = !Z; var b6 = i == D; var b7 = t == null; var b8 = i < C; var b9 = I == I;\n"
            + "    double[] w = {1, i, 'c', f}; int[][] m = {{1}, {2, c}, null}; var n = new double[i][c][]; long[] o = new long[] {i, b}; float g[] = {}, h = 3;\n"
            + "    w[b] += m[c][s]++; n[0][1] = w; (w)[(i)] = -w[I]; var q = w.length + n[0].length + new int[] {1, 2}.length; var r = w.clone(); var u = m.clone()[0];\n"
            + "    var x = (double) i / (int) d; var y = (Object) w; var v = (byte) 300; var e = y instanceof double[]; Object p = (Integer) i; var aa = double[].class; var ab = void.class;\n"
            + "    i = k = (int) (l = i); d = i = 'c'; assert i > 0 : t + d; label: for (;;) { if (z) continue label; break label; }\n"
            + "    return ((d)) + 0x1p3 + 1e-300 + 077 + 0b1 + 1_000L + '\\u0041' + g.length + h + x;\n"
            + "  }\n"
            + "}\n");
  }

  @Test
  void generics() {
    assertAgreement(
        """
        import java.util.*;
        import java.util.function.*;
        class Generics<N extends Number & Comparable<N>> {
          interface Field<T extends Field<T>> { T add(T o); T[] all(); Field<T> up(); double real(); }
          static <T extends Field<T>> T sum(T a, T b) { return a.add(b).all()[0].add(a.up().add(b)); }
          static <T> T id(T x) { return x; }
          static <T> T first(List<? extends T> l) { return l.get(0); }
          static <A, B extends A> A pick(A a, B b) { return b; }
          static <T> void take(T x, List<T> l) {}
          static double f(Object o) { return 1; }
          static int f(double d) { return 2; }
          @SafeVarargs static <T> List<T> list(T... ts) { return null; }
          N n;
          Map<String, List<? extends N>> map;
          double g(List<Double> l, Map<String, double[]> m, List<? super Integer> sup, Class<?> c, Supplier<Double> s, Iterable<? extends N> it, List raw) {
            double y = l.get(0) + m.get("a")[1] + id(2.0) + id(3) + first(l) + n.intValue() + n.compareTo(n);
            for (var e : m.entrySet()) y += e.getValue()[0] + e.getKey().length();
            for (Map.Entry<String, double[]> e : m.entrySet()) for (double d : e.getValue()) y += d;
            for (N e : it) y += e.doubleValue();
            for (var e : it) y += e.doubleValue();
            for (Object o : raw) y += o.hashCode();
            y += s.get() + map.get("x").get(0).intValue() + f(id(1.0)) + f(l.get(0)) + f(sup.get(0)) + f(raw.get(0)) + c.getName().length();
            List<Double> a = new ArrayList<>(); var b = new ArrayList<>(l); Map<String, List<Double>> d = new HashMap<>();
            List<Number> nums = Arrays.asList(1, 2.0); var same = Arrays.asList(1.0, 2.0); List<String> none = Collections.emptyList();
            y += list(1.0, 2.0).get(0) + Generics.<Double>id(4.0) + Collections.max(l) + Optional.of(y).get() + List.of(y, y).get(1);
            Double[] boxes = l.toArray(new Double[0]); y += boxes[0] + pick(n, n).doubleValue();
            take(1.0, l); a.add(y); a.addAll(l); d.put("k", new ArrayList<>()); d.computeIfAbsent("k", null).add(y);
            Object o = y > 0 ? id("s") : l; List<Double> t = y > 0 ? new ArrayList<>() : Collections.emptyList();
            Comparable<? super Integer> k = 3; y += k.compareTo(4) + getClass().getName().length() + "s".getClass().hashCode();
            y += (y > 0 ? l : a).get(0) + (y > 0 ? id(1) : 2.0) + Objects.requireNonNull(l).size() + Double.valueOf(y).compareTo(3.0);
            return y;
          }
          static class Outer<A> { class In { A a; class Deep { A b; } } In in; In.Deep deep; static <Q> Outer<Q> of(Q q) { return new Outer<>(); } }
          static class Sub extends Outer<Double> { double h(In i, Outer<String>.In j, In.Deep k) { return i.a + j.a.length() + in.a + this.deep.b + k.b + Outer.of(2.0).in.a; } }
        }
        """);
  }

  @Test
  void callsReachTheRightClass() {
    assertAgreement(
        """
        class Calls {
          static int f(int x) { return 1; }
          static double f(long... x) { return 1; }
          double own(double x) { return x; }
          static class Inner {
            static double f(Integer x) { return 2; }
            double g() { return f(3) + Calls.f(3) + Calls.f() + Calls.f(1L) + Calls.f(1, 2); }
          }
          static class Parent { private double f(int x) { return 1; } protected double f(double x) { return 2; } Object it() { return this; } }
          static class Child extends Parent implements Other {
            double g() { return f(1) + super.f(1) + Other.super.h(1) + this.h(2) + it().own + new Child().it().own; }
            double own;
            @Override Child it() { return this; }
            Child() { this(1); }
            Child(double x) { super(); own = x; }
          }
          interface Other { default double h(double x) { return x; } static int h() { return 1; } }
          class Deep { double own(String s) { return 1; } double h() { return own("s") + Calls.this.own(1); } class More { double k() { return own("") + h(); } } }
          static double n(String s) { return 1; }
          static double n(Object s) { return 2; }
          static double v(Object... s) { return 1; }
          static double v(int a, Object... s) { return 2; }
          static double w(char[] c) { return 1; }
          static double w(Object o) { return 2; }
          static double all() { return n(null) + v() + v("s") + v((Object) null) + v(new Object[0]) + w(null) + w("") + w(new char[0]); }
        }
        """);
  }

  @Test
  void statementsOfAllKinds() {
    assertAgreement(
        """
        import java.io.*;
        class Statements {
          private final Object lock = new Object();
          double f(Reader given, double... xs) throws IOException {
            double y = 0;
            ;
            try (Reader r = new StringReader("x"); given; var s = new StringReader("y")) { y += r.read() + s.read(); }
            catch (final FileNotFoundException | UncheckedIOException e) { throw new IOException(e.getMessage(), e); }
            catch (Exception e) { y += e.getStackTrace().length; throw e; }
            finally { y++; }
            synchronized (lock) { y += lock.hashCode(); }
            outer: for (double x : xs) { for (;;) { if (x > y) continue outer; else break outer; } }
            if (y > 1) return y; else if (y < 0) y = -y; else { y = 2; }
            do y--; while (y > 3);
            while (y < 3) y += 1;
            final double two = 2; final var three = 3;
            assert y > 0 : "m" + y;
            return y * two + three;
          }
        }
        """);
  }

  @Test
  void unicodeArraysOfArraysAndArrayResults() {
    assertAgreement(
        """
        class Arrays2 {
          double[] \\u03b1(double[] x)[] { return new double[][] {x}; }
          double f(double[]... ws) { double σ = 0; for (double[] w : ws) for (var e : w) σ += e; return σ + α(ws[0])[0][1] + ws.length; }
          int g(int... n) { return g() + g(1) + g(1, 2) + g(n); }
        }
        """);
  }
}
