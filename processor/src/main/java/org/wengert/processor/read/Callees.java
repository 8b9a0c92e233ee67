package org.wengert.processor.read;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.wengert.processor.tape.Callee;

/** What is known of the methods that a tape calls instead of containing their operations. */
public interface Callees {
  /**
   * The derivatives of a method, wherever it stands; empty if it has none.
   *
   * @throws CalleeException if those that it should have are missing
   */
  Optional<Callee.Sweeps> derivatives(ExecutableElement method) throws CalleeException;

  /** Whether there are rules of the user's own for a method, so that its body does not matter. */
  boolean hasRules(ExecutableElement method);

  /**
   * A private static field of the same file: what to write in its place.
   *
   * @return the class that can read the field, and the expression that does
   */
  Callee.Target reader(VariableElement field);

  /**
   * A method of the same file without derivatives of its own that must be called, since it calls
   * itself: a copy with derivatives, made for this purpose.
   *
   * @param readsOnly whether it surely stores nothing in the arrays it is given
   * @throws CalleeException if its derivative would need itself
   */
  Callee copy(ExecutableElement method, boolean readsOnly) throws CalleeException;

  /**
   * A method of which derivatives are called, with what stands for them.
   *
   * @param primal the method itself, with derivatives by all that it is given
   * @param tangent gives the derivative in a direction; each of the parameters that the derivatives
   *     are taken with respect to is followed by its tangent
   * @param adjoint adds to adjoint arrays; each of those parameters is followed by its own, a
   *     scalar by an array of one element, which is overwritten; the seed comes last
   * @param jacobian writes the Jacobian into a matrix of its size, which comes after the parameters
   * @param product gives the product of the Hessian and a vector; each of those parameters is
   *     followed by its part of the vector, and that by zeros in its shape that are overwritten, an
   *     array of one element for a scalar
   * @param hessian writes the Hessian into a matrix, as the Jacobian
   * @param wrt the positions of those parameters
   */
  record Nested(
      Callee primal,
      Callee tangent,
      Callee adjoint,
      Callee jacobian,
      Callee product,
      Callee hessian,
      Set<Integer> wrt) {}

  /**
   * What stands for the derivatives of a method.
   *
   * @throws CalleeException if they cannot be differentiated
   */
  Nested nested(ExecutableElement method) throws CalleeException;

  /** Knows no derivatives. */
  static Callees none() {
    return new Callees() {
      @Override
      public Optional<Callee.Sweeps> derivatives(ExecutableElement method) {
        return Optional.empty();
      }

      @Override
      public boolean hasRules(ExecutableElement method) {
        return false;
      }

      @Override
      public Callee.Target reader(VariableElement field) {
        String owner = ((TypeElement) field.getEnclosingElement()).getQualifiedName().toString();
        return new Callee.Target(owner, field.getSimpleName().toString());
      }

      @Override
      public Nested nested(ExecutableElement method) {
        throw new IllegalStateException("no derivatives of " + method);
      }

      @Override
      public Callee copy(ExecutableElement method, boolean readsOnly) {
        throw new IllegalStateException("no copy of " + method);
      }
    };
  }
}
