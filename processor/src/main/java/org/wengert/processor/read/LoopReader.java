package org.wengert.processor.read;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Name;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Lowers loops. A loop whose condition has no effect keeps it as the tape's loop condition, so that
 * a counted loop stays one. Any other loop evaluates its condition in the body, and carries the
 * decision.
 */
final class LoopReader {
  private final Lowering lowering;

  LoopReader(Lowering lowering) {
    this.lowering = lowering;
  }

  void read(WhileLoopTree tree, Set<Name> labels) throws ProblemException {
    readWhile(tree, labels, tree.getCondition(), tree.getStatement(), List.of());
  }

  void read(ForLoopTree tree, Set<Name> labels) throws ProblemException {
    lowering.statements().read(Rest.EMPTY.prependAll(tree.getInitializer()));
    readWhile(tree, labels, tree.getCondition(), tree.getStatement(), tree.getUpdate());
  }

  private void readWhile(
      Tree tree,
      Set<Name> labels,
      ExpressionTree condition,
      StatementTree statement,
      List<? extends StatementTree> update)
      throws ProblemException {
    boolean endless = isEndless(condition);
    LoopBuilder loop = new LoopBuilder(lowering, tree, statement, labels);
    Set<Variable> always = condition == null ? Set.of() : assigned(List.of(condition));
    loop.carry(always, variable -> true);
    loop.carry(assigned(List.of(statement)), variable -> endless);
    loop.carry(assigned(update), variable -> endless);
    List<Rest.Step> steps = new ArrayList<>();
    update.forEach(each -> steps.add(new Rest.Source(each)));

    Region test = loop.open();
    Value goesOn = endless ? null : lowering.readIn(test, condition, Type.BOOLEAN);
    if (hasEffect(test)) {
      steps.add(new Rest.Synthetic(() -> loop.repeat(Environment.TRUE)));
      loop.untilDone(test, () -> readGuarded(goesOn, loop, statement, steps));
    } else {
      loop.plain(test, goesOn, () -> loop.readRound(statement, steps));
    }
    loop.finish(endless);
  }

  /** A round of a loop whose condition has just been evaluated in the same region. */
  private void readGuarded(
      Value condition, LoopBuilder loop, StatementTree statement, List<Rest.Step> steps)
      throws ProblemException {
    if (lowering.region().thrown()) {
      return;
    }
    Region round = lowering.open(statement);
    lowering.in(round, () -> loop.readRound(statement, steps));
    lowering.logic().branch(condition, round, lowering.region().inner(), loop.location());
  }

  private boolean isEndless(ExpressionTree condition) {
    return condition == null
        || Boolean.TRUE.equals(lowering.frame().resolution().constantOf(condition));
  }

  private Set<Variable> assigned(List<? extends Tree> trees) {
    return Assigned.in(trees, lowering.frame());
  }

  /** Whether what is lowered in a region does more than to compute values. */
  static boolean hasEffect(Region region) {
    return region.thrown()
        || !region.environment().changed().isEmpty()
        || stores(region.operations());
  }

  private static boolean stores(List<Operation> operations) {
    return operations.stream()
        .anyMatch(
            operation ->
                operation instanceof Operation.Store
                    || operation.blocks().stream().anyMatch(block -> stores(block.operations())));
  }

  void read(DoWhileLoopTree tree, Set<Name> labels) throws ProblemException {
    StatementTree statement = tree.getStatement();
    ExpressionTree condition = tree.getCondition();
    LoopBuilder loop = new LoopBuilder(lowering, tree, statement, labels);
    loop.carry(assigned(List.of(statement, condition)), variable -> true);
    Rest.Action decide =
        () -> loop.repeat(lowering.expressions().read(condition, Type.BOOLEAN, ""));
    loop.untilDone(
        loop.open(), () -> loop.readRound(statement, List.of(new Rest.Synthetic(decide))));
    loop.finish(isEndless(condition));
  }

  /** The array is evaluated once; the index is a variable of the reader's own. */
  void read(EnhancedForLoopTree tree, Set<Name> labels) throws ProblemException {
    VariableTree declaration = tree.getVariable();
    ExpressionTree expression = tree.getExpression();
    Value array = lowering.arrays().arrayIn(expression);
    Value length = lowering.arrays().length(array, "", expression);
    Variable index = new Variable(declaration.getName() + "Index", Type.INT);
    lowering.environment().set(index, lowering.at(expression).constant(0));

    LoopBuilder loop = new LoopBuilder(lowering, tree, tree.getStatement(), labels);
    loop.carry(assigned(List.of(tree.getStatement())), variable -> false);
    loop.carry(Set.of(index), variable -> false);
    Region test = loop.open();
    Value position = test.environment().get(index);
    Value inside = test.builder().at(loop.location()).compare(Arithmetic.LT, position, length);
    Rest.Synthetic advance = new Rest.Synthetic(() -> advance(index, expression));
    loop.plain(
        test,
        inside,
        () -> {
          readElement(declaration, array, position);
          loop.readRound(tree.getStatement(), List.of(advance));
        });
    loop.finish(false);
  }

  private void readElement(VariableTree declaration, Value array, Value index)
      throws ProblemException {
    lowering.requireSound(declaration);
    Frame frame = lowering.frame();
    Type type =
        lowering.computable(
            frame.resolution().typeOfLocal(declaration), StatementReader.typeIn(declaration));
    Variable variable = new Variable(declaration.getName().toString(), type);
    Type own = array.type().element();
    Value element = Lowering.value(own, own.equals(type) ? variable.name() : "");
    lowering.at(declaration).load(element, array, index);
    Value value = lowering.conversions().convert(element, type, variable.name(), declaration);
    lowering.environment().set(frame.declare(declaration, variable), value);
  }

  private void advance(Variable index, Tree at) throws ProblemException {
    Value one = lowering.conversions().constant(1, Type.INT, "", at);
    Value next = Value.named(Type.INT, index.name());
    Value old = lowering.environment().get(index);
    lowering.environment().set(index, lowering.at(at).elementary(next, Arithmetic.ADD, old, one));
  }
}
