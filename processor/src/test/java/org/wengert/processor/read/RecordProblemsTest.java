package org.wengert.processor.read;

import org.junit.jupiter.api.Test;

/** What cannot be done with records is said at the very expression. */
class RecordProblemsTest {
  private static final String POINT = "record Point(double x, double y) {}\n";
  private static final String NO_OBJECT =
      "a record cannot be null here, because it is followed component by component and is no"
          + " object: use a boolean beside it, or a record that stands for nothing";
  private static final String COMPARED =
      "records cannot be compared here, because they are followed component by component and are"
          + " no objects: compare their components";
  private static final String ARRAY =
      "an array of records is not supported, because records are followed in locals only, component"
          + " by component: use one array for each component of Point";

  private static Rejection of(String members) {
    return Rejection.of(POINT + members);
  }

  @Test
  void comparisons() {
    of("""
        static double f(double x) {
          Point p = new Point(x, 1);
          if («p == p») { x++; }
          return «p != new Point(1, 1)» ? x : «p == null» ? 2 : 1;
        }
        """)
        .says(COMPARED, COMPARED, COMPARED);
  }

  @Test
  void nothing() {
    of("""
        static double f(double x, boolean b) {
          Point p = «null»;
          p = b ? new Point(x, 1) : «null»;
          p = «null»;
          return p.x();
        }
        """)
        .says(NO_OBJECT, NO_OBJECT, NO_OBJECT);
  }

  @Test
  void arrays() {
    of("""
        static double f(double x, Point[] given) {
          «Point[]» p = {new Point(x, 1)};
          for (Point q : «given») { x += q.x(); }
          return x + «given»[0].x();
        }
        """)
        .says(ARRAY, ARRAY, ARRAY);
  }

  @Test
  void arraysForVariableNumbersOfArguments() {
    of("""
        static double f(double x) { return «first(new Point(x, 1))»; }
        static double first(Point... p) { return p[0].x(); }
        """)
        .says(ARRAY);
  }

  @Test
  void methodsOfTheCompiler() {
    String advice =
        " is the compiler's own method of a record, which a derivative does not follow: use the"
            + " record's components";
    of("""
        static double f(double x) {
          Point p = new Point(x, 1);
          x += «p.hashCode()»;
          return «p.equals(p)» ? x : 1;
        }
        """)
        .says("Point.hashCode" + advice, "Point.equals" + advice);
  }

  @Test
  void textOfARecord() {
    String advice =
        "this cannot be part of the message of an exception,"
            + " which derivatives throw too: join string constants, numbers (no char),"
            + " booleans and parameters by +";
    of("""
        static double f(double x) {
          Point p = new Point(x, 1);
          if (x < 0) throw new IllegalStateException("at " + «p»);
          if (x < 1) throw new IllegalStateException(«p.toString()» + p.x());
          throw new AssertionError(«p»);
        }
        """)
        .says(advice, advice, advice);
  }

  @Test
  void inheritedMethods() {
    Rejection.of(
            """
            interface Shape {
              double side();
              default double area() { return side() * side(); }
            }
            record Square(double side) implements Shape {}
            static double f(double x) {
              Square s = new Square(x);
              return «s.area()» + «s.getClass()».hashCode();
            }
            """)
        .says(
            "Shape.area is a method of an object, which a derivative does not follow: make it"
                + " static and pass what it needs as parameters",
            "Object.getClass is a method of an object, which a derivative does not follow: make it"
                + " static and pass what it needs as parameters");
  }

  @Test
  void parameters() {
    String advice =
        " is a record that comes from outside, which is not supported: make its components"
            + " parameters of the method and create the record from them here";
    of("""
        static double f(double x, Point p, Point q) {
          Point r = «p»;
          if (x > 0) { «q» = new Point(x, x); }
          while (x < 3) { «q» = new Point(x++, x); }
          return «q».x() + g(«p»);
        }
        static double g(Point p) { return p.x(); }
        """)
        .says("p" + advice, "q" + advice, "q" + advice, "q" + advice, "p" + advice);
  }

  @Test
  void elsewhere() {
    Rejection.of(
            """
            static double f(double x) {
              «org.wengert.processor.message.Problem» p = null;
              p = «new org.wengert.processor.message.Problem("", null)»;
              return x;
            }
            """)
        .says(
            "the record Problem is declared in another source file, where its constructors cannot be"
                + " seen: declare a record in this file, or keep the components in locals",
            "creating an object has no derivative: only numbers, booleans, arrays and records of"
                + " this source file are followed; keep the values in one of these instead");
  }

