package org.wengert.processor.read.resolve;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Name;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Walks the statements of a method and keeps account of what is in scope (JLS 6.3, chapter 14). */
final class Statements {
  private final Context context;
  private final JavaTypes types;
  private final Scopes<VariableTree> locals;
  private final TypeNames typeNames;
  private final Expressions expressions;
  private final Completion completion;

  /** The results of the switch expressions around the current statement. */
  private final Deque<List<ExpressionTree>> switches = new ArrayDeque<>();

  Statements(Context context) {
    this.context = context;
    types = context.types();
    locals = context.locals();
    typeNames = new TypeNames(context);
    expressions = new Expressions(context, typeNames, this);
    completion = new Completion(context.findings());
  }

  /** Resolves the parameters and the body of the method. */
  void method(MethodTree tree) throws UnresolvedException {
    List<? extends VariableElement> parameters = context.method().getParameters();
    if (parameters.size() != tree.getParameters().size()) {
      throw new UnresolvedException(tree, "this kind of constructor is not supported");
    }
    openScope();
    for (int i = 0; i < parameters.size(); i++) {
      declare(tree.getParameters().get(i), parameters.get(i).asType());
    }
    if (tree.getBody() != null) {
      statement(tree.getBody());
    }
    closeScope();
  }

  private void openScope() {
    locals.open();
    context.localClasses().open();
  }

  private void closeScope() {
    context.localClasses().close();
    locals.close();
  }

  private void declare(VariableTree tree, TypeMirror type) {
    context.findings().localType(tree, type);
    locals.declare(tree.getName(), tree);
  }

  private void declare(List<VariableTree> bindings) {
    for (VariableTree binding : bindings) {
      locals.declare(binding.getName(), binding);
    }
  }

  /** Goes on behind a statement whose meaning is not certain. */
  private void statement(StatementTree tree) {
    attempt(
        tree,
        () -> {
          resolve(tree);
          return null;
        });
  }

  /** Null where it fails, which is remembered. */
  private <T> T attempt(Tree tree, Attempt<T> attempt) {
    int depth = locals.depth();
    int nesting = switches.size();
    try {
      return attempt.result();
    } catch (UnresolvedException failure) {
      context.findings().failure(tree, failure);
      locals.closeTo(depth);
      context.localClasses().closeTo(depth);
      while (switches.size() > nesting) {
        switches.pop();
      }
      expressions
          .unknownBeside(failure.tree(), expression(tree))
          .forEach(other -> context.findings().failure(other.tree(), other));
      return null;
    }
  }

  /** What a statement computes itself, apart from the statements in it; null if it is nothing. */
  private static Tree expression(Tree tree) {
    if (tree instanceof VariableTree variable) {
      return variable.getInitializer();
    }
    return tree instanceof ExpressionTree ? tree : null;
  }

  private interface Attempt<T> {
    T result() throws UnresolvedException;
  }

  /** The type of a statement's expression; null where it is not certain. */
  private TypeMirror type(ExpressionTree tree, TypeMirror target) {
    return attempt(tree, () -> expressions.type(tree, target));
  }

  private TypeMirror type(ExpressionTree tree) {
    return attempt(tree, () -> expressions.type(tree));
  }

  private void condition(ExpressionTree tree) {
    attempt(tree, () -> expressions.condition(tree));
  }

