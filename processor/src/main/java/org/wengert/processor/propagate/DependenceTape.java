package org.wengert.processor.propagate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.BlockBuilder;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** A method that finds out what its result depends on, element by element. */
public final class DependenceTape {
  private DependenceTape() {}

  /**
   * The dependences of a tape that does not write into its parameters.
   *
   * @param name the new tape's name
   * @param wrt the active parameters
   * @param second whether second derivatives are followed, too
   * @return a tape whose parameters are the runtime's dependences, then the primal ones, each
   *     active one followed by the numbers of its inputs; and whose result are the numbers of the
   *     primal result
   */
  public static Tape of(Tape tape, String name, Set<Value> wrt, boolean second)
      throws ProblemException {
    Value dependences = Value.named(DependenceCalls.TYPE, "dependences");
    Companion companion = new Dependence(new DependenceCalls(dependences), second);
    Propagation propagation = Propagation.of(tape, wrt, companion);
    BlockBuilder builder = new BlockBuilder();
    List<Value> parameters = new ArrayList<>(List.of(dependences));
    for (Value parameter : tape.parameters()) {
      parameters.add(parameter);
      if (wrt.contains(parameter)) {
        parameters.add(propagation.start(parameter));
      }
    }
    propagation.lend(tape.parameters(), builder);
    propagation.run(tape.body(), builder);
    List<Value> results = new ArrayList<>();
    if (tape.body().completes()) {
      results.add(propagation.get(tape.results().get(0), builder));
    }
    return propagation.named(new Tape(name, parameters, builder.yield(results)));
  }
}
