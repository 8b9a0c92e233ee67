package org.wengert.processor.analyze;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wengert.processor.message.Caution;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.message.Warning;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** Finds on the tape of a method what may not have been meant. */
public final class Cautions {
  private final Structure structure;
  private final Activity activity;

  private Cautions(Structure structure, Activity activity) {
    this.structure = structure;
    this.activity = activity;
  }

  /** Those at operations. */
  public static List<Caution> of(Tape tape, Set<Value> wrt) throws ProblemException {
    Cautions search = of(tape, wrt, Structure.of(tape));
    Set<Caution> cautions = new LinkedHashSet<>();
    for (Operation operation : search.structure.operations()) {
      if (operation instanceof Operation.ReadStatic read && !read.fixed()) {
        cautions.add(caution(Warning.MUTABLE_STATIC, read, nameOf(read)));
      } else if (operation instanceof Operation.Elementary elementary
          && search.asksForEquality(elementary)) {
        cautions.add(caution(Warning.EQUALITY, operation));
      }
    }
    return List.copyOf(cautions);
  }

  /** The active scalar parameters that comparisons depend on, but no derivative. */
  public static List<Value> steering(Tape tape, Set<Value> wrt) throws ProblemException {
    Cautions search = of(tape, wrt, Structure.of(tape));
    List<Value> steering = new ArrayList<>();
    for (Value parameter : wrt) {
      if (parameter.type().isFloating()
          && !search.activity.isActive(parameter)
          && search.steers(parameter)) {
        steering.add(parameter);
      }
    }
    return steering;
  }

  private static Cautions of(Tape tape, Set<Value> wrt, Structure structure)
      throws ProblemException {
    return new Cautions(structure, Activity.of(tape, wrt, structure, Regions.of(tape, structure)));
  }

  private static Caution caution(Warning kind, Operation operation, Object... arguments) {
    return new Caution(kind, kind.at(operation.at(), arguments));
  }

  /** Without the accessors of records. */
  private static String nameOf(Operation.ReadStatic read) {
    // TABLE.x(), or TABLE_of_Model() for a private field
    return read.field().replaceFirst("(_of_.*\\(\\))?(\\..*)?$", "");
  }

  /** A value compared with itself is not a number; that is no question of equality. */
  private boolean asksForEquality(Operation.Elementary operation) {
    return (operation.operator() == Arithmetic.EQ || operation.operator() == Arithmetic.NE)
        && operation.inputs().get(0).type().isFloating()
        && operation.inputs().get(0) != operation.inputs().get(1)
        && operation.inputs().stream().anyMatch(activity::isVaried);
  }

  private boolean steers(Value parameter) {
    Set<Value> reached = new LinkedHashSet<>(Set.of(parameter));
    int before;
    do {
      before = reached.size();
      for (Operation operation : structure.operations()) {
        if (operation instanceof Operation.Elementary elementary) {
          if (elementary.inputs().stream().anyMatch(reached::contains)) {
            if (elementary.operator() instanceof Arithmetic comparison
                && comparison.isComparison()) {
              return true;
            }
            reached.add(elementary.result());
          }
        } else if (operation instanceof Operation.Branch branch) {
          flow(branch.whenTrue(), branch.results(), reached);
          flow(branch.whenFalse(), branch.results(), reached);
        } else if (operation instanceof Operation.Loop loop) {
          flow(loop.initial(), loop.carried(), reached);
          flow(loop.body(), loop.carried(), reached);
          flow(loop.carried(), loop.results(), reached);
        }
      }
    } while (reached.size() > before);
    return false;
  }

  private static void flow(Block from, List<Value> to, Set<Value> reached) {
    if (from.completes()) {
      flow(from.yields(), to, reached);
    }
  }

  private static void flow(List<Value> from, List<Value> to, Set<Value> reached) {
    for (int i = 0; i < to.size(); i++) {
      if (reached.contains(from.get(i))) {
        reached.add(to.get(i));
      }
    }
  }
}
