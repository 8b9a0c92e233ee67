package org.wengert.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * Lowers switches to choices between their cases. Where cases fall through, the later ones of such
 * a chain are guarded by where it was entered.
 */
final class SwitchReader {
  private final Lowering lowering;

  SwitchReader(Lowering lowering) {
    this.lowering = lowering;
  }

  /** Lowers a statement and returns what is left to do after it. */
  Rest read(SwitchTree tree, Set<Name> labels, Rest rest) throws ProblemException {
    List<List<Cases.Group>> chains = Cases.chains(tree.getCases(), labels);
    Value selector = selector(tree.getExpression());
    List<Rest.Step> steps = steps(tree, selector, chains, List.of());
    boolean breaks =
        chains.stream()
            .flatMap(List::stream)
            .anyMatch(group -> Jumps.outOf(group.statements(), labels).breaks());
    if (!breaks) {
      return rest.prependSteps(steps);
    }
    lowering.statements().readUpTo(Target.Kind.SWITCH, labels, steps);
    return rest;
  }

  /** The value of a switch expression. */
  Value read(SwitchExpressionTree tree, String name) throws ProblemException {
    Frame frame = lowering.frame();
    Variable result = new Variable(name, lowering.typeOf(tree));
    lowering.environment().set(result, Environment.UNASSIGNED);
    Value selector = selector(tree.getExpression());
    List<List<Cases.Group>> chains = Cases.chains(tree.getCases(), Set.of());

    Point outer = frame.innermost();
    Yielding enclosing = frame.yielding();
    Point end = new Point(Variable.flag("yielded"), outer);
    lowering.environment().set(end.flag(), Environment.FALSE);
    frame.enter(end);
    frame.enter(new Yielding(result, end));
    Rest.Step unmatched = new Rest.Synthetic(() -> lowering.throwing().unmatched(tree));
    lowering
        .statements()
        .read(Rest.endAt(end).prependSteps(steps(tree, selector, chains, List.of(unmatched))));
    frame.enter(outer);
    frame.enter(enclosing);
    return lowering.materialize(result);
  }

  private Value selector(ExpressionTree tree) throws ProblemException {
    ExpressionTree selector = ExpressionReader.withoutParentheses(tree);
    lowering.requireSound(selector);
    TypeMirror type = lowering.frame().resolution().typeOf(selector);
    if (lowering.types().asElement(type) instanceof TypeElement element
        && element.getKind() == ElementKind.ENUM) {
      Value value = lowering.expressions().read(selector, lowering.tapeTypes().any(type), "");
      lowering.throwing().ifNull(value, selector);
      return value;
    }
    if (lowering.objects().isString(type)) {
      Value value = lowering.objects().read(selector);
      lowering.throwing().ifNull(value, selector);
      return value;
    }
    if (!type.getKind().isPrimitive()) {
      throw lowering.problem(Message.SWITCH_SELECTOR, selector, type);
    }
    return lowering.expressions().read(selector, Type.INT, "");
  }

  /**
   * The choice between chains.
   *
   * @param unmatched what to do where no case fits and none is the default
   */
  private List<Rest.Step> steps(
      Tree tree, Value selector, List<List<Cases.Group>> chains, List<Rest.Step> unmatched) {
    declareShared(chains);
    List<Rest.Step> otherwise = unmatched;
    for (List<Cases.Group> chain : chains) {
      if (chain.stream().anyMatch(Cases.Group::isDefault)) {
        otherwise = steps(selector, chain);
      }
    }
    for (int i = chains.size() - 1; i >= 0; i--) {
      List<Cases.Group> chain = chains.get(i);
      if (chain.stream().noneMatch(Cases.Group::isDefault)) {
        otherwise = List.of(choice(tree, selector, chain, steps(selector, chain), otherwise));
      }
    }
    return otherwise;
  }

  /** A chain that has been entered at one of its cases. */
  private List<Rest.Step> steps(Value selector, List<Cases.Group> chain) {
    List<Rest.Step> steps = new ArrayList<>();
    for (int i = 0; i < chain.size(); i++) {
      Cases.Group group = chain.get(i);
      List<Cases.Group> until = chain.subList(0, i + 1);
      List<Cases.Group> behind = chain.subList(i + 1, chain.size());
      if (behind.stream().allMatch(other -> other.labels().isEmpty() && !other.isDefault())) {
        steps.addAll(body(group));
      } else if (until.stream().noneMatch(Cases.Group::isDefault)) {
        steps.add(choice(group.tree(), selector, until, body(group), List.of()));
      } else {
        steps.add(choice(group.tree(), selector, behind, List.of(), body(group)));
      }
    }
    return steps;
  }

  private List<Rest.Step> body(Cases.Group group) {
    return group.body() == null
        ? Rest.steps(group.statements())
        : List.of(new Rest.Synthetic(() -> lowering.statements().readYield(group.body())));
  }

  /** A local of one case is in scope in the later ones, though its declaration is not reached. */
  private void declareShared(List<List<Cases.Group>> chains) {
    List<Cases.Group> groups = chains.stream().flatMap(List::stream).toList();
    for (int i = 0; i < groups.size() - 1; i++) {
      for (StatementTree statement : groups.get(i).statements()) {
        if (statement instanceof VariableTree local
            && isUsed(local, groups.subList(i + 1, groups.size()))) {
          lowering.statements().declare(local);
        }
      }
    }
  }

  private boolean isUsed(VariableTree local, List<Cases.Group> groups) {
    boolean[] used = {false};
    Scan search =
        new Scan() {
          @Override
          public Void visitIdentifier(IdentifierTree tree, Void unused) {
            used[0] |= lowering.frame().resolution().localOf(tree) == local;
            return null;
          }
        };
    groups.forEach(group -> search.scan(group.statements(), null));
    return used[0];
  }

  private Rest.Step choice(
      Tree tree,
      Value selector,
      List<Cases.Group> groups,
      List<Rest.Step> whenTrue,
      List<Rest.Step> whenFalse) {
    return new Rest.Choice(tree, () -> isAmong(selector, groups), whenTrue, whenFalse);
  }

  private Value isEqual(Value selector, ExpressionTree label) throws ProblemException {
    Object constant = lowering.frame().resolution().constantOf(label);
    if (constant instanceof String) {
      return lowering.objects().isString(selector, label);
    }
    Value value =
        selector.type().equals(Type.INT)
            ? lowering.conversions().constant(constant, Type.INT, "", label)
            : lowering.fields().read(label, "");
    return lowering.at(label).elementary(Arithmetic.EQ, Type.BOOLEAN, selector, value);
  }

  private Value isAmong(Value selector, List<Cases.Group> groups) throws ProblemException {
    Value any = null;
    for (Cases.Group group : groups) {
      for (ExpressionTree label : group.labels()) {
        Value equal = isEqual(selector, label);
        any =
            any == null
                ? equal
                : lowering.at(label).elementary(Arithmetic.OR, Type.BOOLEAN, any, equal);
      }
    }
    return any;
  }
}
