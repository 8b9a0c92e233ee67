package org.wengert.processor.read;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Name;
import javax.lang.model.type.TypeMirror;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Lowers lists of statements. Where one arm of an {@code if} jumps away, the rest of the list moves
 * into the other arm; where a jump may or may not have happened, the rest is guarded by the flag of
 * the point that it would lead to.
 */
final class StatementReader {
  private final Lowering lowering;

  StatementReader(Lowering lowering) {
    this.lowering = lowering;
  }

  /** Lowers the body of the current frame's method, whose parameters have their values. */
  void readBody(MethodTree declaration) throws ProblemException {
    Frame frame = lowering.frame();
    Environment environment = lowering.environment();
    environment.set(frame.end().flag(), Environment.FALSE);
    if (frame.result() != null) {
      environment.set(frame.result(), Environment.UNASSIGNED);
    }
    read(Rest.endAt(frame.end()).prepend(declaration.getBody()));
  }

  /** Lowers everything in the list, as far as it is reached. */
  void read(Rest list) throws ProblemException {
    Rest rest = list;
    while (!rest.isDone()) {
      Value jumping = lowering.environment().get(lowering.frame().innermost().flag());
      if (lowering.region().thrown() || jumping == Environment.TRUE) {
        return;
      }
      if (jumping != Environment.FALSE) {
        readUnless(jumping, rest);
        return;
      }
      rest = readFirstOrNote(rest);
    }
    if (rest.end() != null) {
      lowering.environment().set(rest.end().flag(), Environment.TRUE);
    }
  }

  /** Goes on behind a statement that cannot be read, to find what else is wrong. */
  private Rest readFirstOrNote(Rest list) throws ProblemException {
    Frame frame = lowering.frame();
    Point point = frame.innermost();
    Target target = frame.target();
    Yielding yielding = frame.yielding();
    try {
      return readFirst(list);
    } catch (ProblemException failure) {
      lowering.note(failure);
      frame.enter(point);
      frame.enter(target);
      frame.enter(yielding);
      return list.next();
    }
  }

  /** Lowers the first step of a list and returns what is left to do. */
  private Rest readFirst(Rest list) throws ProblemException {
    Rest rest = list.next();
    if (list.first() instanceof Rest.Synthetic synthetic) {
      synthetic.action().run();
      return rest;
    }
    if (list.first() instanceof Rest.Choice choice) {
      return readChoice(choice, rest);
    }
    return read(((Rest.Source) list.first()).statement(), Set.of(), rest);
  }

  /** Lowers a statement that has these labels and returns what is left to do. */
  private Rest read(StatementTree statement, Set<Name> labels, Rest rest) throws ProblemException {
    if (statement instanceof TryTree || statement instanceof SynchronizedTree) {
      return rest.prependAll(guarded(statement)); // refused, but not what is in it
    }
    lowering.requireSound(statement);
    if (statement instanceof LabeledStatementTree labeled) {
      Set<Name> all = new HashSet<>(labels);
      all.add(labeled.getLabel());
      return read(labeled.getStatement(), all, rest);
    }
    if (statement instanceof SwitchTree choice) {
      return lowering.switches().read(choice, labels, rest);
    }
    if (isLoop(statement)) {
      readLoop(statement, labels);
      return rest;
    }
    if (!labels.isEmpty() && Jumps.outOfLabeled(statement, labels).breaks()) {
      readUpTo(Target.Kind.OTHER, labels, Rest.steps(statement));
      return rest;
    }
    if (statement instanceof BlockTree block) {
      return rest.prependAll(block.getStatements());
    }
    if (statement instanceof IfTree choice) {
      return readIf(choice, rest);
    }
    readSimple(statement);
    return rest;
  }

  /** Lowers steps that can be left early for the point at their end. */
  void readUpTo(Target.Kind kind, Set<Name> labels, List<Rest.Step> steps) throws ProblemException {
    Frame frame = lowering.frame();
    Target enclosing = frame.target();
    Point outer = frame.innermost();
    Point after = new Point(Variable.flag("left"), outer);
    lowering.environment().set(after.flag(), Environment.FALSE);
    frame.enter(new Target(kind, labels, after, null, enclosing));
    frame.enter(after);
    read(Rest.endAt(after).prependSteps(steps));
    frame.enter(outer);
    frame.enter(enclosing);
  }

  private static List<? extends StatementTree> guarded(StatementTree statement) {
    return statement instanceof TryTree attempt
        ? attempt.getBlock().getStatements()
        : ((SynchronizedTree) statement).getBlock().getStatements();
  }

  private static boolean isLoop(StatementTree statement) {
    return statement instanceof ForLoopTree
        || statement instanceof EnhancedForLoopTree
        || statement instanceof WhileLoopTree
        || statement instanceof DoWhileLoopTree;
  }

  private void readLoop(StatementTree statement, Set<Name> labels) throws ProblemException {
    if (statement instanceof ForLoopTree loop) {
      lowering.loops().read(loop, labels);
    } else if (statement instanceof EnhancedForLoopTree loop) {
      lowering.loops().read(loop, labels);
    } else if (statement instanceof WhileLoopTree loop) {
      lowering.loops().read(loop, labels);
    } else {
      lowering.loops().read((DoWhileLoopTree) statement, labels);
    }
  }

