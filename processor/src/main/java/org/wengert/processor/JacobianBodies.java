package org.wengert.processor;

import com.palantir.javapoet.MethodSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.wengert.processor.analyze.Touched;
import org.wengert.processor.differentiate.Adjoint;
import org.wengert.processor.differentiate.Tangent;
import org.wengert.processor.differentiate.WideTangent;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.sibling.Directions;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Rows;
import org.wengert.processor.sibling.Signature;
import org.wengert.processor.simplify.ReturnedElements;
import org.wengert.processor.simplify.Simplifier;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** The bodies behind a Jacobian, of which there are those that pay. */
final class JacobianBodies {
  private JacobianBodies() {}

  /** None where one direction at a time is all that the Jacobian can go, or all that it needs. */
  static List<MethodSpec> columns(
      Tape primal, Signature signature, Set<Value> wrt, Predicate<Operation> ours)
      throws ProblemException {
    int width = signature.returnsArray() ? Directions.atOnce(signature) : 1;
    if (width == 1 || !Touched.parameters(primal).isEmpty()) {
      return List.of();
    }
    String name = new Names(signature.base()).jacobianColumns();
    return Tangent.ofSeveral(primal, name, wrt, width)
        .map(tape -> Bodies.of(Simplifier.of(tape, ours), Optional.empty()))
        .orElse(List.of());
  }

  /** None where there are many rows, or not known how many. */
  static Optional<Tape> elements(Tape primal, Signature signature) {
    int most = Rows.most(signature);
    return most == 0 || !Touched.parameters(primal).isEmpty()
        ? Optional.empty()
        : ReturnedElements.of(primal, most);
  }

  static List<MethodSpec> rows(Tape elements, Names names, Set<Value> wrt) throws ProblemException {
    return Adjoint.rows(elements, names.jacobianRows(), wrt)
        .map(rows -> Bodies.of(Simplifier.of(rows, Tangents.notOf(elements)), Optional.empty()))
        .orElse(List.of());
  }

  /** None where the number of directions is known to be small, or only one is possible. */
  static List<MethodSpec> wideColumns(
      Tape primal, Signature signature, Set<Value> wrt, Predicate<Operation> ours)
      throws ProblemException {
    if (!signature.returnsArray()
        || !Directions.mayBeMany(signature)
        || !Touched.parameters(primal).isEmpty()) {
      return List.of();
    }
    String name = new Names(signature.base()).jacobianInDirections();
    return WideTangent.of(primal, name, wrt)
        .map(tape -> Bodies.of(Simplifier.of(tape, ours), Optional.empty()))
        .orElse(List.of());
  }
}