  private void resolve(StatementTree tree) throws UnresolvedException {
    switch (tree.getKind()) {
      case EMPTY_STATEMENT, BREAK, CONTINUE -> {}
      case BLOCK -> {
        openScope();
        sequence(((BlockTree) tree).getStatements());
        closeScope();
      }
      case VARIABLE -> variable((VariableTree) tree);
      case CLASS, INTERFACE, ENUM, RECORD ->
          context.localClasses().declare(((ClassTree) tree).getSimpleName(), (ClassTree) tree);
      case EXPRESSION_STATEMENT -> type(((ExpressionStatementTree) tree).getExpression());
      case RETURN -> {
        ExpressionTree value = ((ReturnTree) tree).getExpression();
        if (value != null) {
          type(value, context.method().getReturnType());
        }
      }
      case THROW -> type(((ThrowTree) tree).getExpression());
      case ASSERT -> {
        condition(((AssertTree) tree).getCondition());
        if (((AssertTree) tree).getDetail() != null) {
          type(((AssertTree) tree).getDetail());
        }
      }
      case YIELD -> {
        ExpressionTree value = ((YieldTree) tree).getValue();
        expressions.visit(value);
        if (switches.isEmpty()) {
          throw new UnresolvedException(tree, "there is no switch expression around this");
        }
        switches.peek().add(value);
      }
      case LABELED_STATEMENT -> statement(((LabeledStatementTree) tree).getStatement());
      case IF -> conditional((IfTree) tree);
      case WHILE_LOOP -> {
        condition(((WhileLoopTree) tree).getCondition());
        inScope(
            expressions.bindings().whenTrue(((WhileLoopTree) tree).getCondition()),
            ((WhileLoopTree) tree).getStatement());
      }
      case DO_WHILE_LOOP -> {
        inScope(List.of(), ((DoWhileLoopTree) tree).getStatement());
        condition(((DoWhileLoopTree) tree).getCondition());
      }
      case FOR_LOOP -> loop((ForLoopTree) tree);
      case ENHANCED_FOR_LOOP -> loop((EnhancedForLoopTree) tree);
      case SWITCH ->
          cases(((SwitchTree) tree).getExpression(), ((SwitchTree) tree).getCases(), null);
      case SYNCHRONIZED -> {
        type(((SynchronizedTree) tree).getExpression());
        statement(((SynchronizedTree) tree).getBlock());
      }
      case TRY -> guarded((TryTree) tree);
      default -> throw new UnresolvedException(tree, "this statement is not supported");
    }
  }

  /** Statements one after another; a pattern variable may reach those that follow. */
  private void sequence(List<? extends StatementTree> statements) {
    for (StatementTree statement : statements) {
      statement(statement);
      declare(introduced(statement, Set.of()));
    }
  }

  /** The pattern variables in scope after a statement (JLS 6.3.2). */
  private List<VariableTree> introduced(StatementTree tree, Set<Name> labels) {
    if (tree instanceof LabeledStatementTree labeled) {
      Set<Name> all = new HashSet<>(labels);
      all.add(labeled.getLabel());
      return introduced(labeled.getStatement(), all);
    } else if (tree instanceof IfTree conditional) {
      return introducedByIf(conditional);
    }
    ExpressionTree condition = loopCondition(tree);
    List<VariableTree> bindings =
        condition == null ? List.of() : expressions.bindings().whenFalse(condition);
    return bindings.isEmpty() || Jumps.breaks(tree, labels) ? List.of() : bindings;
  }

  private static ExpressionTree loopCondition(StatementTree tree) {
    return switch (tree.getKind()) {
      case WHILE_LOOP -> ((WhileLoopTree) tree).getCondition();
      case DO_WHILE_LOOP -> ((DoWhileLoopTree) tree).getCondition();
      case FOR_LOOP -> ((ForLoopTree) tree).getCondition();
      default -> null;
    };
  }

  private List<VariableTree> introducedByIf(IfTree tree) {
    List<VariableTree> yes = expressions.bindings().whenTrue(tree.getCondition());
    List<VariableTree> no = expressions.bindings().whenFalse(tree.getCondition());
    if (yes.isEmpty() && no.isEmpty()) {
      return List.of();
    }
    boolean thenCompletes = completion.canComplete(tree.getThenStatement());
    boolean elseCompletes =
        tree.getElseStatement() == null || completion.canComplete(tree.getElseStatement());
    if (!thenCompletes && elseCompletes) {
      return no;
    }
    return thenCompletes && !elseCompletes ? yes : List.of();
  }

  private void inScope(List<VariableTree> bindings, StatementTree body) {
    openScope();
    declare(bindings);
    statement(body);
    closeScope();
  }

  private void variable(VariableTree tree) throws UnresolvedException {
    ExpressionTree initializer = tree.getInitializer();
    if (tree.getType() != null) {
      locals.declare(tree.getName(), tree);
      TypeMirror type = typeNames.type(tree.getType());
      context.findings().localType(tree, type);
      if (initializer != null) {
        type(initializer, type);
        expressions.constants().local(tree, type);
      }
    } else {
      locals.declare(tree.getName(), tree);
      TypeMirror type = expressions.type(initializer);
      context.findings().localType(tree, type);
      expressions.constants().local(tree, type);
    }
  }

