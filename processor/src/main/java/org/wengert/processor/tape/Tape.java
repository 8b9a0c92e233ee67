package org.wengert.processor.tape;

import java.util.List;

/**
 * A method as a list of operations.
 *
 * @param name the method's name in generated code
 * @param parameters its inputs, in order
 * @param body what it does; the results are what the body yields
 */
public record Tape(String name, List<Value> parameters, Block body) {
  public Tape {
    parameters = List.copyOf(parameters);
  }

  public List<Value> results() {
    return body.yields();
  }

  /** The Wengert list as text, for people. */
  @Override
  public String toString() {
    return Printer.print(this);
  }
}
