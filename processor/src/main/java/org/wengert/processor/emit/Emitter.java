package org.wengert.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/** Writes tapes as Java methods. */
public final class Emitter {
  private static final ClassName STORAGE = ClassName.get("org.wengert", "TapeStorage");

  private Emitter() {}

  /**
   * The tape's method first, without modifiers and documentation, then the private methods that it
   * had to be split into, if any, complete. Parameters are called what the tape's are, with a
   * number where that is no Java name or already another parameter's.
   */
  public static List<MethodSpec.Builder> methods(Tape tape, Results results) {
    return methods(Split.of(tape), results);
  }

  static List<MethodSpec.Builder> methods(List<Tape> driverAndParts, Results results) {
    List<MethodSpec.Builder> methods = new ArrayList<>();
    methods.add(method(driverAndParts.get(0), results));
    for (Tape part : driverAndParts.subList(1, driverAndParts.size())) {
      methods.add(
          method(part, Results.nothing())
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .addJavadoc(
                  "A part of {@code $L}, which would be too large to be compiled as a whole.\n",
                  driverAndParts.get(0).name()));
    }
    return methods;
  }

  private static MethodSpec.Builder method(Tape original, Results results) {
    Tape tape = new Tape(original.name(), original.parameters(), Reachable.part(original.body()));
    Inlining inlining = Inlining.of(tape.body());
    Variables variables = Declarations.of(tape, inlining);
    Names names = new Names(MentionedClasses.in(tape), preferredNames(tape));
    MethodSpec.Builder method = MethodSpec.methodBuilder(tape.name());
    method.returns(returnType(original, results));
    for (Value parameter : tape.parameters()) {
      TypeName type = JavaTypes.of(parameter.type());
      String name = names.declare(variables.of(parameter));
      method.addParameter(ParameterSpec.builder(type, name).build());
    }
    boolean given = tape.parameters().contains(Split.STORAGE);
    boolean stores = !given && FreeValues.of(tape.body().operations()).contains(Split.STORAGE);
    String storage =
        given ? names.of(variables.of(Split.STORAGE)) : stores ? names.fresh("storage") : "";
    ExpressionPrinter expressions = new ExpressionPrinter(inlining, variables, names, storage);
    CodeBlock.Builder body = CodeBlock.builder();
    if (stores) {
      body.addStatement("$T $L = $T.open()", STORAGE, storage, STORAGE);
      body.beginControlFlow("try");
      names.enterScope();
    }
    new StatementPrinter(inlining, variables, names, expressions).operations(tape.body(), body);
    if (Reachable.completes(tape.body())) {
      leave(tape, results, expressions, body);
    }
    if (stores) {
      body.nextControlFlow("finally");
      body.addStatement("$L.close()", storage);
      body.endControlFlow();
    }
    return method.addCode(body.build());
  }

  private static void leave(
      Tape tape, Results results, ExpressionPrinter expressions, CodeBlock.Builder body) {
    if (results instanceof Results.Single) {
      body.addStatement("return $L", expressions.list(tape.results()));
    } else if (results instanceof Results.AsRecord record) {
      body.addStatement("return new $T($L)", record.type(), expressions.list(tape.results()));
    }
  }

  private static TypeName returnType(Tape tape, Results results) {
    if (results instanceof Results.AsRecord record) {
      return record.type();
    }
    int expected = results instanceof Results.Single ? 1 : 0;
    if (tape.results().size() != expected) {
      throw new IllegalArgumentException(
          tape.name() + " has " + tape.results().size() + " results, not " + expected);
    }
    return expected == 1 ? JavaTypes.of(tape.results().get(0).type()) : TypeName.VOID;
  }

  private static Set<String> preferredNames(Tape tape) {
    Set<String> preferred = new HashSet<>();
    tape.parameters().forEach(parameter -> preferred.add(parameter.name()));
    addNames(tape.body(), preferred);
    return preferred;
  }

  private static void addNames(Block block, Set<String> names) {
    for (Operation operation : block.operations()) {
      operation.results().forEach(result -> names.add(result.name()));
      if (operation instanceof Operation.Loop loop) {
        loop.carried().forEach(carried -> names.add(carried.name()));
      }
      operation.blocks().forEach(inner -> addNames(inner, names));
    }
  }
}