  private void conditional(IfTree tree) {
    ExpressionTree condition = tree.getCondition();
    condition(condition);
    inScope(expressions.bindings().whenTrue(condition), tree.getThenStatement());
    if (tree.getElseStatement() != null) {
      inScope(expressions.bindings().whenFalse(condition), tree.getElseStatement());
    }
  }

  private void loop(ForLoopTree tree) {
    openScope();
    sequence(tree.getInitializer());
    if (tree.getCondition() != null) {
      condition(tree.getCondition());
      declare(expressions.bindings().whenTrue(tree.getCondition()));
    }
    sequence(tree.getUpdate());
    inScope(List.of(), tree.getStatement());
    closeScope();
  }

  private void loop(EnhancedForLoopTree tree) {
    VariableTree variable = tree.getVariable();
    TypeMirror element = attempt(tree.getExpression(), () -> elementOf(tree.getExpression()));
    openScope();
    locals.declare(variable.getName(), variable);
    attempt(
        variable,
        () -> {
          if (element == null && variable.getType() == null) {
            throw UnresolvedException.following(
                variable, "nothing is known of what it is taken from");
          }
          context
              .findings()
              .localType(
                  variable,
                  variable.getType() == null ? element : typeNames.type(variable.getType()));
          return null;
        });
    inScope(List.of(), tree.getStatement());
    closeScope();
  }

  private TypeMirror elementOf(ExpressionTree iterated) throws UnresolvedException {
    TypeMirror element = types.iterated(expressions.type(iterated));
    if (element == null) {
      throw new UnresolvedException(iterated, "this cannot be iterated over");
    }
    return element;
  }

  private void guarded(TryTree tree) throws UnresolvedException {
    openScope();
    for (Tree resource : tree.getResources()) {
      if (resource instanceof VariableTree variable) {
        variable(variable);
      } else {
        type((ExpressionTree) resource);
      }
    }
    statement(tree.getBlock());
    closeScope();
    for (CatchTree handler : tree.getCatches()) {
      openScope();
      VariableTree parameter = handler.getParameter();
      declare(parameter, typeNames.type(parameter.getType()));
      statement(handler.getBlock());
      closeScope();
    }
    if (tree.getFinallyBlock() != null) {
      statement(tree.getFinallyBlock());
    }
  }

  /** Walks a switch expression; returns the visited expressions of which one gives its value. */
  List<ExpressionTree> switchResults(
      Tree tree, ExpressionTree selector, List<? extends CaseTree> cases)
      throws UnresolvedException {
    List<ExpressionTree> results = new ArrayList<>();
    switches.push(results);
    cases(selector, cases, results);
    switches.pop();
    if (results.isEmpty()) {
      throw new UnresolvedException(tree, "this switch has no result");
    }
    return results;
  }

  /** The cases of a switch; the expressions after arrows are added to the results, if wanted. */
  private void cases(
      ExpressionTree selector, List<? extends CaseTree> cases, List<ExpressionTree> results)
      throws UnresolvedException {
    TypeMirror type = type(selector);
    openScope();
    for (CaseTree tree : cases) {
      CaseLabels.requireConstants(tree);
      if (type != null) {
        for (ExpressionTree label : tree.getExpressions()) {
          label(label, type);
        }
      }
      if (tree.getStatements() != null) {
        sequence(tree.getStatements());
      } else if (results != null && tree.getBody() instanceof ExpressionTree value) {
        expressions.visit(value);
        results.add(value);
      } else if (tree.getBody() instanceof ExpressionTree expression) {
        expressions.type(expression);
      } else {
        statement((StatementTree) tree.getBody());
      }
    }
    closeScope();
  }

  /** A simple name of an enum's constant needs no qualifier here (JLS 14.11.1). */
  private void label(ExpressionTree tree, TypeMirror selector) throws UnresolvedException {
    if (tree instanceof IdentifierTree name && types.isEnum(selector)) {
      VariableElement constant =
          context.members().field(JavaTypes.element(selector), name.getName().toString());
      if (constant == null) {
        throw new UnresolvedException(tree, "'" + selector + "' has no constant '" + name + "'");
      }
      context.findings().element(tree, constant);
      expressions.record(tree, selector);
    } else {
      expressions.type(tree, selector);
    }
  }
}
