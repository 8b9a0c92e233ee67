package org.wengert.processor.read;

import java.util.Optional;
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
   */
  Callee copy(ExecutableElement method, boolean readsOnly);

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
      public Callee copy(ExecutableElement method, boolean readsOnly) {
        throw new IllegalStateException("no copy of " + method);
      }
    };
  }
}
