package org.wengert;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the derivative of a static method that cannot, or should not, be differentiated itself: a
 * special function, a solver, a native call. The annotated method is the rule; it is static, and
 * visible to the classes whose methods use it.
 *
 * <p>A rule applies where it stands in the class of the method that it is for, and wherever its
 * class is named by {@link UseRules}. Its parameter types decide which overload it is for.
 *
 * <p>A method of floating-point numbers that returns one needs a {@link Mode#PARTIAL} rule for each
 * of its floating-point parameters that is given something to differentiate:
 *
 * <pre>{@code
 * static double erf(double x) { ... }
 *
 * @DerivativeRule(method = "erf")
 * static double erfPartial(double x) {
 *   return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
 * }
 * }</pre>
 *
 * <p>A method with arrays needs two rules, {@link Mode#TANGENT} and {@link Mode#ADJOINT}. All its
 * parameters of floating-point kind are active. It must return an array of its own, not one that it
 * was given.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DerivativeRule {

  /** The class that declares the method; without it, the class that the rule stands in. */
  Class<?> of() default void.class;

  /** The name of the method. */
  String method();

  /** For a partial derivative: the position of the parameter that it is taken by, from zero. */
  int parameter() default 0;

  /** What the rule gives. */
  Mode mode() default Mode.PARTIAL;

  /** What a rule gives. */
  enum Mode {
    /**
     * The derivative of the result by one parameter. Takes what the method takes, and returns what
     * the method returns.
     */
    PARTIAL,
    /**
     * Value and tangent: has the parameters of the method, each active one followed by its tangent,
     * and returns a {@link Dual} ({@link DualFloat}, {@link DualArray}, {@link DualFloatArray});
     * nothing where the method returns nothing. Tangent arrays change along with arrays that the
     * method writes into.
     */
    TANGENT,
    /**
     * Adjoints: has the parameters of the method, each active array followed by its adjoint, then,
     * if the method returns something, what it returned and its adjoint. Arrays hold what they held
     * when the method was called. The rule adds to the adjoint arrays; where the method writes into
     * an array, its adjoint is that of the final content on entry and has to be that of the initial
     * content on exit. Returns the adjoints of the active scalars in order: nothing, one number, or
     * an array of them.
     */
    ADJOINT
  }
}
