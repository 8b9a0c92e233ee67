package org.wengert.processor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wengert.processor.message.Message;

/** The smallest programs that are refused, one for each message. */
public final class Refusals {
  private Refusals() {}

  /** In the order of the messages' names. */
  public static List<Refusal> all() {
    return List.of(
        new Refusal(
            Message.ABSTRACT_METHOD,
            "interface Model { «@Differentiable double /*!*/f(double x);» }",
            "f has no body to differentiate: annotate the static method that does the"
                + " computation"),
        new Refusal(
            Message.ANONYMOUS_CLASS,
            "@Differentiable static double f(double x) { Object o = /*!*/«new Object() {}»;"
                + " return x; }",
            "an anonymous class makes an object, which a derivative"
                + " does not follow: write its code as a static method of this"
                + " file and call that"),
        new Refusal(
            Message.ASSERT_WITH_EFFECT,
            "@Differentiable static double f(double x) { assert «x++ /*!*/> 0»; return x; }",
            "the condition of this assert changes something, so that the method would compute"
                + " something else where assertions are enabled: do that in a statement of its own"),
        new Refusal(
            Message.ASSIGNED_FIELD,
            """
            static double last;
            @Differentiable static double f(double x) { /*!*/«last» = x; return x; }
            """,
            "the field last is assigned here: a derivative only follows locals, parameters and"
                + " array elements; return the value or write it to an array parameter instead"),
        new Refusal(
            Message.BOXED_TYPE,
            "@Differentiable static double f(double x) { /*!*/«Double» d = x; return d; }",
            "values of type java.lang.Double are not supported, because a derivative computes"
                + " with numbers, not with objects that hold them: declare it as double"),
        new Refusal(
            Message.CALL_ELSEWHERE,
            """
            static native double g(double x);
            @Differentiable static double f(double x) { return «g/*!*/(x)»; }
            """,
            "Model.g has no derivative, but is given a value that depends on an active"
                + " parameter: annotate it with @Differentiable, give it a @DerivativeRule, or"
                + " move it into this file"),
        new Refusal(
            Message.CALLEE_ORDER,
            """
            @Differentiable static double g(double x) { return x < 0 ? g(x + 1) : x * x; }
            @Differentiable(order = 2) static double f(double x) { return «g/*!*/(x)»; }
            """,
            "g has derivatives up to order 1 only, and those of order 2 are needed here: write order ="
                + " 2 on it, too"),
        new Refusal(
            Message.CALL_NOT_VISIBLE,
            """
            private static native double g(double x);
            @Differentiable static double f(double x) { return «g/*!*/(x)»; }
            """,
            "Model.g is not visible to the generated class, which calls it too: make it"
                + " public, or package-private where it stands in the same package"),
        new Refusal(
            Message.CALL_OF_LIBRARY,
            "@Differentiable static double f(double x) {"
                + " return «Double.doubleToLongBits/*!*/(x)»; }",
            "Double.doubleToLongBits has no derivative, but is given a value that depends on an"
                + " active parameter: give it a @DerivativeRule, or write what it does as a static"
                + " method of this file"),
        new Refusal(
            Message.CALL_OF_MATH,
            "@Differentiable static double f(double x) { return «Math.random/*!*/()» * x; }",
            "Math.random is not one of the functions whose derivatives are known:"
                + " call it outside and pass its result as a parameter"),
        new Refusal(
            Message.CALL_ON_OBJECT,
            """
            double g(double y) { return y; }
            @Differentiable static double f(Model m, double x) { return «m.g/*!*/(x)»; }
            """,
            "Model.g is a method of an object, which a derivative does not follow: make it"
                + " static and pass what it needs as parameters"),
        new Refusal(
            Message.CALL_RESULT_WRITTEN,
            """
            static native double[] weights();
            @Differentiable static double f(double x) {
              double[] w = «weights/*!*/()»;
              w[0] = x;
              return w[0];
            }
            """,
            "the array that Model.weights returns here comes to hold values that depend on an"
                + " active parameter, whose derivatives would be lost: work on a clone of it"),
        new Refusal(
            Message.CALL_WITH_CONSTANT,
            """
            @Differentiable(wrt = "x")
            static double f(double x, double y) { return x > 1 ? «f/*!*/(x - 1, x)» : y; }
            """,
            "Model.f is not differentiated with respect to its parameter 2, which is given a"
                + " value that depends on an active parameter here: add that parameter to wrt"
                + " of Model.f"),
        new Refusal(
            Message.CALL_WITH_OBJECT,
            """
            record P(double a) {}
            @Differentiable static double f(double x) { return g(/*!*/«new P(x)», 3); }
            static double g(P p, int n) { return n == 0 ? p.a() : g(p, n - 1); }
            """,
            "Model.g takes a p.Model.P here, a record, which a call that stays one cannot hand over:"
                + " pass its components"),
        new Refusal(
            Message.CHECKED_EXCEPTION,
            """
            @Differentiable static double f(double x) throws Exception {
              if (x < 0) throw /*!*/«new Exception()»;
              return x;
            }
            """,
            "Exception is a checked exception, which generated methods do not declare: throw"
                + " an unchecked one, such as IllegalArgumentException"),
        new Refusal(
            Message.CHECKPOINTS_CALL,
            """
            @org.wengert.Checkpointed @Differentiable
            static double f(double x, java.util.Random random, int n) {
              for (int i = 0; i < n; i++) {
                x *= Math.sin(x + «random.nextDouble/*!*/()»);
              }
              return x;
            }
            """,
            "Random.nextDouble is called in a checkpointed loop, whose iterations are repeated, and"
                + " nothing is known of what it would answer then: call it before the loop, or move"
                + " it into this file"),
        new Refusal(
            Message.CHECKPOINTS_ELSEWHERE,
            "@Differentiable static double f(double x) { /*!*/«@org.wengert.Checkpointed» double y = x; return y; }",
            "only loops are checkpointed: annotate the variable that a for statement declares in its"
                + " header, or the method"),
        new Refusal(
            Message.CHECKPOINTS_MEGABYTES,
            """
            static final int MEMORY = 5;
            @Differentiable @org.wengert.Checkpointed(megabytes = /*!*/«MEMORY»)
            static double f(double x) {
              while (x < 9) x *= x;
              return x;
            }
            """,
            "the megabytes for checkpoints are read before"
                + " constants have values: write a number here, 1 or more"),
        new Refusal(
            Message.CHECKPOINTS_NEW_ARRAY,
            """
            @Differentiable @org.wengert.Checkpointed
            static double f(double[][] m, int n) {
              for (int i = 0; i < n; i++) {
                double[][] next = /*!*/«{{Math.sin(m[0][1]), m[0][0]}}»;
                m = next;
              }
              return m[0][0];
            }
            """,
            "an iteration of this checkpointed loop hands a new array of arrays, or one that a call"
                + " has made, to the next one, of which checkpoints know nothing: copy its elements"
                + " to an array that is made before the loop"),
        new Refusal(
            Message.CHECKPOINTS_ROW,
            """
            @Differentiable
            static double f(double[][] m, int n) {
              for (@org.wengert.Checkpointed int i = 1; i < n; i++) {
                double[] row = m[0];
                «m[0] /*!*/= m[i]»;
                m[i] = row;
                m[0][0] *= Math.sin(m[1][0]);
              }
              return m[0][0];
            }
            """,
            "a row of an array is replaced in this checkpointed loop, while checkpoints know of the"
                + " elements of rows only: copy the elements to the row that is there"),
        new Refusal(
            Message.CHECKPOINTS_WITHOUT_LOOP,
            "/*!*/«@org.wengert.Checkpointed» @Differentiable static double f(double x) { return x; }",
            "f has no loop that could be checkpointed: remove the annotation"),
        new Refusal(
            Message.CLASS_LITERAL,
            "@Differentiable static double f(double x) { Object o = «double/*!*/.class»; return"
                + " x; }",
            "a class literal has no place in a derivative, which computes with numbers and"
                + " booleans only: do this outside of the differentiated method"),
        new Refusal(
            Message.COLLIDING_METHODS,
            """
            @Differentiable static double f(double x) { return x; }
            «@Differentiable static double /*!*/f(double x, int n) { return x; }»
            """,
            "f(double) and f(double, int) would both generate fReverse: give one of them a"
                + " base name of its own with @Differentiable(name = \"...\")"),
        new Refusal(
            Message.COMPONENT_NAMED_VALUE,
            "@Differentiable static double f(«double /*!*/value») { return value; }",
            "the parameter is called value, and so is the result in the generated record FVjp:"
                + " give the parameter another name"),
        new Refusal(
            Message.COMPONENT_NAME_RESERVED,
            "@Differentiable static double f(«double /*!*/wait») { return wait; }",
            "the parameter is called wait, which no component of a record may be called, and"
                + " the generated record FVjp names its components after the parameters: give"
                + " the parameter another name"),
        new Refusal(
            Message.CONSTANT_ARRAY_MIXED,
            """
            @Differentiable(wrt = "w") static double f(double[] w, double[] c, boolean b) {
              double[] a = «b /*!*/? c : w»;
              return a[0];
            }
            """,
            "an array variable may refer to 'c', which is a constant here, or to an array that"
                + " carries a derivative, so its elements cannot be told apart; add 'c' to wrt"
                + " or use separate variables"),
        new Refusal(
            Message.CONSTANT_ARRAY_WRITTEN,
            """
            @Differentiable(wrt = "x") static double f(double x, double[] c) {
              «c[0] /*!*/= x»;
              return c[0];
            }
            """,
            "a value that depends on an active parameter is stored in 'c', which is not listed"
                + " in wrt, so its derivative would be lost; add 'c' to wrt or store into a"
                + " local array"),
        new Refusal(
            Message.COPY_BETWEEN_TYPES,
            """
            @Differentiable static double f(double[] w, int[] k) {
              «System.arraycopy/*!*/(k, 0, w, 0, 1)»;
              return w[0];
            }
            """,
            "the elements of a int[] cannot be copied to a double[], which Java refuses too when"
                + " it gets here: copy them one by one"),
        new Refusal(
            Message.EXISTING_SIBLING,
            """
            /*!*/«class Model { @Differentiable static double f(double x) { return x; } }»
            class ModelDerivatives {}
            """,
            "the derivatives of Model go to a class ModelDerivatives, but there is one in the"
                + " sources already: give yours another name"),
        new Refusal(
            Message.FIELD_HIDDEN,
            """
            private static class Inner { static final double ROOT = Math.sqrt(2); }
            @Differentiable static double f(double x) { return «Inner/*!*/.ROOT» * x; }
            """,
            "ROOT is not visible to the generated class, which reads it too: drop 'private' where"
                + " its class or its record is declared, or pass its value as a parameter"),
        new Refusal(
            Message.FIELD_OF_OBJECT,
            """
            double scale;
            @Differentiable static double f(double x, Model m) { return «m/*!*/.scale» * x; }
            """,
            "scale is a field of an object, which a derivative does not follow: pass its value"
                + " as a parameter"),
        new Refusal(
            Message.GENERIC_METHOD,
            "«@Differentiable static <T> double /*!*/f(double x, T t) { return x; }»",
            "f has type parameters: derivatives exist for double and float only; write these"
                + " types instead"),
        new Refusal(
            Message.HIDDEN_EXCEPTION,
            """
            private static class Hidden extends RuntimeException {}
            @Differentiable static double f(double x) { if (x < 0) throw /*!*/«new Hidden()»; return x; }
            """,
            "Hidden or its constructor is not visible to the generated class, which throws it"
                + " too: make it visible, or throw an exception that is"),
        new Refusal(
            Message.INSTANCE_OF,
            "@Differentiable static double f(Object o, double x) { return «o /*!*/instanceof"
                + " String» ? x : 1; }",
            "instanceof is not supported: a derivative computes with numbers, booleans and"
                + " arrays, whose types are known; decide outside and pass a boolean"),
        new Refusal(
            Message.JUMP_TO_NOWHERE,
            "@Differentiable static double f(double x) { /*!*/«break;» }",
            "there is no loop, switch or label"
                + " around this that it could lead out of, which the compiler reports too: remove it"),
        new Refusal(
            Message.LAMBDA,
            """
            @Differentiable static double f(double x) {
              Runnable r = /*!*/«() -> {}»;
              return x;
            }
            """,
            "a lambda is an object, which a derivative does not"
                + " follow: write its body in place, or as a static method of"
                + " this file and call that"),
        new Refusal(
            Message.LOCAL_CLASS,
            "@Differentiable static double f(double x) { /*!*/«class Local {}» return x; }",
            "a class declared in a method is for objects,"
                + " which a derivative does not follow: write its code as static methods"
                + " of this file and call those"),
        new Refusal(
            Message.LOCAL_RECORD,
            "@Differentiable static double f(double x) { /*!*/«record Local(double z) {}» return"
                + " x; }",
            "a record declared in a method is not known to annotation processors: declare it"
                + " in the class instead"),
        new Refusal(
            Message.METHOD_REFERENCE,
            """
            @Differentiable static double f(double x) {
              java.util.function.DoubleUnaryOperator sin = /*!*/«Math::sin»;
              return x;
            }
            """,
            "a method reference is an object, which a"
                + " derivative does not follow: call the method directly"),
        new Refusal(
            Message.MISMATCHED_OPERANDS,
            "@Differentiable static double f(double x) { return «null /*!*/== null» ? x : 2; }",
            "the operator == cannot be differentiated with operands of type null and null: it"
                + " needs two numbers, two booleans, or two arrays or enums that are compared"),
        new Refusal(
            Message.MISMATCHED_TYPES,
            "@Differentiable static double f(double x, boolean b) { double y = /*!*/«b»; return"
                + " x * y; }",
            "a value of type boolean does not fit where one of type double is needed,"
                + " which the compiler reports too: convert it"),
        new Refusal(
            Message.NAME_NOT_IDENTIFIER,
            "@Differentiable(name = /*!*/«\"f-2\"») static double f(double x) { return x; }",
            "\"f-2\" is not a Java identifier: the generated methods' names start with the"
                + " base name"),
        new Refusal(
            Message.NATIVE_METHOD,
            "«@Differentiable static native double /*!*/f(double x);»",
            "f is native: only a body in Java can be differentiated; write it in Java"),
        new Refusal(
            Message.NESTED_TOO_DEEPLY,
            nested(),
            "conditions, loops, early returns and calls are nested too deeply here: split the"
                + " method, or return at its end only"),
        new Refusal(
            Message.NESTED_CYCLE,
            """
            @Differentiable static double f(double x) {
              return x < 1 ? x : «ModelDerivatives.fGradient/*!*/(x)».x();
            }
            """,
            "derivatives of any order would be needed here: the derivative of Model.f needs that of"
                + " Model.f; call the derivative of a method that does not call this one's"),
        new Refusal(
            Message.NESTED_FORM,
            """
            @Differentiable static void v(double[] x) { x[0] *= x[1]; }
            @Differentiable static double f(double x) {
              double[] y = {x, x};
              «ModelDerivatives.vJvp/*!*/(y, new double[] {1, 0})»;
              return y[0];
            }
            """,
            "vJvp is a derivative of a method that returns nothing, and cannot be called in a method"
                + " that is differentiated: let the method return its result"),
        new Refusal(
            Message.NESTED_PARAMETERS,
            """
            «@Differentiable static double /*!*/g(double a, double b, double c, double d, double e,
                double f, double g, double h, double i, double j, double k, double l, double m,
                double n, double o, double p, double q, double r, double s, double t) {
              return a * b * c * d * e * f * g * h * i * j * k * l * m * n * o * p * q * r * s * t;
            }»
            @Differentiable static double f(double x) {
              return ModelDerivatives.gGradient(
                  x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x).a();
            }
            @Differentiable(order = 2) static double h(double x) {
              return ModelDerivatives.fGradient(x).x();
            }
            """,
            "the derivatives of g that are needed here would take more than the 255 slots that a Java"
                + " method can have: pass arrays in place of numbers"),
        new Refusal(
            Message.NESTED_SECOND_ORDER,
            """
            @Differentiable static double g(double x) { return x * x; }
            @Differentiable static double f(double x) {
              return «ModelDerivatives.gHvp/*!*/(x, 1)».x();
            }
            """,
            "gHvp is only there if g has second derivatives: write order = 2 on it"),
        new Refusal(
            Message.NESTED_SERIES,
            """
            @Differentiable(taylor = true) static double g(double x) { return x * x; }
            @Differentiable static double f(double x) {
              return «ModelDerivatives.gTaylor/*!*/(x, 1, 3)»[2];
            }
            """,
            "gTaylor gives a Taylor series, which has no derivative in a method that is"
                + " differentiated: call the JVP, and let another method call the JVP of that, for each"
                + " order"),
        new Refusal(
            Message.NESTED_WRITES,
            """
            «@Differentiable static double /*!*/g(double[] x) { x[0] = 1; return x[1]; }»
            @Differentiable static double f(double[] x) {
              return ModelDerivatives.gGradient(x).x()[0];
            }
            """,
            "g may write into an array that it is given, hand it to a method that may, or return it, and"
                + " derivatives of such methods cannot be differentiated: work on a copy"),
        new Refusal(
            Message.NEVER_RETURNS,
            "«@Differentiable static double /*!*/f(double x) { throw new"
                + " IllegalStateException(); }»",
            "f always throws, so it has no result to differentiate: remove the annotation, or"
                + " return a value in some case"),
        new Refusal(
            Message.NEW_OBJECT,
            "@Differentiable static double f(double x) { Object o = /*!*/«new Object()»; return"
                + " x; }",
            "creating an object has no derivative: only numbers, booleans, arrays and records"
                + " of this source file are followed; keep the values in one of these instead"),
        new Refusal(
            Message.NOT_AN_ARRAY,
            """
            enum Kind implements Iterable<Integer> { A; public java.util.Iterator<Integer> iterator() { return null; } }
            @Differentiable static double f(double x, Kind k) {
              for (int n : /*!*/«k») x += n;
              return x;
            }
            """,
            "only elements of arrays are followed, but this has the type p.Model.Kind: copy what is needed of"
                + " it to an array, outside of the differentiated method"),
        new Refusal(
            Message.NOT_STATIC,
            "«@Differentiable double /*!*/f(double x) { return x; }»",
            "f is not static: only static methods are differentiated; make it static and pass"
                + " what it needs of the object as parameters"),
        new Refusal(
            Message.NO_ACTIVE_PARAMETER,
            "«@Differentiable static double /*!*/f(int n) { return n; }»",
            "f has nothing to differentiate with respect to: no parameter is a double, a float"
                + " or an array of these"),
        new Refusal(
            Message.ORDER_OUT_OF_RANGE,
            "@Differentiable(order = /*!*/«0») static double f(double x) { return x; }",
            "there are no derivatives of order 0: write an order from 1 to 6"),
        new Refusal(
            Message.PRIVATE_CLASS,
            """
            class Model {
              «private static /*!*/class Hidden { @Differentiable static double f(double x) { return x; } }»
            }
            """,
            "the class Hidden is private, so that the derivatives, which stand in a class of"
                + " their own in the same package, could not call its methods: make it"
                + " package-private"),
        new Refusal(
            Message.PRIVATE_METHOD,
            "«@Differentiable private static double /*!*/f(double x) { return x; }»",
            "f is private, so that its derivatives, which stand in a class of their own in the"
                + " same package, could not call it: make it package-private"),
        new Refusal(
            Message.REACHED_BY_CALL,
            """
            @Differentiable static double f(double x) { return g(x); }
            private static double g(double x) { return «Math.random/*!*/()» * x; }
            """,
            "Math.random is not one of the functions whose derivatives are known:"
                + " call it outside and pass its result as a parameter"
                + " (in g, which is differentiated too because f calls it)"),
        new Refusal(
            Message.RECORD_ACCESSOR,
            """
            record Own(double x) { public double x() { return x + 1; } }
            static final Own OWN = new Own(1);
            @Differentiable static double f(double x) { return x * /*!*/«OWN».x(); }
            """,
            "the record Own declares the accessor x itself, so what is in this constant cannot"
                + " be read: create the record here, or pass its components as parameters"),
        new Refusal(
            Message.RECORD_ARRAY,
            """
            record Point(double x, double y) {}
            @Differentiable static double f(double x) {
              «Point/*!*/[]» p = {new Point(x, 1)};
              return p[0].x();
            }
            """,
            "an array of records is not supported, because records are followed in locals"
                + " only, component by component: use one array for each component of Point"),
        new Refusal(
            Message.RECORD_COMPARED,
            """
            record Point(double x, double y) {}
            @Differentiable static double f(double x) {
              Point p = new Point(x, 1);
              return «p /*!*/== new Point(1, x)» ? x : 1;
            }
            """,
            "records cannot be compared here, because they are followed component by component"
                + " and are no objects: compare their components"),
        new Refusal(
            Message.RECORD_COMPONENT,
            """
            record Named(String name, double x) {}
            @Differentiable static double f(double x) { return «new Named("n", x).x/*!*/()»; }
            """,
            "the component name of the record Named is a java.lang.String: the records that a"
                + " derivative follows are made of primitive types, enums, arrays of these and"
                + " other such records; use a record of these"),
        new Refusal(
            Message.RECORD_ELSEWHERE,
            "@Differentiable static double f(double x) { «org.wengert/*!*/.GradientReport» d ="
                + " null; return x; }",
            "the record GradientReport is declared in another source file, where its constructors cannot"
                + " be seen: declare a record in this file, or keep the components in locals"),
        new Refusal(
            Message.RECORD_GENERIC,
            """
            record Box<T>(T t) {}
            @Differentiable static double f(double x) { «Box/*!*/<double[]>» b = null; return x; }
            """,
            "the record Box has type parameters, which is not supported: write the types that"
                + " are needed instead"),
        new Refusal(
            Message.RECORD_HIDDEN,
            """
            private record Point(double x, double y) {}
            static final Point P = new Point(1, 2);
            @Differentiable static double f(double x) { return x * /*!*/«P».x(); }
            """,
            "the record Point is not visible to the generated class, which reads this constant"
                + " too: drop 'private', or create the record here"),
        new Refusal(
            Message.RECORD_NULL,
            """
            record Point(double x, double y) {}
            @Differentiable static double f(double x) { Point p = /*!*/«null»; return x; }
            """,
            "a record cannot be null here, because it is followed component by component and"
                + " is no object: use a boolean beside it, or a record that stands for nothing"),
        new Refusal(
            Message.RECORD_OBJECT_METHOD,
            """
            record Point(double x, double y) {}
            @Differentiable static double f(double x) { return x * «new Point(x, 1).hashCode/*!*/()»; }
            """,
            "Point.hashCode is the compiler's own method of a record, which a derivative does"
                + " not follow: use the record's components"),
        new Refusal(
            Message.RECORD_PARAMETER,
            """
            record Point(double x, double y) {}
            @Differentiable static double f(double x, Point p) { return x * /*!*/«p».x(); }
            """,
            "p is a record that comes from outside, which is not supported: make its"
                + " components parameters of the method and create the record from them here"),
        new Refusal(
            Message.RECORD_RECURSION,
            """
            record Power(double x) {
              double of(int n) { return n == 0 ? 1 : x * «of/*!*/(n - 1)»; }
            }
            @Differentiable static double f(double x) { return new Power(x).of(3); }
            """,
            "of belongs to a record and calls itself, directly or through others, which is not"
                + " supported: write it as a loop, or as a static method of numbers and arrays"
                + " (in of, which is differentiated too because f calls it)"),
        new Refusal(
            Message.RECORD_RETURNED,
            """
            record Point(double x, double y) {}
            static Point g(double x) { return x > 1 ? g(x / 2) : new Point(x, 1); }
            @Differentiable static double f(double x) { return «g/*!*/(x)».x(); }
            """,
            "Model.g returns the record p.Model.Point from a call that is not read in place,"
                + " because the method calls itself or stands in another file: return a number,"
                + " or write to an array parameter"),
        new Refusal(
            Message.RECORD_UNFINISHED,
            """
            record Twice(double x, double y) {
              Twice(double x, double y) { this.x = «half/*!*/()»; this.y = y; }
              double half() { return y / 2; }
            }
            @Differentiable static double f(double x) { return new Twice(x, 1).x(); }
            """,
            "the component x of the record is used here before its constructor has set it: use"
                + " the constructor's parameter instead (in Twice, which is differentiated too"
                + " because f calls it)"),
        new Refusal(
            Message.RECURSIVE_RESULT,
            """
            static double[][] g(double x) { return x > 1 ? g(x / 2) : new double[2][2]; }
            @Differentiable static double f(double x) { return «g/*!*/(x)»[0][0]; }
            """,
            "g calls itself and returns a double[][], which is not supported: write the result"
                + " to an array parameter"),
        new Refusal(
            Message.RESULT_INTEGRAL,
            "@Differentiable static /*!*/«int» f(double x) { return (int) x; }",
            "f returns int, which changes in steps and so has no derivative: return a double"),
        new Refusal(
            Message.RESULT_UNSUPPORTED,
            "@Differentiable static /*!*/«String» f(double x) { return null; }",
            "f returns String: only methods that return double, float, double[], float[] or"
                + " nothing can be differentiated; return one of these, or write the result to"
                + " an array parameter"),
        new Refusal(
            Message.RULE_FIRST_ORDER,
            """
            static double g(double[] x) { return x[0]; }
            @org.wengert.DerivativeRule(method = "g", mode = org.wengert.DerivativeRule.Mode.ADJOINT)
            static void adjoint(double[] x, double[] xBar, double result, double resultBar) {}
            @org.wengert.DerivativeRule(method = "g", mode = org.wengert.DerivativeRule.Mode.TANGENT)
            static org.wengert.Dual tangent(double[] x, double[] xDot) { return null; }
            @Differentiable(order = 2) static double f(double[] x) { return «g/*!*/(x)»; }
            """,
            "second derivatives of g need derivatives of its rules: give a rule for each partial"
                + " derivative, in this file or annotated with @Differentiable, or write order = 1"),
        new Refusal(
            Message.RULE_INCOMPLETE,
            """
            static double g(double[] x) { return x[0]; }
            @org.wengert.DerivativeRule(method = "g", mode = org.wengert.DerivativeRule.Mode.ADJOINT)
            static void rule(double[] x, double[] xBar, double result, double resultBar) {}
            @Differentiable static double f(double[] x) { return «g/*!*/(x)»; }
            """,
            "Model.g has only one of the two rules that both modes need: add @DerivativeRule(method ="
                + " \"g\", mode = DerivativeRule.Mode.TANGENT) static Dual gTangent(double[] x,"
                + " double[] xDot)"),
        new Refusal(
            Message.RULE_NEEDS_SWEEPS,
            """
            static double g(double[] x) { return x[0]; }
            «@org.wengert.DerivativeRule(method = "g") static double /*!*/rule(double[] x) { return 1; }»
            """,
            "Model.g takes or returns arrays, so one partial derivative does not do: write a rule with"
                + " mode = TANGENT and one with mode = ADJOINT"),
        new Refusal(
            Message.RULE_NOT_CALLABLE,
            """
            static double g(double x) { return x; }
            «@org.wengert.DerivativeRule(method = "g") double /*!*/rule(double x) { return 1; }»
            """,
            "rule is a derivative rule, which generated classes call: make it static, and not private"),
        new Refusal(
            Message.RULE_PARAMETER,
            """
            static double g(double x, int n) { return x; }
            «@org.wengert.DerivativeRule(method = "g", parameter = 1)
            static double /*!*/rule(double x, int n) { return 1; }»
            """,
            "Model.g has no parameter 1 that is a double or a float: set parameter to the position of"
                + " the one that this rule differentiates by, from zero"),
        new Refusal(
            Message.RULE_SIGNATURE,
            """
            static double g(double x, int n) { return x; }
            «@org.wengert.DerivativeRule(method = "g") static double /*!*/rule(double x) { return 1; }»
            """,
            "the declaration of this rule for Model.g does not fit:"
                + " write static double rule(double x, int n)"),
        new Refusal(
            Message.RULE_TWICE,
            """
            static double g(double x) { return x; }
            @org.wengert.DerivativeRule(method = "g") static double one(double x) { return 1; }
            «@org.wengert.DerivativeRule(method = "g") static double /*!*/two(double x) { return 1; }»
            """,
            "two and one are rules for the same derivative of Model.g: remove one of them"),
        new Refusal(
            Message.RULE_UNKNOWN_PARTIAL,
            """
            static double g(double x, double y) { return x * y; }
            @org.wengert.DerivativeRule(method = "g") static double byX(double x, double y) { return y; }
            @Differentiable static double f(double x) { return «g/*!*/(x, x)»; }
            """,
            "Model.g has no rule for its parameter 2, which is given a value that depends on an active"
                + " parameter here: add one with @DerivativeRule(method = \"g\", parameter = 1)"),
        new Refusal(
            Message.RULE_WITHOUT_METHOD,
            """
            «@org.wengert.DerivativeRule(of = Math.class, method = "erf")
            static double /*!*/rule(double x) { return 1; }»
            """,
            "Math has no static method erf that this could be a rule for:"
                + " correct the method or the class that the annotation names"),
        new Refusal(
            Message.SPARSE_FIRST_ORDER,
            "@Differentiable(sparse = /*!*/«true») static double f(double x) { return x; }",
            "a sparse Hessian of f needs its second derivatives: write order = 2, too; sparse"
                + " Jacobians are those of methods that return an array"),
        new Refusal(
            Message.SPARSE_VOID,
            "@Differentiable(sparse = /*!*/«true») static void f(double[] x) { x[0] *= 2; }",
            "f returns nothing, and what is sparse is the Jacobian of a result: return the array"
                + " instead of writing to a parameter"),
        new Refusal(
            Message.SPARSE_WRITES,
            """
            «@Differentiable(sparse = true)
            static double[] /*!*/f(double[] x) { x[0] = 2; return new double[] {x[1]}; }»
            """,
            "f writes into one of its array parameters, or may hand one out as its result, and a"
                + " sparse Jacobian or Hessian is of a method that leaves them alone: work on a"
                + " clone"),
        new Refusal(
            Message.STATIC_ARRAY_LENT,
            """
            static final double[] TABLE = {1, 2};
            @Differentiable static double f(double x, int n) { return n > 0 ? «g/*!*/(x, TABLE, n)» : x; }
            @Differentiable static double g(double x, double[] w, int n) {
              w[0] = x;
              return n > 1 ? g(x, w, n - 1) : w[0];
            }
            """,
            "the array in the static field 'TABLE' is passed to Model.g, which may store"
                + " values in it that depend on an active parameter, so their derivatives would"
                + " be lost; pass 'TABLE.clone()' or an array parameter"),
        new Refusal(
            Message.STATIC_ARRAY_MIXED,
            """
            static final double[] TABLE = {1, 2};
            @Differentiable static double f(double[] w, double x) {
              double[] a = «x > 2 /*!*/? TABLE : w»;
              return a[0];
            }
            """,
            "an array variable may refer to the array in the static field 'TABLE', which is a"
                + " constant, or to an array that carries a derivative, so its elements cannot"
                + " be told apart; use separate variables, or 'TABLE.clone()'"),
        new Refusal(
            Message.STATIC_ARRAY_WRITTEN,
            """
            static final double[] TABLE = {1, 2};
            @Differentiable static double f(double x) {
              «TABLE[0] /*!*/= x»;
              return TABLE[0];
            }
            """,
            "a value that depends on an active parameter is stored in the array in the static"
                + " field 'TABLE', so its derivative would be lost; store it in a local array"
                + " or an array parameter"),
        new Refusal(
            Message.SWITCH_SELECTOR,
            """
            @Differentiable static double f(double x, Integer n) {
              switch (/*!*/«n») { default: return x; }
            }
            """,
            "a switch over a value of type java.lang.Integer is not supported: only numbers,"
                + " enums and strings select a case here; decide outside and pass an int"),
        new Refusal(
            Message.SYNCHRONIZED,
            "@Differentiable static double f(double x) { /*!*/«synchronized (Model.class) {"
                + " return x; }» }",
            "synchronized has no derivative, which would need the lock at another time:"
                + " synchronize where the method is called"),
        new Refusal(
            Message.TAYLOR_CALL,
            """
            static double g(double x) { return x < 0 ? g(x + 1) : x * x; }
            @Differentiable(taylor = true) static double f(double x) { return «g/*!*/(x)»; }
            """,
            "the method called here calls itself or stands in another file, and Taylor series through"
                + " such calls are not supported: write it as a method of this file, with a loop, or"
                + " drop taylor = true"),
        new Refusal(
            Message.TAYLOR_NESTED,
            """
            @Differentiable static double g(double x) { return x * x; }
            @Differentiable(taylor = true) static double f(double x) {
              return «ModelDerivatives.gJvp/*!*/(x, 1)».tangent();
            }
            """,
            "a derivative is called here, and Taylor series through derivatives are not supported:"
                + " write the derivative as a formula, or drop taylor = true"),
        new Refusal(
            Message.TAYLOR_OF_NOTHING,
            "@Differentiable(taylor = /*!*/«true») static void f(double x, double[] y) { y[0] = x; }",
            "f returns nothing that could have a Taylor series: return the result, or drop taylor ="
                + " true"),
        new Refusal(
            Message.TAYLOR_RULE,
            """
            static double g(double x) { return x * x; }
            @org.wengert.DerivativeRule(method = "g")
            static double slope(double x) { return 2 * x; }
            @Differentiable(taylor = true) static double f(double x) { return «g/*!*/(x)»; }
            """,
            "g has rules for first derivatives, which say nothing about the rest of a Taylor series:"
                + " write it as a method of this file without rules, or drop taylor = true"),
        new Refusal(
            Message.TAYLOR_WRITES,
            """
            @Differentiable(taylor = true) static double f(double x, double[] y) {
              «y[0] /*!*/= x»;
              return y[0];
            }
            """,
            "this may write into an array that the method is given, and Taylor series of what is left"
                + " there are not supported: write into a clone, or drop taylor = true"),
        new Refusal(
            Message.THIS,
            "@Differentiable static double f(double x) { return x * /*!*/«this».hashCode(); }",
            "the object itself has no derivative: make what is needed of it a parameter of a"
                + " static method"),
        new Refusal(
            Message.THROWN_VARIABLE,
            """
            @Differentiable static double f(double x, RuntimeException e) {
              if (x < 0) /*!*/«throw e;»
              return x;
            }
            """,
            "an exception that is made elsewhere is an object, which a"
                + " derivative does not follow: write 'throw new SomeException(...)' here"),
        new Refusal(
            Message.TOO_LARGE,
            large(),
            "the method, with all the methods of this file that it calls, has more than 500000"
                + " operations, too many for one derivative: use loops over arrays, or split it"
                + " (in g4, which is differentiated too because g3 calls it)"),
        new Refusal(
            Message.TOO_MANY_PARAMETERS,
            manyParameters(),
            "f has too many parameters: with a tangent for each, its derivative would need"
                + " more than the 255 slots that a Java method can have; pass arrays instead"),
        new Refusal(
            Message.TRY,
            "@Differentiable static double f(double x) { /*!*/«try { return x; } finally { }» }",
            "try has no derivative, because where an exception leaves off is not known in"
                + " advance: catch exceptions where the method is called, and test for bad"
                + " values with if"),
        new Refusal(
            Message.UNASSIGNED,
            "@Differentiable static double f(double x) { double y; return /*!*/«y» * x; }",
            "the variable y might not have a value here, which the"
                + " compiler reports too: assign one where it is declared"),
        new Refusal(
            Message.UNRESOLVED,
            "@Differentiable static double f(double x) { return x * /*!*/«missing»; }",
            "cannot differentiate this: no variable 'missing' is known here; the compiler may"
                + " say more"),
        new Refusal(
            Message.UNSUPPORTED_TEXT,
            """
            @Differentiable static double f(double[] a) {
              if (a[0] < 0) throw new IllegalStateException("bad " + /*!*/«a»);
              return a[0];
            }
            """,
            "this cannot be part of the message of an exception,"
                + " which derivatives throw too: join string constants,"
                + " numbers (no char), booleans and parameters by +"),
        new Refusal(
            Message.UNSUPPORTED_TYPE,
            "@Differentiable static double f(double x) { /*!*/«Object» o; return x; }",
            "values of type java.lang.Object are not supported: a derivative computes with the"
                + " primitive types and enums, and arrays of these"),
        new Refusal(
            Message.VOID_WITHOUT_ARRAY,
            "«@Differentiable static void /*!*/f(double x) {}»",
            "f returns nothing and writes nothing that could be differentiated: return the"
                + " result, or write it to an active array parameter"),
        new Refusal(
            Message.WRT_NOT_DIFFERENTIABLE,
            "@Differentiable(wrt = /*!*/«\"n\"») static double f(double x, int n) { return x; }",
            "the parameter n is of type int, which has no derivative: the differentiable"
                + " parameters of f are x"),
        new Refusal(
            Message.WRT_UNKNOWN,
            "@Differentiable(wrt = /*!*/«\"z\"») static double f(double x, int n) { return x; }",
            "f has no parameter z: its parameters are x, n"));
  }

  private static String manyParameters() {
    return "«@Differentiable static double /*!*/f("
        + IntStream.range(0, 64).mapToObj(i -> "double x" + i).collect(Collectors.joining(", "))
        + ") { return x0; }»";
  }

  private static String nested() {
    return "@Differentiable static double f(double x) { "
        + "if (x > 0) { ".repeat(200)
        + "/*!*/«if (x > 0) { x++; }»"
        + " }".repeat(200)
        + " return x; }";
  }

  /** Each method calls the next one twenty times. */
  private static String large() {
    StringBuilder program =
        new StringBuilder("static double g4(double x) { return «x/*!*/++»; }\n");
    for (int i = 3; i >= 0; i--) {
      String calls = ("x = g" + (i + 1) + "(x); ").repeat(20);
      program.append("static double g%d(double x) { %s return x; }\n".formatted(i, calls));
    }
    String calls = "x = g0(x); ".repeat(20);
    return program
        .append("@Differentiable static double f(double x) { %s return x; }".formatted(calls))
        .toString();
  }
}
