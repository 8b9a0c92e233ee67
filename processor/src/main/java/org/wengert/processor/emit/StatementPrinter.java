package org.wengert.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Branch;
import org.wengert.processor.tape.Operation.Call;
import org.wengert.processor.tape.Operation.Constant;
import org.wengert.processor.tape.Operation.Elementary;
import org.wengert.processor.tape.Operation.Loop;
import org.wengert.processor.tape.Operation.Store;
import org.wengert.processor.tape.Value;

/** Prints operations as Java statements. */
final class StatementPrinter {
  private final Inlining inlining;
  private final Variables variables;
  private final Names names;
  private final ExpressionPrinter expressions;
  private final BranchPrinter branches;
  private final LoopPrinter loops;
  private int line;
  private boolean blockEnded;

  StatementPrinter(
      Inlining inlining, Variables variables, Names names, ExpressionPrinter expressions) {
    this.inlining = inlining;
    this.variables = variables;
    this.names = names;
    this.expressions = expressions;
    this.branches = new BranchPrinter(this, inlining, variables, names, expressions);
    this.loops = new LoopPrinter(this, inlining, variables, names, expressions);
  }

  /** The block's operations, without what becomes of its yields. */
  void operations(Block block, CodeBlock.Builder out) {
    for (Operation operation : block.operations()) {
      if (inlining.isStatement(operation)) {
        statement(operation, out);
      }
    }
  }

  /** Gives values, all at once, to the variables of others, for a branch or loop. */
  void moves(Location at, List<Value> sources, List<Value> targets, CodeBlock.Builder out) {
    List<ParallelMoves.Step> steps = ParallelMoves.of(sources, targets, inlining, variables);
    if (blockEnded && !steps.isEmpty()) {
      comment(at, out);
    }
    for (ParallelMoves.Step step : steps) {
      if (step instanceof ParallelMoves.Assign assign) {
        out.addStatement("$L", assignment(assign.target(), assign.source()));
      } else if (step instanceof ParallelMoves.Restore restore) {
        String kept = names.of(restore.kept());
        out.addStatement("$L$L", declared(restore.target()), " = " + kept);
      }
    }
  }

  /** What comes next does not belong to the block's lines. */
  void blockEnds() {
    blockEnded = true;
  }

  /** {@code variable = value}, or the shorter form of an update; declares it if that is to do. */
  CodeBlock assignment(Variable variable, Value value) {
    if (inlining.isInline(value)) {
      return assignment(variable, inlining.definition(value));
    }
    return CodeBlock.of("$L = $L", declared(variable), expressions.code(value));
  }

  private CodeBlock assignment(Variable variable, Operation operation) {
    if (names.isDeclared(variable)
        && operation instanceof Elementary update
        && updates(update, variable)) {
      return update(CodeBlock.of("$L", names.of(variable)), update);
    }
    // printed first: a declaration must not be visible in its own initialiser
    CodeBlock value = expressions.of(operation).code();
    return CodeBlock.of("$L = $L", declared(variable), value);
  }

  private CodeBlock declared(Variable variable) {
    return names.isDeclared(variable)
        ? CodeBlock.of("$L", names.of(variable))
        : CodeBlock.of("$T $L", JavaTypes.of(variable.type()), names.declare(variable));
  }

  private boolean updates(Elementary operation, Variable variable) {
    Value first = operation.inputs().get(0);
    return Update.hasCompoundForm(operation)
        && !inlining.isInline(first)
        && variables.of(first) == variable;
  }

  /** {@code target += operand}, where the operation's first operand is the target. */
  private CodeBlock update(CodeBlock target, Elementary operation) {
    Value operand = operation.inputs().get(1);
    Arithmetic operator = (Arithmetic) operation.operator();
    boolean adds = operator == Arithmetic.ADD;
    if ((adds || operator == Arithmetic.SUB) && isInteger(operand, 1)) {
      return CodeBlock.of("$L$L", target, adds ? "++" : "--");
    }
    if (adds && isInteger(operand, -1)) {
      return CodeBlock.of("$L--", target);
    }
    return CodeBlock.of("$L $L= $L", target, operator.symbol(), expressions.code(operand));
  }

  private boolean isInteger(Value value, int expected) {
    return inlining.isInline(value)
        && inlining.definition(value) instanceof Constant constant
        && (constant.value() instanceof Integer || constant.value() instanceof Long)
        && ((Number) constant.value()).longValue() == expected;
  }

  private void statement(Operation operation, CodeBlock.Builder out) {
    comment(operation.at(), out);
    for (Variable variable : variables.declaredBefore(operation)) {
      out.addStatement("$L", declared(variable));
    }
    if (operation instanceof Branch branch && !inlining.isConditional(branch)) {
      branches.print(branch, out);
    } else if (operation instanceof Loop loop) {
      loops.print(loop, out);
    } else if (operation instanceof Store store) {
      out.addStatement("$L", store(store));
    } else if (operation instanceof Call call) {
      out.addStatement("$N($L)", call.tape(), expressions.list(call.arguments()));
    } else if (operation instanceof Operation.Invoke invoke) {
      new InvokePrinter(expressions, names, result -> declared(variables.of(result)))
          .print(invoke, out);
    } else if (operation instanceof Operation.Throw thrown) {
      out.addStatement("$L", new ThrowPrinter(expressions).code(thrown));
    } else {
      Variable target = variables.of(operation.results().get(0));
      out.addStatement("$L", assignment(target, operation));
    }
  }

  /** Says where the statements come from, once for several of the same line. */
  private void comment(Location at, CodeBlock.Builder out) {
    if (at.line() == 0) {
      return;
    }
    blockEnded = false;
    if (at.line() != line) {
      line = at.line();
      out.add("// line $L\n", line);
    }
  }

  /** Says where the first of some values comes from that the next statement computes. */
  void originOf(List<Value> values, CodeBlock.Builder out) {
    values.stream()
        .filter(inlining::isInline)
        .map(inlining::definition)
        .filter(definition -> !(definition instanceof Constant))
        .findFirst()
        .ifPresent(definition -> comment(definition.at(), out));
  }

  private CodeBlock store(Store store) {
    CodeBlock target = expressions.element(store.array(), store.index()).code();
    return Update.of(store, value -> inlining.isInline(value) ? inlining.definition(value) : null)
        .map(found -> update(target, found.change()))
        .orElseGet(
            () ->
                CodeBlock.of("$L = $L", target, expressions.stored(store.value(), store.array())));
  }
}
