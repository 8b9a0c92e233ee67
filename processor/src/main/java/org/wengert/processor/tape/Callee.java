package org.wengert.processor.tape;

import java.util.List;
import java.util.Optional;

/**
 * A static method that a tape calls.
 *
 * @param owner the qualified name of the class that declares it
 * @param method its name
 * @param derivatives the methods that differentiate it; empty where there are none
 */
public record Callee(String owner, String method, Optional<Sweeps> derivatives) {

  /**
   * The generated derivatives of a method: {@code Jvp}, {@code Forward} and {@code Reverse} after
   * their common base name.
   *
   * @param owner the qualified name of the sibling that holds them
   * @param base the name that theirs begin with
   * @param active the positions of the parameters that they are taken with respect to
   */
  public record Sweeps(String owner, String base, List<Integer> active) {
    public Sweeps {
      active = List.copyOf(active);
    }
  }

  /** Which of a method's forms is called. */
  public enum Form {
    /** The method itself. */
    PRIMAL(""),
    /** Every active argument is followed by its tangent, every result by its own. */
    TANGENT("Jvp"),
    /**
     * The method, leaving in the tape storage what its reverse sweep needs. Every active array is
     * followed by its adjoint array, and so is the result where it is an array.
     */
    FORWARD("Forward"),
    /**
     * The reverse sweep of the latest forward one that has not been reversed yet. Takes the adjoint
     * of a scalar result and gives those of the active scalar arguments, in order; writes to the
     * adjoint arrays that the forward sweep was given.
     */
    REVERSE("Reverse");

    private final String suffix;

    Form(String suffix) {
      this.suffix = suffix;
    }
  }

  /** The class that declares a form of the method. */
  public String owner(Form form) {
    return form == Form.PRIMAL ? owner : derivatives.orElseThrow().owner();
  }

  /** The name of a form of the method. */
  public String name(Form form) {
    return form == Form.PRIMAL ? method : derivatives.orElseThrow().base() + form.suffix;
  }
}
