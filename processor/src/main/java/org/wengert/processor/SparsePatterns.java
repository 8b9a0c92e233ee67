package org.wengert.processor;

import com.sun.source.tree.MethodTree;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import org.wengert.processor.analyze.Touched;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.propagate.DecisionTape;
import org.wengert.processor.propagate.DependenceTape;
import org.wengert.processor.sibling.Derivatives;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Signature;
import org.wengert.processor.simplify.Simplifier;
import org.wengert.processor.source.SourceFile;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** The methods that find the pattern of a sparse Jacobian or Hessian. */
final class SparsePatterns {
  private SparsePatterns() {}

  /**
   * Those of an annotated method; empty where they are not asked for.
   *
   * @param ours what differentiation added, which may go once it is not used
   */
  static Optional<Derivatives.Sparse> of(
      Tape primal,
      Signature signature,
      Set<Value> wrt,
      Predicate<Operation> ours,
      ExecutableElement method,
      SourceFile file)
      throws ProblemException {
    if (!signature.wanted().sparse()) {
      return Optional.empty();
    }
    if (!Touched.parameters(primal).isEmpty()) {
      MethodTree declaration = file.declaration(method).orElseThrow();
      throw new ProblemException(
          Message.SPARSE_WRITES, file.locate(declaration), signature.method());
    }
    Names names = new Names(signature.base());
    Tape dependences =
        DependenceTape.of(primal, names.dependences(), wrt, !signature.returnsArray());
    Tape decisions = DecisionTape.of(primal, names.decisions(), wrt);
    return Optional.of(
        new Derivatives.Sparse(
            Bodies.of(Simplifier.of(dependences, ours), Optional.empty()),
            Bodies.of(Simplifier.of(decisions, ours), Optional.empty())));
  }
}
