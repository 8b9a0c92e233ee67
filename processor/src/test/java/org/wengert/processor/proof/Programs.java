package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Random programs, each given by its seed. */
final class Programs {
  /** The parameter that counts how often a method may still call itself. */
  static final String DEPTH = "depth";

  private static final List<Type> RESULTS =
      List.of(
          Type.DOUBLE,
          Type.DOUBLE,
          Type.DOUBLE,
          Type.DOUBLE,
          Type.DOUBLES,
          Type.VOID,
          Type.FLOAT,
          Type.FLOATS);

  /** Of helpers in the same file, besides. */
  private static final List<Type> OTHERS =
      List.of(Type.INT, Type.MATRIX, Type.CUBE, Type.INTS, Type.BOOLEAN);

  /** Of methods that call themselves; the last only where it is not annotated. */
  private static final List<Type> RECURSIVE =
      List.of(
          Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.DOUBLES, Type.VOID, Type.INT);

  private final Random random;
  private final String name;
  private final boolean early;
  private final List<Field> fields;
  private final List<Carrier> carriers;
  private final List<Method> helpers = new ArrayList<>();

  private Programs(Random random, String name, boolean early) {
    this.early = early;
    this.random = random;
    this.name = name;
    this.fields = new ArrayList<>(Fields.random(random, name));
    this.carriers =
        Carriers.random(random, type -> fields(new Scope(random, type, List.of()), false));
    fields.addAll(Fields.records(random, name, carriers));
  }

