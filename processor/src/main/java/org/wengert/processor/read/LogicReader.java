package org.wengert.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Block;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Lowers {@code &&}, {@code ||} and {@code ?:}, and joins the arms of every branch. */
final class LogicReader {
  /** Up to so many comparisons and the like are cheaper to evaluate always than to branch over. */
  private static final int FEW = 4;

  private static final Block NOTHING = new Block(List.of(), List.of());

  private final Lowering lowering;

  LogicReader(Lowering lowering) {
    this.lowering = lowering;
  }

  Value read(BinaryTree tree, String name) throws ProblemException {
    Value left = lowering.expressions().read(tree.getLeftOperand(), Type.BOOLEAN, "");
    Region right = lowering.open(tree);
    Value value = lowering.readIn(right, tree.getRightOperand(), Type.BOOLEAN);
    boolean and = tree.getKind() == Tree.Kind.CONDITIONAL_AND;
    return shortCircuit(and, left, right, value, name, tree);
  }

  /**
   * {@code left && right}, or {@code ||}.
   *
   * @param right where the right operand, a value of this region, has been lowered
   */
  Value shortCircuit(
      boolean and, Value left, Region right, Value rightValue, String name, Tree tree)
      throws ProblemException {
    if (isTrivial(right)) {
      lowering.region().append(right);
      return lowering
          .at(tree)
          .elementary(
              Lowering.value(Type.BOOLEAN, name),
              and ? Arithmetic.AND : Arithmetic.OR,
              left,
              rightValue);
    }
    Variable result = new Variable(name, Type.BOOLEAN);
    lowering.environment().set(result, Environment.UNASSIGNED);
    right.environment().set(result, rightValue);
    Region known = lowering.region().inner();
    known.environment().set(result, and ? Environment.FALSE : Environment.TRUE);
    branch(left, and ? right : known, and ? known : right, lowering.frame().file().locate(tree));
    return lowering.region().materialize(result);
  }

  private static boolean isTrivial(Region region) {
    List<Operation> operations = region.operations();
    return !region.thrown()
        && region.environment().changed().isEmpty()
        && operations.size() <= FEW
        && operations.stream().allMatch(LogicReader::isTrivial);
  }

  private static boolean isTrivial(Operation operation) {
    return operation instanceof Operation.Constant
        || operation instanceof Operation.Elementary elementary
            && elementary.operator() instanceof Arithmetic
            && !elementary.mayThrow();
  }

  Value read(ConditionalExpressionTree tree, String name) throws ProblemException {
    Type type = lowering.typeOf(tree);
    Object constant = lowering.frame().resolution().constantOf(tree.getCondition());
    if (constant != null) {
      ExpressionTree chosen =
          constant.equals(true) ? tree.getTrueExpression() : tree.getFalseExpression();
      return lowering.expressions().read(chosen, type, name);
    }
    Value condition = lowering.expressions().read(tree.getCondition(), Type.BOOLEAN, "");
    Variable result = new Variable(name, type);
    lowering.environment().set(result, Environment.UNASSIGNED);
    Region whenTrue = arm(tree, tree.getTrueExpression(), result);
    Region whenFalse = arm(tree, tree.getFalseExpression(), result);
    branch(condition, whenTrue, whenFalse, lowering.frame().file().locate(tree));
    return lowering.materialize(result);
  }

  private Region arm(Tree choice, ExpressionTree tree, Variable result) throws ProblemException {
    Region arm = lowering.open(choice);
    arm.environment().set(result, lowering.readIn(arm, tree, result.type()));
    return arm;
  }

  /** Appends a branch of two finished arms; variables that differ become its results. */
  void branch(Value condition, Region whenTrue, Region whenFalse, Location at) {
    Region region = lowering.region();
    region.builder().at(at);
    if (whenTrue.thrown()) {
      region.builder().add(guard(condition, whenTrue.yield(List.of()), NOTHING, at));
      region.append(whenFalse);
    } else if (whenFalse.thrown()) {
      region.builder().add(guard(condition, NOTHING, whenFalse.yield(List.of()), at));
      region.append(whenTrue);
    } else {
      join(condition, whenTrue, whenFalse, at);
    }
  }

  private static Operation guard(Value condition, Block whenTrue, Block whenFalse, Location at) {
    return new Operation.Branch(List.of(), condition, whenTrue, whenFalse, at);
  }

  private void join(Value condition, Region whenTrue, Region whenFalse, Location at) {
    whenTrue.builder().at(at);
    whenFalse.builder().at(at);
    List<Value> ones = new ArrayList<>();
    List<Value> others = new ArrayList<>();
    List<Value> results = new ArrayList<>();
    Records.Join join =
        (type, name, one, other) -> {
          ones.add(whenTrue.materialize(one, type));
          others.add(whenFalse.materialize(other, type));
          results.add(Lowering.value(type, name));
          return results.get(results.size() - 1);
        };
    for (Variable variable : wanted(whenTrue, whenFalse)) {
      Value one = whenTrue.environment().get(variable);
      Value other = whenFalse.environment().get(variable);
      lowering.environment().set(variable, lowering.records().join(variable, one, other, join));
    }
    Block first = whenTrue.yield(ones);
    Block second = whenFalse.yield(others);
    lowering.region().builder().add(new Operation.Branch(results, condition, first, second, at));
  }

  /** The variables that may differ, without those that nothing can read any more. */
  private Set<Variable> wanted(Region whenTrue, Region whenFalse) {
    Set<Variable> changed = new LinkedHashSet<>(whenTrue.environment().changed());
    changed.addAll(whenFalse.environment().changed());
    Frame frame = lowering.frame();
    Variable flag = frame.end().flag();
    boolean returned =
        frame.innermost() == frame.end()
            && whenTrue.environment().get(flag) == Environment.TRUE
            && whenFalse.environment().get(flag) == Environment.TRUE;
    if (returned) {
      changed.removeIf(variable -> variable != flag && variable != frame.result());
    }
    return changed;
  }
}
