package org.wengert.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Value;

/** Prints loops as {@code for} and {@code while} statements. */
final class LoopPrinter {
  private final StatementPrinter statements;
  private final Inlining inlining;
  private final Variables variables;
  private final Names names;
  private final ExpressionPrinter expressions;

  LoopPrinter(
      StatementPrinter statements,
      Inlining inlining,
      Variables variables,
      Names names,
      ExpressionPrinter expressions) {
    this.statements = statements;
    this.inlining = inlining;
    this.variables = variables;
    this.names = names;
    this.expressions = expressions;
  }

  void print(Loop loop, CodeBlock.Builder out) {
    OptionalInt counter = inlining.counter(loop);
    if (counter.isPresent()) {
      counted(loop, counter.getAsInt(), out);
    } else {
      statements.moves(loop.at(), loop.initial(), loop.carried(), out);
      names.enterScope();
      if (inlining.isWhile(loop)) {
        out.beginControlFlow("while ($L)", expressions.code(loop.condition().yields().get(0)));
      } else {
        out.beginControlFlow("while (true)");
        condition(loop, out);
      }
      statements.operations(loop.body(), out);
      if (!loop.body().yields().isEmpty()) {
        statements.moves(loop.at(), loop.body().yields(), loop.carried(), out);
      }
      out.endControlFlow();
      names.leaveScope();
    }
    statements.blockEnds();
    statements.moves(loop.at(), loop.carried(), loop.results(), out);
  }

  private void condition(Loop loop, CodeBlock.Builder out) {
    statements.operations(loop.condition(), out);
    if (Reachable.completes(loop.condition())) {
      Value goOn = loop.condition().yields().get(0);
      out.beginControlFlow("if ($L)", expressions.negation(goOn).code());
      out.addStatement("break");
      out.endControlFlow();
    }
  }

  private void counted(Loop loop, int counter, CodeBlock.Builder out) {
    Variable variable = variables.of(loop.carried().get(counter));
    Value initial = loop.initial().get(counter);
    boolean inHeader = startsLast(loop, counter);
    statements.moves(
        loop.at(),
        without(loop.initial(), counter, inHeader),
        without(loop.carried(), counter, inHeader),
        out);
    names.enterScope();
    boolean held = !inlining.isInline(initial) && variables.of(initial) == variable;
    CodeBlock start =
        inHeader && !held ? statements.assignment(variable, initial) : CodeBlock.of("");
    CodeBlock step = statements.assignment(variable, loop.body().yields().get(counter));
    out.beginControlFlow(
        "for ($L; $L; $L)", start, expressions.code(loop.condition().yields().get(0)), step);
    statements.operations(loop.body(), out);
    statements.moves(
        loop.at(),
        without(loop.body().yields(), counter, true),
        without(loop.carried(), counter, true),
        out);
    out.endControlFlow();
    names.leaveScope();
  }

  /** Whether the counter's start reads nothing that another carried value's start overwrites. */
  private boolean startsLast(Loop loop, int counter) {
    Set<Variable> overwritten = new HashSet<>();
    for (ParallelMoves.Step step :
        ParallelMoves.of(
            without(loop.initial(), counter, true),
            without(loop.carried(), counter, true),
            inlining,
            variables)) {
      overwritten.add(step.target());
    }
    List<Variable> read = new ArrayList<>();
    inlining.leaves(loop.initial().get(counter), leaf -> read.add(variables.of(leaf)));
    return read.stream().noneMatch(overwritten::contains);
  }

  private static List<Value> without(List<Value> values, int index, boolean remove) {
    if (!remove) {
      return values;
    }
    List<Value> rest = new ArrayList<>(values);
    rest.remove(index);
    return rest;
  }
}
