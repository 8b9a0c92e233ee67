package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Random records: of numbers, arrays, constants of the enum and other records. */
final class Carriers {
  private static final List<Type> COMPONENTS =
      List.of(
          Type.DOUBLE,
          Type.DOUBLE,
          Type.DOUBLE,
          Type.DOUBLE,
          Type.DOUBLES,
          Type.DOUBLES,
          Type.DOUBLES,
          Type.INT,
          Type.FLOAT,
          Type.BOOLEAN,
          Type.LONG,
          Type.CHAR,
          Type.MODE,
          Type.MATRIX,
          Type.FLOATS);
  private static final List<Type> TYPES = List.of(Type.CARRIER0, Type.CARRIER1);

  private final Random random;
  private final Function<Type, Scope> scopes;
  private final List<Carrier> carriers = new ArrayList<>();

  private Carriers(Random random, Function<Type, Scope> scopes) {
    this.random = random;
    this.scopes = scopes;
  }

  /**
   * One or two, in a third of all programs.
   *
   * @param scopes with what can be used everywhere, for a method of this result
   */
  static List<Carrier> random(Random random, Function<Type, Scope> scopes) {
    Carriers carriers = new Carriers(random, scopes);
    for (int i = carriers.chance(33) ? 1 + random.nextInt(TYPES.size()) : 0; i > 0; i--) {
      carriers.add();
    }
    return carriers.carriers;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private Scope scope(Type result) {
    Scope scope = scopes.apply(result);
    scope.know(carriers);
    return scope;
  }

  private Type component() {
    List<Type> types = new ArrayList<>(COMPONENTS);
    carriers.forEach(carrier -> types.addAll(List.of(carrier.type(), carrier.type())));
    return types.get(random.nextInt(types.size()));
  }

  private void add() {
    Type type = TYPES.get(carriers.size());
    List<Variable> components = new ArrayList<>(List.of(new Variable(Type.DOUBLE, "c0")));
    for (int i = random.nextInt(3); i > 0; i--) {
      components.add(new Variable(component(), "c" + components.size()));
    }
    boolean compact = chance(75);
    Block body = chance(50) ? constructor(components) : Block.of();
    List<Variable> others = new ArrayList<>();
    List<Expr> delegated = new ArrayList<>();
    if (chance(30)) {
      others.add(new Variable(Type.DOUBLE, "d0"));
      if (components.size() == 1) {
        others.add(new Variable(Type.INT, "d1"));
      }
      if (components.size() > 1 || chance(50)) {
        Scope scope = scope(Type.VOID);
        others.forEach(scope::declare);
        Expressions expressions = new Expressions(scope);
        components.forEach(each -> delegated.add(expressions.of(each.type(), 1)));
      } else {
        others.clear();
      }
    }
    Carrier carrier = new Carrier(type, components, body, compact, others, delegated, List.of());
    if (chance(20)) {
      Variable component = components.get(random.nextInt(components.size()));
      Scope scope = scope(component.type());
      components.forEach(scope::declareFixed);
      carrier = with(carrier, method(component.name(), List.of(), scope));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      carrier = with(carrier, method(carrier));
    }
    carriers.add(carrier);
  }

  private static Carrier with(Carrier carrier, Method method) {
    List<Method> methods = new ArrayList<>(carrier.methods());
    methods.add(method);
    return carrier.with(methods);
  }

  /** What a canonical constructor does, which cannot return. */
  private Block constructor(List<Variable> components) {
    Scope scope = scope(Type.VOID);
    components.forEach(scope::declare);
    scope.close();
    List<Stmt> statements =
        new ArrayList<>(new Statements(scope).block(1 + random.nextInt(2), 1).statements());
    if (chance(15)) {
      Expr rare = new Binary(">", components.get(0), Constant.of(1.75));
      statements.add(new If(rare, Block.of(new Throw(Constant.of(1))), Block.of()));
    }
    return new Block(statements);
  }

  private Method method(Carrier carrier) {
    Type result =
        chance(55)
            ? Type.DOUBLE
            : chance(60) ? carrier.type() : chance(50) ? Type.DOUBLES : Type.INT;
    Scope scope = scope(result);
    scope.know(carrier);
    carrier.components().forEach(scope::declareFixed);
    scope.declareFixed(carrier.self());
    List<Variable> parameters = new ArrayList<>();
    if (chance(60)) {
      parameters.add(new Variable(chance(50) ? Type.DOUBLE : carrier.type(), "o"));
    }
    parameters.forEach(scope::declare);
    return method("m" + carrier.methods().size(), parameters, scope);
  }

  private Method method(String name, List<Variable> parameters, Scope scope) {
    Statements statements = new Statements(scope);
    List<Stmt> body = new ArrayList<>(statements.block(random.nextInt(2), 1).statements());
    body.add(statements.end());
    return new Method("", false, scope.result(), name, parameters, new Block(body));
  }
}