  static Program of(long seed, String name, int home) {
    Programs programs =
        new Programs(new Random(seed * 0x9E3779B97F4A7C15L), name, Batch.isEarly(home));
    return new Program(home, programs.fields, programs.carriers, programs.methods());
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private List<Method> methods() {
    for (int i = chance(50) ? 1 + random.nextInt(3) : 0; i > 0; i--) {
      helpers.addAll(chance(30) ? recursive() : List.of(helper()));
    }
    List<Method> all = new ArrayList<>(List.of(main()));
    all.addAll(helpers);
    return all;
  }

  private Method main() {
    List<Variable> parameters = parameters(1 + random.nextInt(3), random.nextInt(3), chance(25));
    Type result = RESULTS.get(random.nextInt(RESULTS.size()));
    if (result == Type.VOID && parameters.stream().noneMatch(p -> p.type() == Type.DOUBLES)) {
      result = Type.DOUBLE;
    }
    List<Variable> kept = kept(parameters, result);
    String annotation = annotation(parameters, kept);
    if (kept.containsAll(real(parameters)) && chance(8)) {
      parameters.add(new Variable(Type.INT, DEPTH));
      Method self = new Method(annotation, false, result, name, parameters, Block.of());
      return self.with(recursion(self, List.of(self)).body());
    }
    if (result == Type.DOUBLE && chance(25)) {
      Scope steady = scope(result, List.of(), false);
      parameters.forEach(steady::declareFixed);
      return new Method(
          annotation, false, result, name, parameters, new Observations(steady).body());
    }
    Scope scope = scope(result, helpers, false);
    declare(parameters, kept, scope);
    Block body = body(scope, 2 + random.nextInt(5), chance(15) ? 3 : 2);
    return new Method(annotation, false, result, name, parameters, body);
  }

  private static List<Variable> real(List<Variable> parameters) {
    return parameters.stream().filter(variable -> variable.type().isReal()).toList();
  }

  /** What a method is differentiated with respect to. */
  private List<Variable> kept(List<Variable> parameters, Type result) {
    List<Variable> active = real(parameters);
    return result == Type.VOID || chance(80)
        ? active
        : active.subList(0, 1 + random.nextInt(active.size()));
  }

  private static String annotation(List<Variable> parameters, List<Variable> kept) {
    return kept.containsAll(real(parameters))
        ? "@org.wengert.Differentiable"
        : kept.stream()
            .map(variable -> "\"" + variable.name() + "\"")
            .collect(Collectors.joining(", ", "@org.wengert.Differentiable(wrt = {", "})"));
  }

  /** Arrays that are not kept are constants. */
  private static void declare(List<Variable> parameters, List<Variable> kept, Scope scope) {
    for (Variable parameter : parameters) {
      Type type = parameter.type();
      if (type.isArray() && type.isReal() && !kept.contains(parameter)) {
        scope.declareConstant(parameter);
      } else {
        scope.declare(parameter);
      }
    }
  }

  /** With what can be used anywhere in one of the two classes. */
  private Scope scope(Type result, List<Method> callable, boolean elsewhere) {
    Scope scope = fields(new Scope(random, result, callable), elsewhere);
    if (elsewhere) {
      scope.lendNothing();
    } else {
      scope.know(carriers);
    }
    return scope;
  }

  private Scope fields(Scope scope, boolean elsewhere) {
    fields.stream()
        .filter(field -> !elsewhere || field.elsewhere())
        .forEach(field -> scope.declareFixed(field.variable()));
    return scope;
  }

  private static Block body(Scope scope, int statements, int depth) {
    Statements random = new Statements(scope);
    List<Stmt> body = new ArrayList<>();
    if (scope.result() == Type.VOID) {
      body.add(write(scope));
    }
    body.addAll(random.block(statements, depth).statements());
    if (scope.result() != Type.VOID) {
      body.add(random.end());
    }
    return new Block(body);
  }

  /** Writes to an array, as a method has to that returns nothing. */
  static Stmt write(Scope scope) {
    Variable array = scope.free(Type.DOUBLES).orElseThrow();
    Expressions expressions = new Expressions(scope);
    return new Do(new Assign("+", expressions.element(array, 1), expressions.real(2)));
  }

  private List<Variable> parameters(int numbers, int arrays, boolean rows) {
    List<Variable> parameters = new ArrayList<>();
    for (int i = 0; i < numbers; i++) {
      parameters.add(new Variable(Type.DOUBLE, "x" + i));
    }
    for (int i = 0; i < arrays; i++) {
      parameters.add(new Variable(Type.DOUBLES, "a" + i));
    }
    if (rows) {
      parameters.add(new Variable(Type.MATRIX, "m"));
    }
    if (chance(8)) {
      parameters.add(new Variable(Type.CUBE, "c"));
    }
    if (chance(50)) {
      parameters.add(new Variable(Type.INT, "n"));
    }
    if (chance(20)) {
      parameters.add(new Variable(Type.INTS, "p"));
    }
    if (chance(10)) {
      parameters.add(new Variable(Type.BOOLEAN, "on"));
    }
    if (chance(8)) {
      parameters.add(new Variable(Type.FLOAT, "w"));
    }
    if (chance(8)) {
      parameters.add(new Variable(Type.FLOATS, "ws"));
    }
    if (chance(10)) {
      parameters.add(new Variable(Type.MODE, "mode"));
    }
    if (chance(5)) {
      parameters.add(new Variable(Type.LONG, "l"));
    }
    return parameters;
  }

  private Method helper() {
    boolean elsewhere = chance(40);
    List<Variable> parameters =
        new ArrayList<>(parameters(1 + random.nextInt(2), random.nextInt(2), chance(20)));
    for (Carrier carrier : elsewhere ? List.<Carrier>of() : carriers) {
      if (chance(40)) {
        parameters.add(new Variable(carrier.type(), "r" + parameters.size()));
      }
    }
    if (chance(20)) {
      parameters.add(new Variable(Type.DOUBLES, Spread.MORE));
    }
    boolean writes = parameters.stream().anyMatch(p -> p.type() == Type.DOUBLES);
    Type result =
        writes && chance(40)
            ? Type.VOID
            : chance(65) ? Type.DOUBLE : chance(60) ? Type.DOUBLES : Type.FLOAT;
    if (!elsewhere && !carriers.isEmpty() && chance(35)) {
      result = carriers.get(random.nextInt(carriers.size())).type();
    } else if (!elsewhere && chance(20)) {
      result = OTHERS.get(random.nextInt(OTHERS.size()));
    }
    Scope scope = scope(result, callable(elsewhere), elsewhere);
    List<Variable> kept = elsewhere ? kept(parameters, result) : parameters;
    declare(parameters, kept, scope);
    Block body = body(scope, 1 + random.nextInt(3), 1);
    String annotation = elsewhere ? annotation(parameters, kept) : "";
    return new Method(annotation, elsewhere, result, helperName(), parameters, body);
  }

  private static String annotation(boolean annotated) {
    return annotated ? "@org.wengert.Differentiable" : "";
  }

  private String helperName() {
    return name + "h" + helpers.size();
  }

  /** Methods that call themselves or each other with a depth less by one. */
  private List<Method> recursive() {
    boolean elsewhere = chance(25);
    int count = chance(40) ? 2 : 1;
    boolean between = count == 2 && !early && chance(30);
    List<Method> group = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean there = between ? i == 1 : elsewhere;
      boolean annotated = between || elsewhere || chance(20);
      Type result = RECURSIVE.get(random.nextInt(RECURSIVE.size() - (annotated ? 1 : 0)));
      int arrays = result == Type.VOID ? 1 : random.nextInt(2);
      List<Variable> parameters = new ArrayList<>(parameters(1, arrays, chance(15)));
      parameters.add(new Variable(Type.INT, DEPTH));
      String called = name + "h" + (helpers.size() + i);
      group.add(new Method(annotation(annotated), there, result, called, parameters, Block.of()));
    }
    return group.stream().map(method -> method.with(recursion(method, group).body())).toList();
  }

  private Recursion recursion(Method self, List<Method> group) {
    List<Method> others = callable(self.elsewhere());
    return new Recursion(
        random, self, group, others, methods -> scope(self.type(), methods, self.elsewhere()));
  }

  private List<Method> callable(boolean elsewhere) {
    return elsewhere ? helpers.stream().filter(Method::elsewhere).toList() : List.copyOf(helpers);
  }
}