  private void readSimple(StatementTree statement) throws ProblemException {
    if (statement instanceof ExpressionStatementTree expression) {
      lowering.expressions().readEffect(expression.getExpression());
    } else if (statement instanceof VariableTree local) {
      readLocal(local);
    } else if (statement instanceof ReturnTree result) {
      readReturn(result);
    } else if (statement instanceof YieldTree result) {
      readYield(result.getValue());
    } else if (statement instanceof BreakTree || statement instanceof ContinueTree) {
      Frame frame = lowering.frame();
      frame.target().of(statement).jump(frame.innermost(), lowering.environment());
    } else if (statement instanceof AssertTree check) {
      lowering.asserts().read(check);
    } else if (statement instanceof ThrowTree exception) {
      lowering.throwing().read(exception);
    } else if (!(statement instanceof EmptyStatementTree)) {
      throw lowering.problem(Message.UNSUPPORTED_STATEMENT, statement);
    }
  }

  /** Lowers the rest of a list for the case that control has not jumped away. */
  private void readUnless(Value jumping, Rest rest) throws ProblemException {
    StatementTree first = firstStatement(rest);
    Point point = lowering.frame().innermost();
    Region away = lowering.region().inner();
    away.environment().set(point.flag(), Environment.TRUE);
    Region here = first == null ? lowering.region().inner() : lowering.open(first);
    point.clear(here.environment());
    lowering.in(here, () -> read(rest));
    lowering.logic().branch(jumping, away, here, lowering.region().builder().at());
  }

  private static StatementTree firstStatement(Rest rest) {
    return rest.first() instanceof Rest.Source source ? source.statement() : null;
  }

  /** Lowers an {@code if} and returns what is left to do after it. */
  private Rest readIf(IfTree tree, Rest rest) throws ProblemException {
    Object constant = lowering.frame().resolution().constantOf(tree.getCondition());
    if (constant != null) {
      return rest.prepend(
          constant.equals(true) ? tree.getThenStatement() : tree.getElseStatement());
    }
    return readChoice(
        new Rest.Choice(
            tree,
            () -> lowering.expressions().read(tree.getCondition(), Type.BOOLEAN, ""),
            Rest.steps(tree.getThenStatement()),
            Rest.steps(tree.getElseStatement())),
        rest);
  }

  private Rest readChoice(Rest.Choice choice, Rest rest) throws ProblemException {
    Value condition = choice.condition().read();
    Region whenTrue = lowering.open(choice.tree());
    Region whenFalse = lowering.open(choice.tree());
    lowering.in(whenTrue, () -> read(Rest.EMPTY.prependSteps(choice.whenTrue())));
    boolean restMoved = jumps(whenTrue);
    Rest alternative = (restMoved ? rest : Rest.EMPTY).prependSteps(choice.whenFalse());
    lowering.in(whenFalse, () -> read(alternative));
    if (!restMoved && jumps(whenFalse) && !whenTrue.thrown()) {
      lowering.in(whenTrue, () -> read(rest));
      restMoved = true;
    }
    Location at = lowering.frame().file().locate(choice.tree());
    lowering.logic().branch(condition, whenTrue, whenFalse, at);
    return restMoved ? Rest.EMPTY : rest;
  }

  private boolean jumps(Region region) {
    Variable flag = lowering.frame().innermost().flag();
    return !region.thrown() && region.environment().get(flag) == Environment.TRUE;
  }

  private void readLocal(VariableTree tree) throws ProblemException {
    Frame frame = lowering.frame();
    Variable variable = frame.variable(tree);
    if (variable == null) {
      variable = declare(tree);
    }
    try {
      lowering.computable(frame.resolution().typeOfLocal(tree), typeIn(tree));
    } catch (ProblemException unsupported) {
      if (tree.getInitializer() != null) { // if that was refused, so is what can hold it
        lowering.requireSound(ExpressionReader.withoutParentheses(tree.getInitializer()));
      }
      throw unsupported;
    }
    if (tree.getInitializer() != null) {
      Value value =
          lowering.expressions().read(tree.getInitializer(), variable.type(), variable.name());
      lowering.environment().set(variable, value);
    }
  }

  /** The type as it is written; the whole declaration where that says {@code var}. */
  static Tree typeIn(VariableTree tree) {
    return tree.getType() == null ? tree : tree.getType();
  }

  /** Declares a local, that has no value yet. */
  Variable declare(VariableTree tree) {
    Frame frame = lowering.frame();
    TypeMirror type = frame.resolution().typeOfLocal(tree);
    Variable variable = new Variable(tree.getName().toString(), lowering.tapeTypes().any(type));
    lowering.environment().set(frame.declare(tree, variable), Environment.UNASSIGNED);
    return variable;
  }

  /** Lowers the end of a switch expression with this value. */
  void readYield(ExpressionTree tree) throws ProblemException {
    Frame frame = lowering.frame();
    Variable result = frame.yielding().result();
    Value value = lowering.expressions().read(tree, result.type(), result.name());
    lowering.environment().set(result, value);
    frame.yielding().end().jump(frame.innermost(), lowering.environment());
  }

  private void readReturn(ReturnTree tree) throws ProblemException {
    Frame frame = lowering.frame();
    if (tree.getExpression() != null && frame.result() != null) { // else the compiler complains
      Variable result = frame.result();
      Value value = lowering.expressions().read(tree.getExpression(), result.type(), result.name());
      lowering.environment().set(result, value);
    }
    frame.end().jump(frame.innermost(), lowering.environment());
  }
}
