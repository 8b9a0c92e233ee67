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
  private static final Results.Stacked NOT_STACKED =
      new Results.Stacked(false, 0, Results.Bracket.NONE);

  private Emitter() {}

  /**
   * The tape's method first, without modifiers and documentation, then the private methods that it
   * had to be split into, if any, complete. Parameters are called what the tape's are, with a
   * number where that is no Java name or already another parameter's.
   */
  public static List<MethodSpec.Builder> methods(Tape tape, Results results) {
    return methods(Split.of(RowByRow.of(tape)), results);
  }

  /**
   * The two sweeps of a called method and their parts, each as above: the first parameter is the
   * open storage, on whose stack the forward sweep leaves the values that it hands over, and both
   * leave all results but the first.
   *
   * @param handedOver how many values the forward sweep hands over: its last results, and the
   *     reverse sweep's last parameters
   * @param returns whether the forward sweep returns something
   */
  public static Pair sweeps(Tape forward, Tape reverse, int handedOver, boolean returns) {
    List<Tape> second = new ArrayList<>(Split.of(RowByRow.of(onStorage(reverse))));
    FramesAhead frames = FramesAhead.of(second.get(0));
    second.set(0, frames.reverse());
    List<Tape> first = Split.of(RowByRow.of(onStorage(frames.takenBy(forward))));
    boolean marks = acquires(first) || acquires(second);
    Results kept =
        new Results.Stacked(returns, 0, marks ? Results.Bracket.MARK : Results.Bracket.NONE);
    Results given =
        new Results.Stacked(
            !reverse.results().isEmpty(),
            handedOver + frames.count(),
            marks ? Results.Bracket.RELEASE : Results.Bracket.NONE);
    return new Pair(methods(first, kept), methods(second, given));
  }

  /**
   * Both sweeps of a called method in one, and its parts, likewise: the first parameter is the open
   * storage, on whose stack it leaves all results but the first.
   */
  public static List<MethodSpec.Builder> whole(Tape tape) {
    List<Tape> tapes = Split.of(onStorage(tape));
    Results.Bracket bracket = acquires(tapes) ? Results.Bracket.BOTH : Results.Bracket.NONE;
    return methods(tapes, new Results.Stacked(!tape.results().isEmpty(), 0, bracket));
  }

  /** The methods of a forward and of a reverse sweep, the parts of each after it. */
  public record Pair(List<MethodSpec.Builder> forward, List<MethodSpec.Builder> reverse) {}

  private static Tape onStorage(Tape tape) {
    List<Value> parameters = new ArrayList<>(tape.parameters());
    parameters.add(0, Split.STORAGE);
    return new Tape(tape.name(), parameters, tape.body());
  }

  private static boolean acquires(List<Tape> tapes) {
    return tapes.stream().anyMatch(tape -> acquires(tape.body()));
  }

  private static boolean acquires(Block block) {
    return block.operations().stream()
        .anyMatch(
            operation ->
                operation instanceof Operation.Acquire
                    || operation instanceof Operation.Invoke invoke
                        && invoke.callee().makesCheckpoints()
                    || operation.blocks().stream().anyMatch(Emitter::acquires));
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
    Results.Stacked stacked = results instanceof Results.Stacked s ? s : NOT_STACKED;
    int popped = tape.parameters().size() - stacked.popped();
    for (Value parameter : tape.parameters().subList(0, popped)) {
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
    if (stacked.bracket().marks()) {
      body.addStatement("$L.mark()", storage);
    }
    for (Value value : tape.parameters().subList(popped, tape.parameters().size())) {
      CodeBlock pop = expressions.pop(value.type());
      String name = names.declare(variables.of(value));
      body.addStatement("$T $L = $L", JavaTypes.of(value.type()), name, pop);
    }
    StatementPrinter statements = new StatementPrinter(inlining, variables, names, expressions);
    statements.operations(tape.body(), body);
    if (Reachable.completes(tape.body())) {
      if (!(results instanceof Results.Stacked)) {
        statements.originOf(tape.results(), body);
      }
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
    } else if (results instanceof Results.Stacked stacked) {
      leave(tape.results(), stacked, expressions, body);
    }
  }

  private static void leave(
      List<Value> results,
      Results.Stacked stacked,
      ExpressionPrinter expressions,
      CodeBlock.Builder body) {
    if (stacked.bracket().releases()) {
      body.addStatement("$L.release()", expressions.storage());
    }
    for (int i = results.size() - 1; i >= (stacked.returns() ? 1 : 0); i--) {
      body.addStatement("$L.push($L)", expressions.storage(), expressions.code(results.get(i)));
    }
    if (stacked.returns()) {
      body.addStatement("return $L", expressions.code(results.get(0)));
    }
  }

  private static TypeName returnType(Tape tape, Results results) {
    if (results instanceof Results.AsRecord record) {
      return record.type();
    }
    if (results instanceof Results.Stacked stacked) {
      return stacked.returns() && !tape.results().isEmpty()
          ? JavaTypes.of(tape.results().get(0).type())
          : TypeName.VOID;
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
