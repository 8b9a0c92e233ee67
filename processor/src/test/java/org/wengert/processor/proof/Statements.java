package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Random statements. */
final class Statements {
  private static final List<String> ARITHMETIC = List.of("", "", "", "+", "-", "*");

  private final Scope scope;
  private final Expressions expressions;

  Statements(Scope scope) {
    this.scope = scope;
    this.expressions = new Expressions(scope);
  }

  Block block(int count, int depth) {
    List<Stmt> statements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      statements.add(statement(depth));
    }
    return new Block(statements);
  }

  private Block inner(int depth) {
    int size = scope.size();
    Block block = block(1 + scope.random().nextInt(scope.chance(50) ? 3 : 1), depth - 1);
    scope.leave(size);
    return block;
  }

  private Stmt statement(int depth) {
    int kind = scope.random().nextInt(depth > 0 ? 100 : 60);
    if (kind < 16) {
      return scope.chance(8) ? late() : scope.chance(4) ? asserted() : local();
    }
    if (kind < 42) {
      return assignment();
    }
    if (kind < 49) {
      return arrays();
    }
    if (kind < 52) {
      return step();
    }
    if (kind < 57) {
      return calls();
    }
    if (kind < 60) {
      return exit();
    }
    return kind < 72 ? branch(depth) : kind < 77 ? switched(depth) : loop(depth);
  }

  private Local local() {
    if (scope.chance(12)) {
      Expr first =
          new Literal(
              Type.DOUBLES, Stream.generate(() -> expressions.real(2)).limit(Local.FEW).toList());
      Variable variable = new Variable(Type.DOUBLES, scope.name(Local.SMALL));
      scope.declareSmall(variable);
      return new Local(variable, first);
    }
    boolean record = !scope.carriers().isEmpty() && scope.chance(30);
    Type type = record ? scope.one(scope.carriers()).type() : simple();
    Expr first = expressions.of(type, 2);
    boolean isNull = first instanceof Constant constant && constant.isNull();
    if (!isNull && scope.chance(12)) {
      return declared(new Variable(type, scope.name(Local.VAR)), first);
    }
    if (!type.isArray() && scope.chance(12)) {
      Variable variable = new Variable(type, scope.name(Local.FINAL));
      scope.declareFixed(variable);
      return new Local(variable, first);
    }
    return declared(new Variable(type, scope.name("v")), first);
  }

  private Local declared(Variable variable, Expr first) {
    scope.declare(variable);
    return new Local(variable, first);
  }

  private Late late() {
    Type type = scope.one(List.of(Type.DOUBLE, Type.DOUBLE, Type.INT, Type.BOOLEAN, Type.FLOAT));
    Expr condition = expressions.truth(1);
    Expr yes = expressions.of(type, 2);
    boolean isFinal = scope.mayLeave() && scope.chance(50); // javac fails in compact constructors
    Variable variable = new Variable(type, scope.name(isFinal ? Local.FINAL : "v"));
    Late late = new Late(variable, condition, yes, expressions.of(type, 2));
    scope.declareFixed(variable);
    return late;
  }

  private Type simple() {
    return scope.one(
        List.of(
            Type.DOUBLE,
            Type.DOUBLE,
            Type.DOUBLE,
            Type.DOUBLE,
            Type.DOUBLES,
            Type.DOUBLES,
            Type.INT,
            Type.INT,
            Type.BOOLEAN,
            Type.MATRIX,
            Type.INTS,
            Type.FLOAT,
            Type.LONG,
            Type.BYTE,
            Type.SHORT,
            Type.CHAR,
            Type.CUBE,
            Type.FLOATS,
            Type.MODE,
            Type.MODES));
  }

  private Stmt assignment() {
    if (!scope.carriers().isEmpty() && scope.chance(15)) {
      Type type = scope.one(scope.carriers()).type();
      Optional<Variable> record = scope.free(type);
      return record.isPresent()
          ? new Do(new Assign("", record.get(), expressions.of(type, 2)))
          : local();
    }
    Type type =
        scope.one(
            List.of(
                Type.DOUBLE,
                Type.DOUBLE,
                Type.DOUBLE,
                Type.DOUBLE,
                Type.DOUBLE,
                Type.INT,
                Type.DOUBLES,
                Type.FLOAT,
                Type.LONG,
                Type.BYTE,
                Type.SHORT,
                Type.CHAR,
                Type.CUBE,
                Type.BOOLEAN,
                Type.INTS,
                Type.FLOATS,
                Type.MODE,
                Type.MODES));
    if (type.isArray() && scope.chance(20)) {
      Optional<Variable> variable = scope.free(type);
      return variable.isPresent()
          ? new Do(new Assign("", variable.get(), expressions.of(type, 2)))
          : local();
    }
    Optional<Place> place = place(type.isArray() ? type : scope.chance(30) ? array(type) : type);
    if (place.isEmpty()) {
      return local();
    }
    Type to = place.get().type();
    if (scope.chance(15)) {
      Optional<Expr> compound = compound(place.get());
      if (compound.isPresent()) {
        return new Do(compound.get());
      }
    }
    String operator = to.isNumber() ? scope.one(ARITHMETIC) : "";
    return new Do(new Assign(operator, place.get(), source(to, operator)));
  }

  /** With the operators that not all types have. */
  private Optional<Expr> compound(Place place) {
    return switch (place.type()) {
      case DOUBLE -> Optional.of(new Assign(scope.one(List.of("/", "%")), place, divisor()));
      case BOOLEAN ->
          Optional.of(new Assign(scope.one(List.of("&", "|", "^")), place, expressions.truth(1)));
      case BYTE, SHORT, CHAR, INT, LONG ->
          Optional.of(
              new Assign(
                  scope.one(List.of("&", "|", "^", "<<", ">>", ">>>", "/", "%")),
                  place,
                  new Binary("|", expressions.whole(2), Constant.of(1))));
      default -> Optional.empty();
    };
  }

  private Expr divisor() {
    return new Binary("+", MathCall.of("abs", expressions.real(1)), Constant.of(0.5));
  }

  /** A compound assignment converts by itself. */
  private Expr source(Type to, String operator) {
    return operator.isEmpty() || scope.chance(60)
        ? expressions.of(to, scope.chance(25) ? 3 : 2)
        : expressions.of(scope.one(List.of(Type.DOUBLE, Type.INT, Type.FLOAT)), 2);
  }

  /** Of something without effects. */
  private Assert asserted() {
    Variable variable = scope.any(Type.DOUBLE).orElseThrow();
    Variable other = scope.any(scope.one(List.of(Type.DOUBLE, Type.INT))).orElse(variable);
    Expr below = new Binary("<", variable, Constant.of(1.9));
    Expr away = new Binary(">", MathCall.of("abs", other), Constant.of(0.1));
    return new Assert(new Binary(scope.one(List.of("||", "&&", "|")), below, away), other);
  }

  private static Type array(Type element) {
    return switch (element) {
      case DOUBLE -> Type.DOUBLES;
      case INT -> Type.INTS;
      case FLOAT -> Type.FLOATS;
      default -> element;
    };
  }

  /** A variable, or an element of an array or a matrix. */
  private Optional<Place> place(Type type) {
    if (type == Type.DOUBLE && scope.chance(15)) {
      Optional<Element> small = expressions.small();
      if (small.isPresent()) {
        return Optional.of(small.get());
      }
    }
    if (type == Type.DOUBLES && scope.chance(30)) {
      Optional<Variable> rows = scope.free(Type.MATRIX);
      if (rows.isPresent()) {
        return Optional.of(expressions.element(expressions.element(rows.get(), 1), 2));
      }
      Optional<Variable> cubes = scope.free(Type.CUBE);
      if (cubes.isPresent()) {
        Element plane = expressions.element(cubes.get(), 1);
        return Optional.of(expressions.element(expressions.element(plane, 1), 2));
      }
    }
    Optional<Expr> held =
        type.isArray() && scope.chance(20)
            ? new Held(scope, expressions).component(type)
            : Optional.empty();
    if (held.isPresent()) {
      return Optional.of(expressions.element(held.get(), 1));
    }
    return scope
        .free(type)
        .map(variable -> type.isArray() ? expressions.element(variable, 2) : variable);
  }

  private Stmt step() {
    Optional<Place> place =
        place(
            scope.one(
                List.of(
                    Type.INT,
                    Type.DOUBLE,
                    Type.DOUBLES,
                    Type.INTS,
                    Type.BYTE,
                    Type.CHAR,
                    Type.SHORT,
                    Type.FLOAT)));
    if (place.isEmpty()) {
      return local();
    }
    return new Do(new Step(scope.one(List.of("++", "--")), scope.chance(50), place.get()));
  }

  private Stmt arrays() {
    Optional<Variable> array = scope.free(Type.DOUBLES);
    Optional<Variable> rows = scope.free(scope.chance(65) ? Type.MATRIX : Type.CUBE);
    if (array.isEmpty()) {
      return local();
    }
    Variable to = array.get();
    if (scope.chance(40)) {
      return new Do(
          scope.chance(40)
              ? Library.of(Library.Function.FILL_RANGE, to, from(), end(to), expressions.real(2))
              : Library.of(Library.Function.FILL, to, expressions.real(2)));
    }
    if (rows.isPresent() && scope.chance(60)) {
      return new Rows(scope).of(rows.get());
    }
    if (rows.isPresent() && scope.chance(50)) {
      Variable row = new Variable(rows.get().type().element(), scope.name("v"));
      Local slice = new Local(row, expressions.element(rows.get(), 1));
      scope.declare(row);
      return slice;
    }
    Variable from = scope.any(Type.DOUBLES).orElseThrow();
    return new Do(
        Library.of(
            Library.Function.ARRAYCOPY,
            from,
            Constant.of(0),
            to,
            Constant.of(0),
            MathCall.of("min", new Length(from), new Length(to))));
  }

  private Expr from() {
    return new Binary("&", expressions.whole(1), Constant.of(1));
  }

  /** The end of the array, or something that may be after it or before the beginning. */
  private Expr end(Variable array) {
    return scope.chance(85)
        ? new Length(array)
        : new Binary("&", expressions.whole(1), Constant.of(3));
  }

  /** A call, whose result is kept or not. */
  private Stmt calls() {
    if (scope.callable().isEmpty()) {
      return assignment();
    }
    Call call = expressions.call(scope.one(scope.callable()), 2);
    if (call.type() == Type.VOID || scope.chance(10)) {
      return new Do(call);
    }
    Variable result = new Variable(call.type(), scope.name("v"));
    scope.declare(result);
    return new Local(result, call);
  }

  /** A jump, a return or a throw under a condition. */
  private Stmt exit() {
    if (!scope.mayLeave()) {
      return assignment();
    }
    List<String> loops = scope.loops();
    Stmt exit;
    if (!loops.isEmpty() && scope.chance(75)) {
      boolean innermost = scope.chance(50);
      String label = innermost ? null : scope.one(loops);
      Completion.Kind kind = scope.chance(50) ? Completion.Kind.BREAK : Completion.Kind.CONTINUE;
      exit = new Jump(kind, label);
    } else {
      if (scope.chance(15)) {
        return guard();
      }
      exit = end();
    }
    return new If(expressions.truth(2), Block.of(exit), Block.of());
  }

  /** Throws under a condition that is not known before. */
  private Stmt guard() {
    Expr rare =
        new Binary(
            ">",
            scope.any(Type.DOUBLE).orElseThrow(),
            Constant.of(1 + scope.random().nextInt(4) * 0.25));
    return new If(
        new Binary("&&", rare, expressions.truth(1)),
        Block.of(new Throw(expressions.whole(1))),
        Block.of());
  }

  /** A return of what the method returns. */
  Return end() {
    return new Return(
        scope.result() == Type.VOID
            ? Optional.empty()
            : Optional.of(expressions.of(scope.result(), 2)));
  }

  private Stmt branch(int depth) {
    return new If(expressions.truth(2), inner(depth), scope.chance(50) ? inner(depth) : Block.of());
  }

  private Stmt switched(int depth) {
    boolean arrows = scope.chance(50);
    Expr selector = expressions.selector(25, 2);
    List<Integer> labels = new ArrayList<>(List.of(0, 1, 2));
    labels.subList(1 + scope.random().nextInt(3), 3).clear();
    if (scope.chance(70)) {
      labels.add(scope.random().nextInt(labels.size() + 1), null);
    }
    List<Block> bodies = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Block body = inner(depth);
      boolean out = !arrows && scope.chance(50);
      List<Stmt> statements = new ArrayList<>(body.statements());
      if (out) {
        statements.add(new Jump(Completion.Kind.BREAK, null));
      }
      bodies.add(new Block(statements));
    }
    return new Switch(arrows, selector, labels, bodies);
  }

  private Stmt loop(int depth) {
    int size = scope.size();
    String label = scope.chance(40) ? scope.name("loop") : null;
    Stmt loop =
        switch (scope.random().nextInt(12)) {
          case 0, 1, 2, 3, 4, 5 -> counted(label, depth);
          case 6, 7 -> each(label, depth);
          case 8, 9 -> labelled(depth);
          case 10 -> new Rows(scope).built(() -> inner(depth));
          default -> conditional(label, depth);
        };
    scope.leave(size);
    return loop;
  }

  private Block body(String label, int depth) {
    scope.enter(label);
    Block body = inner(depth);
    scope.leaveLoop();
    return body;
  }

  private For counted(String label, int depth) {
    Variable i = new Variable(Type.INT, scope.name("i"));
    Expr bound =
        scope.chance(50)
            ? Constant.of(1 + scope.random().nextInt(4))
            : new Binary("&", expressions.whole(2), Constant.of(3));
    Optional<Variable> array = scope.any(Type.DOUBLES);
    if (array.isPresent() && scope.chance(30)) {
      bound = new Length(array.get());
    }
    scope.declareFixed(i);
    if (scope.chance(25)) {
      return new For(
          label,
          new Local(i, bound),
          new Binary(">", i, Constant.of(0)),
          new Step("--", scope.chance(50), i),
          body(label, depth));
    }
    Expr more = new Binary("<", i, bound);
    return new For(
        label,
        new Local(i, Constant.of(0)),
        scope.chance(20) ? new Binary("&&", more, expressions.truth(1)) : more,
        scope.chance(20) ? new Assign("+", i, Constant.of(2)) : new Step("++", scope.chance(50), i),
        body(label, depth));
  }

  private Stmt each(String label, int depth) {
    Optional<Variable> array =
        scope.any(
            scope.one(
                List.of(
                    Type.DOUBLES,
                    Type.DOUBLES,
                    Type.MATRIX,
                    Type.CUBE,
                    Type.INTS,
                    Type.FLOATS,
                    Type.MODES)));
    if (array.isEmpty()) {
      return counted(label, depth);
    }
    Variable element = new Variable(array.get().type().element(), scope.name("e"));
    if (element.type().isArray()) {
      scope.declareFixed(element);
    } else {
      scope.declare(element);
    }
    return new ForEach(label, element, array.get(), body(label, depth));
  }

  /** A loop that only a jump leaves. */
  private While endless(String label, boolean before, Expr limit, int depth) {
    List<Stmt> statements = new ArrayList<>();
    statements.add(
        new If(
            new Unary("!", limit),
            Block.of(new Jump(Completion.Kind.BREAK, scope.chance(50) ? label : null)),
            Block.of()));
    statements.addAll(body(label, depth).statements());
    return new While(label, before, Constant.of(true), new Block(statements));
  }

  private Stmt labelled(int depth) {
    String label = scope.name("block");
    Block body = inner(depth);
    List<Stmt> statements = new ArrayList<>(body.statements());
    statements.add(
        new If(expressions.truth(2), Block.of(new Jump(Completion.Kind.BREAK, label)), Block.of()));
    statements.add(assignment());
    return new Labelled(label, new Block(statements));
  }

  /** A loop of unknown length, which counts to be sure that it ends. */
  private Stmt conditional(String label, int depth) {
    Variable k = new Variable(Type.INT, scope.name("k"));
    Local start = new Local(k, Constant.of(0));
    scope.declareFixed(k);
    Expr limit =
        new Binary(
            "<", new Step("++", scope.chance(50), k), Constant.of(1 + scope.random().nextInt(4)));
    boolean before = scope.chance(50);
    if (scope.chance(20)) {
      return Block.of(start, endless(label, before, limit, depth));
    }
    Expr condition =
        scope.chance(50)
            ? new Binary("&&", limit, expressions.truth(1))
            : new Binary("&&", expressions.truth(1), limit);
    return Block.of(start, new While(label, before, condition, body(label, depth)));
  }
}
