package org.wengert.processor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.wengert.processor.analyze.Activity;
import org.wengert.processor.analyze.Touched;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.Problem;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.message.Problems;
import org.wengert.processor.read.Reader;
import org.wengert.processor.read.Reading;
import org.wengert.processor.sibling.Signature;
import org.wengert.processor.simplify.Simplifier;
import org.wengert.processor.source.SourceFile;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** Tapes of methods as they stand in their files: the first stages of {@link Pipeline}. */
final class Primals {
  private final Elements elements;
  private final Types types;
  private final SiblingCallees callees;

  /**
   * @param callees what is known of methods that the differentiated ones call
   */
  Primals(Elements elements, Types types, SiblingCallees callees) {
    this.elements = elements;
    this.types = types;
    this.callees = callees;
  }

  /** The tape of an annotated method; else all that is wrong, with what it is differentiated by. */
  Tape annotated(ExecutableElement method, SourceFile file, Signature signature)
      throws ProblemException {
    callees.reading(method, Set.of());
    Reading reading = new Reader(elements, types, callees).readAll(file, method);
    Tape primal = Simplifier.of(reading.tape());
    if (reading.problems().isEmpty()) {
      return returning(primal, method, file);
    }
    Problems problems = new Problems();
    problems.addAll(reading.problems());
    problems.addAll(Activity.losses(primal, active(primal, signature), reading.standIns()));
    throw new ProblemException(problems.inOrder());
  }

  /** What is wrong with a body, whatever it would be differentiated by. */
  List<Problem> problemsIn(ExecutableElement method, SourceFile file) throws ProblemException {
    callees.reading(method, Set.of());
    return new Reader(elements, types, callees).readAll(file, method).problems();
  }

  /**
   * A method that has to leave its arrays alone, if derivatives of it are called, and so have the
   * methods that it hands them to.
   */
  Tape copied(ExecutableElement method, SourceFile file, SiblingCallees.Copy copy)
      throws ProblemException {
    Tape primal = read(method, file, Set.of());
    if (!copy.nested()) {
      return primal;
    }
    Set<Callee.Target> receivers = Touched.receivers(primal);
    return receivers.isEmpty() ? primal : read(method, file, receivers);
  }

  private Tape read(ExecutableElement method, SourceFile file, Set<Callee.Target> mustOnlyRead)
      throws ProblemException {
    callees.reading(method, mustOnlyRead);
    return returning(
        Simplifier.of(new Reader(elements, types, callees).read(file, method)), method, file);
  }

  private static Tape returning(Tape primal, ExecutableElement method, SourceFile file)
      throws ProblemException {
    if (primal.results().isEmpty() && method.getReturnType().getKind() != TypeKind.VOID) {
      throw new ProblemException(
          Message.NEVER_RETURNS,
          file.locate(file.declaration(method).orElseThrow()),
          method.getSimpleName());
    }
    return primal;
  }

  /** The active parameters. */
  static Set<Value> active(Tape primal, Signature signature) {
    Set<Value> active = new LinkedHashSet<>();
    for (int i = 0; i < signature.parameters().size(); i++) {
      if (signature.parameters().get(i).active()) {
        active.add(primal.parameters().get(i));
      }
    }
    return active;
  }

  /** The active parameters. */
  static Set<Value> active(Tape primal, Callee callee) {
    Set<Value> wrt = new LinkedHashSet<>();
    callee.derivatives().orElseThrow().active().forEach(i -> wrt.add(primal.parameters().get(i)));
    return wrt;
  }
}
