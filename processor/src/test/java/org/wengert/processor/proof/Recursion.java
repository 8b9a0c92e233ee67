package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** Random bodies of methods that call themselves or each other, with a depth less by one. */
final class Recursion {
  private final Random random;
  private final Method self;
  private final List<Method> group;
  private final List<Method> callable;
  private final Function<List<Method>, Scope> scopes;

  /**
   * @param self without its body; its last parameter is the depth
   * @param group it and those that call it
   * @param callable others that it may call
   * @param scopes empty but for what is there everywhere, by what may be called
   */
  Recursion(
      Random random,
      Method self,
      List<Method> group,
      List<Method> callable,
      Function<List<Method>, Scope> scopes) {
    this.scopes = scopes;
    this.random = random;
    this.self = self;
    this.group = group;
    this.callable = callable;
  }

  private Scope scope(List<Method> methods) {
    Scope scope = scopes.apply(methods);
    for (Variable parameter : self.parameters()) {
      if (parameter.name().equals(Programs.DEPTH)) {
        scope.declareFixed(parameter);
      } else {
        scope.declare(parameter);
      }
    }
    return scope;
  }

  Block body() {
    Scope bottom = scope(callable);
    Scope scope = scope(Stream.concat(callable.stream(), group.stream()).toList());
    Variable depth = scope.depth().orElseThrow();
    List<Stmt> body = new ArrayList<>();
    if (self.type() == Type.VOID) {
      body.add(Programs.write(bottom));
    }
    body.add(
        new If(
            new Binary("<=", depth, Constant.of(0)),
            Block.of(new Statements(bottom).end()),
            Block.of()));
    Statements statements = new Statements(scope);
    body.addAll(statements.block(random.nextInt(3), 1).statements());
    body.addAll(again(scope));
    body.addAll(statements.block(random.nextInt(2), 1).statements());
    if (self.type() != Type.VOID) {
      body.add(end(scope));
    }
    return (Block) qualified(new Block(body));
  }

  /** A call of one of the group, so that there is one at least. */
  private List<Stmt> again(Scope scope) {
    Method next = group.get((group.indexOf(self) + 1) % group.size());
    Call call = new Expressions(scope).call(next, 2);
    if (next.type() == Type.VOID) {
      return List.of(new Do(call));
    }
    Variable result = new Variable(next.type(), scope.name("again"));
    scope.declare(result);
    return List.of(new Local(result, call));
  }

  /** What is returned often contains what the last call returned. */
  private Return end(Scope scope) {
    Optional<Variable> last = scope.last(self.type());
    if (self.type() == Type.DOUBLE && last.isPresent() && random.nextInt(3) > 0) {
      Expressions expressions = new Expressions(scope);
      String operator = random.nextBoolean() ? "+" : "*";
      return new Return(Optional.of(new Binary(operator, expressions.real(1), last.get())));
    }
    return new Statements(scope).end();
  }

  /** From the other class, methods of the first are called by its name. */
  private Node qualified(Node node) {
    Node same = node.with(node.children().stream().map(this::qualified).toList());
    boolean back =
        self.elsewhere()
            && same instanceof Call call
            && call.owner().isEmpty()
            && group.stream().anyMatch(method -> method.name().equals(call.name()));
    if (!back) {
      return same;
    }
    Call call = (Call) same;
    return new Call(call.type(), Batch.HOME, call.name(), call.arguments());
  }
}
