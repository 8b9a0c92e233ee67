package org.wengert.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Operation.Branch;

/** Prints branches as {@code if} statements. */
final class BranchPrinter {
  private final StatementPrinter statements;
  private final Inlining inlining;
  private final Variables variables;
  private final Names names;
  private final ExpressionPrinter expressions;

  BranchPrinter(
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

  void print(Branch branch, CodeBlock.Builder out) {
    CodeBlock whenTrue = arm(branch, branch.whenTrue());
    if (!Reachable.completes(branch.whenTrue())) {
      open(expressions.code(branch.condition()), whenTrue, out);
      out.add("\n");
      content(branch, branch.whenFalse(), out);
      return;
    }
    if (whenTrue.isEmpty()) {
      CodeBlock whenFalse = arm(branch, branch.whenFalse());
      if (whenFalse.isEmpty() && inlining.isFree(branch.condition())) {
        return;
      }
      open(expressions.negation(branch.condition()).code(), whenFalse, out);
    } else {
      chain(branch, whenTrue, out);
    }
    out.add("\n");
  }

  private void chain(Branch first, CodeBlock firstArm, CodeBlock.Builder out) {
    Branch branch = first;
    CodeBlock whenTrue = firstArm;
    open(expressions.code(branch.condition()), whenTrue, out);
    Branch next = soleBranch(branch);
    while (next != null) {
      out.add(" else ");
      open(expressions.code(next.condition()), arm(next, next.whenTrue()), out);
      branch = next;
      next = soleBranch(branch);
    }
    CodeBlock whenFalse = arm(branch, branch.whenFalse());
    if (!whenFalse.isEmpty()) {
      out.add(" else {\n$>").add(whenFalse).add("$<}");
    }
  }

  /** The branch that alone makes up the other arm, so that it can be an {@code else if}. */
  private Branch soleBranch(Branch branch) {
    List<Operation> rest =
        branch.whenFalse().operations().stream().filter(inlining::isStatement).toList();
    boolean sole =
        rest.size() == 1
            && rest.get(0) instanceof Branch only
            && !inlining.isConditional(only)
            && variables.declaredBefore(only).isEmpty()
            && ParallelMoves.of(branch.whenFalse().yields(), branch.results(), inlining, variables)
                .isEmpty();
    return sole ? (Branch) rest.get(0) : null;
  }

  private void open(CodeBlock condition, CodeBlock arm, CodeBlock.Builder out) {
    out.add("if ($L) {\n$>", condition).add(arm).add("$<}");
  }

  private CodeBlock arm(Branch branch, Block block) {
    names.enterScope();
    CodeBlock.Builder arm = CodeBlock.builder();
    content(branch, block, arm);
    names.leaveScope();
    statements.blockEnds();
    return arm.build();
  }

  private void content(Branch branch, Block block, CodeBlock.Builder out) {
    statements.operations(block, out);
    if (Reachable.completes(block)) {
      statements.moves(branch.at(), block.yields(), branch.results(), out);
    }
  }
}
