package org.wengert.processor.read;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.read.resolve.Resolver;
import org.wengert.processor.source.SourceFile;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** Reads method bodies into tapes. Good for one round of annotation processing. */
public final class Reader {
  private final Elements elements;
  private final Types types;
  private final Callees callees;

  /**
   * @param callees what is known of methods that the read ones call
   */
  public Reader(Elements elements, Types types, Callees callees) {
    this.elements = elements;
    this.types = types;
    this.callees = callees;
  }

  /**
   * The tape of a method: one parameter for each of the method's, in order, and its result, if any.
   * Calls of methods of the same file are part of it, unless they call themselves. Parameters
   * outside the tape's types are opaque.
   *
   * @param file where the method is declared
   * @throws ProblemException if the method contains what has no place on a tape
   */
  public Tape read(SourceFile file, ExecutableElement method) throws ProblemException {
    Reading reading = readAll(file, method);
    if (!reading.problems().isEmpty()) {
      throw new ProblemException(reading.problems());
    }
    return reading.tape();
  }

  /**
   * The same, as far as it can be read.
   *
   * @throws ProblemException where nothing of it can be
   */
  public Reading readAll(SourceFile file, ExecutableElement method) throws ProblemException {
    MethodTree declaration =
        file.declaration(method)
            .orElseThrow(() -> new IllegalArgumentException(method + " is not in this file"));
    Methods methods = new Methods(file, new Resolver(elements, types));
    Set<ExecutableElement> called = new HashSet<>(Set.of(method));
    while (true) {
      try {
        return read(file, method, declaration, methods, called);
      } catch (RecursionException recursion) {
        called.add(recursion.method());
      }
    }
  }

  private Reading read(
      SourceFile file,
      ExecutableElement method,
      MethodTree declaration,
      Methods methods,
      Set<ExecutableElement> called)
      throws ProblemException {
    Lowering lowering = new Lowering(elements, types, methods, callees, called);
    Body known = methods.resolve(method, declaration);
    lowering.note(new ProblemException(known.problems()));
    Frame frame = new Frame(file, method, known, null, result(method, lowering));
    Region body = lowering.region();
    List<Value> parameters = new ArrayList<>();
    lowering.within(
        frame,
        body,
        () -> {
          parameters.addAll(parameters(lowering, declaration));
          lowering.asserts().prepare();
          lowering.statements().readBody(declaration);
        });
    List<Variable> results = frame.result() == null ? List.of() : List.of(frame.result());
    body.builder().at(Location.NONE);
    parameters.addAll(lowering.standIns());
    return new Reading(
        new Tape(
            method.getSimpleName().toString(),
            parameters,
            body.yield(lowering.records().leaves(body, results))),
        Set.copyOf(lowering.standIns()),
        lowering.problems());
  }

  private static Variable result(ExecutableElement method, Lowering lowering) {
    return method.getReturnType().getKind() == TypeKind.VOID
        ? null
        : new Variable("", lowering.tapeTypes().any(method.getReturnType()));
  }

  private static List<Value> parameters(Lowering lowering, MethodTree declaration) {
    Frame frame = lowering.frame();
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < declaration.getParameters().size(); i++) {
      VariableTree tree = declaration.getParameters().get(i);
      VariableElement element = frame.method().getParameters().get(i);
      Variable variable =
          new Variable(tree.getName().toString(), lowering.tapeTypes().any(element.asType()));
      lowering.layouts().of(element.asType()); // known from here on
      Value value = Value.named(lowering.tapeTypes().parameter(element.asType()), variable.name());
      Value computed = lowering.region().builder().convert(value, variable.type());
      lowering.environment().set(frame.declare(tree, variable), computed);
      values.add(value);
    }
    return values;
  }
}
