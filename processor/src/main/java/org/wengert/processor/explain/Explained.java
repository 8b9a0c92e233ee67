package org.wengert.processor.explain;

import java.util.Set;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * A method on its way: what was read of it, and what became of that.
 *
 * @param name what everything generated for it starts with
 * @param wrt the active parameters
 * @param at where it is declared
 */
public record Explained(
    String name, Tape primal, Set<Value> wrt, Tape tangent, Tape adjoint, Location at) {
  public Explained {
    wrt = Set.copyOf(wrt);
  }
}
