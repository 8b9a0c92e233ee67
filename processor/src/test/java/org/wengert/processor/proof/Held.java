package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random expressions of records, and of what is in them. */
final class Held {
  private final Scope scope;
  private final Expressions expressions;

  Held(Scope scope, Expressions expressions) {
    this.scope = scope;
    this.expressions = expressions;
  }

  private Optional<Carrier> carrier(Type type) {
    return scope.carriers().stream().filter(carrier -> carrier.type() == type).findFirst();
  }

  /** A record. */
  Expr record(Type type, int depth) {
    Optional<Variable> variable = scope.any(type);
    if (variable.isPresent() && (depth <= 0 || scope.chance(55))) {
      return variable.get();
    }
    if (depth > 0 && scope.chance(45)) {
      Optional<Expr> other = other(type, depth - 1);
      if (other.isPresent()) {
        return other.get();
      }
    }
    return created(carrier(type).orElseThrow(), depth);
  }

  private Expr created(Carrier carrier, int depth) {
    boolean canonical = carrier.others().isEmpty() || scope.chance(65);
    List<Variable> parameters = canonical ? carrier.components() : carrier.others();
    return new Create(carrier.type(), arguments(parameters, depth));
  }

  private List<Expr> arguments(List<Variable> parameters, int depth) {
    List<Expr> arguments = new ArrayList<>();
    parameters.forEach(each -> arguments.add(expressions.of(each.type(), depth - 1)));
    return arguments;
  }

  private Optional<Expr> other(Type type, int depth) {
    return switch (scope.random().nextInt(6)) {
      case 0 ->
          Optional.of(
              new Choice(expressions.truth(depth), record(type, depth), record(type, depth)));
      case 1 -> component(type);
      case 2 -> Optional.of(expressions.choices(type, depth));
      case 3 -> scope.free(type).map(variable -> new Assign("", variable, record(type, depth)));
      case 4 -> expressions.call(type, depth);
      default -> invoked(type, depth);
    };
  }

  /** A component of this type of some variable, or one of a component's. */
  Optional<Expr> component(Type type) {
    List<Expr> all = new ArrayList<>();
    for (Carrier carrier : scope.carriers()) {
      scope.any(carrier.type()).ifPresent(record -> components(record, carrier, type, all));
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(scope.one(all));
  }

  private void components(Expr record, Carrier carrier, Type type, List<Expr> all) {
    for (Variable component : carrier.components()) {
      Expr access = new Access(record, component, scope.chance(60));
      if (component.type() == type) {
        all.add(access);
      }
      carrier(component.type()).ifPresent(inner -> components(access, inner, type, all));
    }
  }

  /** A call of a method of a record, that returns this type. */
  Optional<Expr> invoked(Type type, int depth) {
    List<Carrier> fitting =
        scope.carriers().stream()
            .filter(carrier -> methods(carrier, type).findAny().isPresent())
            .toList();
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    Carrier carrier = scope.one(fitting);
    Method method = scope.one(methods(carrier, type).toList());
    return Optional.of(
        new Invocation(
            type,
            record(carrier.type(), depth),
            method.name(),
            arguments(method.parameters(), depth)));
  }

  private static java.util.stream.Stream<Method> methods(Carrier carrier, Type type) {
    return carrier.methods().stream().filter(method -> method.type() == type);
  }
}