  @Test
  void variablesOfRecordsElsewhere() {
    Rejection.of(
            """
            static double f(double x) {
              «org.wengert.processor.tape.Location» p = null;
              return x;
            }
            """)
        .says(
            "the record Location is declared in another source file, where its constructors cannot"
                + " be seen: declare a record in this file, or keep the components in locals");
  }

  @Test
  void generic() {
    Rejection.of(
            """
            record Pair<T>(T first, T second) {}
            static double f(double x) {
              «Pair<double[]>» p = new Pair<>(null, null);
              return «new Pair<double[]>(null, null).first()»[0];
            }
            """)
        .says(
            "the record Pair has type parameters, which is not supported: write the types that are"
                + " needed instead",
            "the record Pair has type parameters, which is not supported: write the types that are"
                + " needed instead");
  }

  @Test
  void components() {
    Rejection.of(
            """
            record Named(String name, double x) {}
            record Node(double x, Node next) {}
            static double f(double x) {
              «Named» n = new Named("n", x);
              «Node» m = new Node(x, null);
              return x;
            }
            """)
        .says(
            "the component name of the record Named is a java.lang.String: the records that a"
                + " derivative follows are made of primitive types, enums, arrays of these and"
                + " other such records; use a record of these",
            "the component next of the record Node is a Subject.Node: the records that a derivative"
                + " follows are made of primitive types, enums, arrays of these and other such"
                + " records; use a record of these");
  }

  @Test
  void unfinished() {
    Rejection.of(
            """
            record Point(double x, double y) {
              Point(double x, double y) {
                this.x = «norm()»;
                this.y = y;
              }
              double norm() { return x; }
            }
            static double f(double x) { return new Point(x, 1).x(); }
            """)
        .says(
            "the component x of the record is used here before its constructor has set it: use the"
                + " constructor's parameter instead (in Point, which is differentiated too because f"
                + " calls it)");
  }

  @Test
  void recursion() {
    String advice =
        " belongs to a record and calls itself, directly or through others, which is not supported:"
            + " write it as a loop, or as a static method of numbers and arrays";
    Rejection.of(
            """
            record Power(double x, int n) {
              double value() { return n == 0 ? 1 : x * «new Power(x, n - 1).value()»; }
              Power(double x) { this(x, (int) «new Power(x)».x); }
            }
            static double f(double x) { return new Power(x, 3).value() + new Power(x).x; }
            """)
        .says(
            "value" + advice + " (in value, which is differentiated too because f calls it)",
            "Power" + advice + " (in Power, which is differentiated too because f calls it)");
  }

  @Test
  void constants() {
    Rejection.of(
            """
            record Own(double x) { public double x() { return x + 1; } }
            private record Hidden(double x) {}
            static final Own OWN = new Own(1);
            static final Hidden HIDDEN = new Hidden(1);
            private static final Own SECRET = OWN;
            static double f(double x) {
              x += «OWN».x;
              x += «HIDDEN».x();
              x += «SECRET».x();
              return x;
            }
            """)
        .says(
            "the record Own declares the accessor x itself, so what is in this constant cannot be"
                + " read: create the record here, or pass its components as parameters",
            "the record Hidden is not visible to the generated class, which reads this constant too:"
                + " drop 'private', or create the record here",
            "SECRET is not visible to the generated class, which reads it too: drop 'private' where"
                + " its class or its record is declared, or pass its value as a parameter");
  }

  @Test
  void localRecords() {
    Rejection.of(
            """
            static double f(double x) {
              «record Local(double x) {}»
              return new Local(x).x();
            }
            """)
        .says(
            "a record declared in a method is not known to annotation processors: declare it in the"
                + " class instead");
  }

  @Test
  void otherUses() {
    of("""
        static double f(double x) {
          «Object» o = new Point(x, 1);
          return g(«new Point(x, 1)»);
        }
        static double g(Object o) { return 1; }
        """)
        .says(
            "values of type java.lang.Object are not supported: a derivative computes with the"
                + " primitive types and enums, and arrays of these",
            "values of type java.lang.Object are not supported: a derivative computes with the"
                + " primitive types and enums, and arrays of these");
  }
}
