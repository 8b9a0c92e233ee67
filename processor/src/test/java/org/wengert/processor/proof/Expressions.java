package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Random expressions whose values stay tame. */
final class Expressions {
  private static final List<String> EVERYWHERE =
      List.of("sin", "cos", "tanh", "atan", "abs", "cbrt", "floor", "ceil", "rint", "signum");
  private static final List<String> WITHIN_ONE =
      List.of("exp", "tan", "sinh", "cosh", "expm1", "asin", "acos");
  private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");

  private final Scope scope;

  Expressions(Scope scope) {
    this.scope = scope;
  }

  Expr of(Type type, int depth) {
    return switch (type) {
      case BOOLEAN -> truth(depth);
      case CARRIER0, CARRIER1 -> new Held(scope, this).record(type, depth);
      case MODE -> new Modes(scope, this).mode(depth);
      case MODES -> new Modes(scope, this).modes(depth);
      case BYTE, SHORT, CHAR -> narrow(type, depth);
      case INT -> whole(depth);
      case LONG -> large(depth);
      case FLOAT -> single(depth);
      case DOUBLE -> real(depth);
      case MATRIX, CUBE -> rows(type, depth);
      default -> array(type, depth);
    };
  }

  /**
   * Something of this type in a record or by one of its methods; rarely anything without records.
   */
  private Optional<Expr> held(Type type, int percent, int depth) {
    if (scope.carriers().isEmpty() || !scope.chance(percent)) {
      return Optional.empty();
    }
    Held held = new Held(scope, this);
    return depth > 0 && scope.chance(40) ? held.invoked(type, depth) : held.component(type);
  }

  private Expr leaf(Type type, Expr constant) {
    Optional<Expr> held = held(type, 25, 0);
    if (held.isPresent()) {
      return held.get();
    }
    Type array = type == Type.DOUBLE ? Type.DOUBLES : type == Type.INT ? Type.INTS : Type.FLOATS;
    if (array.element() == type && scope.chance(25)) {
      Optional<Variable> found = scope.any(array);
      if (found.isPresent()) {
        return element(found.get(), 1);
      }
    }
    Optional<Variable> variable = scope.any(type);
    return variable.isPresent() && scope.chance(85) ? variable.get() : constant;
  }

  Element element(Expr array, int depth) {
    if (scope.chance(1) && scope.chance(30)) {
      return new Element(array, whole(depth - 1));
    }
    Expr i = scope.chance(30) ? Constant.of(scope.random().nextInt(4)) : whole(depth - 1);
    return new Element(array, MathCall.of("floorMod", i, new Length(array)));
  }

  private static Expr times(Expr a, Expr b) {
    return new Binary("*", a, b);
  }

  private static Expr plus(Expr a, Expr b) {
    return new Binary("+", a, b);
  }

  private Expr number() {
    return Constant.of((scope.random().nextInt(17) - 8) / 4.0);
  }

  /** An element of a small array, at a constant place. */
  Optional<Element> small() {
    return scope
        .small()
        .map(array -> new Element(array, Constant.of(scope.random().nextInt(Local.FEW))));
  }

  private Expr realLeaf() {
    if (scope.chance(15)) {
      Optional<Element> small = small();
      if (small.isPresent()) {
        return small.get();
      }
    }
    if (scope.chance(8)) {
      Optional<Variable> rows = scope.any(Type.MATRIX);
      if (rows.isPresent()) {
        return element(element(rows.get(), 1), 1);
      }
    }
    if (scope.chance(5)) {
      Optional<Variable> cubes = scope.any(Type.CUBE);
      if (cubes.isPresent()) {
        return element(element(element(cubes.get(), 1), 1), 1);
      }
    }
    if (scope.chance(6)) {
      Optional<Variable> other =
          scope.any(scope.one(List.of(Type.FLOAT, Type.LONG, Type.BYTE, Type.SHORT, Type.CHAR)));
      if (other.isPresent()) {
        Type type = other.get().type();
        return type == Type.FLOAT
            ? other.get()
            : new Binary("%", other.get(), new Constant(Type.DOUBLE, 7.0));
      }
    }
    return leaf(Type.DOUBLE, number());
  }

  Expr real(int depth) {
    if (depth <= 0) {
      return realLeaf();
    }
    Optional<Expr> held = held(Type.DOUBLE, 15, depth);
    if (held.isPresent()) {
      return held.get();
    }
    int d = depth - 1;
    if (scope.chance(6)) {
      return known(Type.DOUBLE, d);
    }
    return switch (scope.random().nextInt(27)) {
      case 26 -> scope.chance(50) ? new Binary("%", real(d), positive(d)) : new Unary("+", real(d));
      case 0, 1, 2 -> plus(real(d), real(d));
      case 3, 4 -> new Binary("-", real(d), real(d));
      case 5, 6, 7, 8 -> times(real(d), real(d));
      case 9 -> over(real(d), realLeaf());
      case 10 -> new Unary("-", real(d));
      case 11, 12 -> MathCall.of(scope.one(EVERYWHERE), real(d));
      case 13 -> MathCall.of(scope.one(WITHIN_ONE), times(Constant.of(0.9), sine(d)));
      case 14 -> guarded(d);
      case 15 -> MathCall.of(scope.one(List.of("max", "min")), real(d), real(d));
      case 16 -> two(d);
      case 17 -> new Choice(truth(d), real(d), real(d));
      case 18 -> assigned(d);
      case 19 -> mixed(d);
      case 20 -> new Cast(Type.DOUBLE, scope.chance(50) ? whole(d) : single(d));
      case 21, 22 -> call(Type.DOUBLE, d).orElseGet(this::realLeaf);
      case 23 -> choices(Type.DOUBLE, d);
      case 24 -> stepped();
      default -> realLeaf();
    };
  }

  /** A call of a method of the library, or of one with rules. */
  private Expr known(Type type, int depth) {
    List<Known> fitting =
        Arrays.stream(Known.values()).filter(known -> known.type() == type).toList();
    Known known = scope.one(fitting);
    List<Expr> arguments = new ArrayList<>();
    for (Type parameter : known.parameters()) {
      Expr argument = of(parameter, depth);
      // A float would choose another overload.
      boolean exact = argument.type() == parameter || !parameter.isNumber();
      arguments.add(exact ? argument : new Cast(parameter, argument));
    }
    if (known == Known.REMAINDER || known == Known.FLOOR_DIV) {
      arguments.set(
          1, type == Type.INT ? new Binary("|", whole(depth), Constant.of(1)) : positive(depth));
    } else if (known == Known.STRICT_SQRT) {
      arguments.set(0, positive(depth));
    } else if (known == Known.SCALB) {
      arguments.set(1, new Binary("&", whole(depth), Constant.of(3)));
    }
    return new KnownCall(known, arguments);
  }

  private Expr sine(int depth) {
    return MathCall.of("sin", real(depth));
  }

  private static Expr over(Expr a, Expr b) {
    Expr one = b.type() == Type.FLOAT ? new Constant(Type.FLOAT, 1.0f) : Constant.of(1.0);
    return new Binary("/", a, plus(times(b, b), one));
  }

  private Expr positive(int depth) {
    return plus(MathCall.of("abs", real(depth)), Constant.of(0.5));
  }

  /** Functions that are not defined everywhere, sometimes in the branch where they are. */
  private Expr guarded(int depth) {
    String name = scope.one(List.of("log", "sqrt", "log10", "log1p"));
    Optional<Variable> variable = scope.any(Type.DOUBLE);
    Optional<Variable> array = scope.free(Type.DOUBLES);
    if (array.isPresent() && scope.chance(10)) {
      return element(perhaps(array.get()), 1); // which may throw
    }
    if (variable.isPresent() && scope.chance(30)) {
      return new Choice(
          new Binary(">", variable.get(), Constant.of(0.25)),
          MathCall.of(name, variable.get()),
          real(depth));
    }
    return MathCall.of(name, positive(depth));
  }

  private Expr two(int depth) {
    return switch (scope.random().nextInt(6)) {
      case 0 -> MathCall.of("hypot", positive(depth), real(depth));
      case 1 -> MathCall.of("atan2", real(depth), positive(depth));
      case 2 -> MathCall.of("pow", positive(depth), sine(depth));
      case 3 -> MathCall.of("pow", sine(depth), Constant.of(1.0 + scope.random().nextInt(3)));
      case 4 -> MathCall.of("copySign", real(depth), real(depth));
      default -> MathCall.of("fma", real(depth), realLeaf(), realLeaf());
    };
  }

  /** Numbers of two types. */
  private Expr mixed(int depth) {
    Expr whole = new Binary("%", whole(depth), Constant.of(5));
    return new Binary(scope.one(List.of("+", "*", "-")), real(depth), whole);
  }

  private Expr assigned(int depth) {
    Optional<Variable> variable = scope.free(Type.DOUBLE);
    Optional<Variable> array = scope.free(Type.DOUBLES);
    if (array.isPresent() && scope.chance(40)) {
      return new Assign(scope.one(List.of("", "+", "-")), element(array.get(), 1), real(depth));
    }
    return variable.isPresent()
        ? new Assign(scope.one(List.of("", "+", "-")), variable.get(), real(depth))
        : realLeaf();
  }

  private Expr stepped() {
    Optional<Variable> variable = scope.free(Type.DOUBLE);
    return variable.isPresent()
        ? new Step(scope.one(List.of("++", "--")), scope.chance(50), variable.get())
        : realLeaf();
  }

  /** A call of a helper, if there is one. */
  Optional<Expr> call(Type type, int depth) {
    List<Method> fitting = scope.callable().stream().filter(m -> m.type() == type).toList();
    return fitting.isEmpty() ? Optional.empty() : Optional.of(call(scope.one(fitting), depth));
  }

  Call call(Method method, int depth) {
    List<Expr> arguments = new ArrayList<>();
    for (Variable parameter : method.parameters()) {
      arguments.add(argument(method, parameter, depth));
    }
    String owner = method.elsewhere() ? Batch.OTHER : "";
    return new Call(method.type(), owner, method.name(), arguments);
  }

  private Expr argument(Method method, Variable parameter, int depth) {
    if (method.isAnnotated() && parameter.type().isReal() && !Shape.isActive(method, parameter)) {
      return new Passive(scope, this).of(parameter.type());
    }
    if (parameter.name().equals(Spread.MORE) && scope.chance(60)) {
      return new Spread(scope.chance(50) ? List.of(real(1)) : List.of(real(1), realLeaf()));
    }
    if (method.canBorrow() && parameter.type() == Type.DOUBLES && scope.chance(85)) {
      Optional<Variable> lent = scope.lent(Type.DOUBLES);
      if (lent.isPresent()) {
        return lent.get();
      }
    }
    if (parameter.type().isArray()) {
      return of(parameter.type(), 1);
    }
    if (!parameter.name().equals(Programs.DEPTH)) {
      return of(parameter.type(), depth);
    }
    Optional<Variable> now = scope.depth();
    return now.isPresent()
        ? new Binary("-", now.get(), Constant.of(1 + scope.random().nextInt(2)))
        : new Binary("&", whole(depth), Constant.of(3));
  }

  /** What a switch with the labels 0 to 2 looks at. */
  Expr selector(int modes, int depth) {
    return scope.chance(modes)
        ? new Modes(scope, this).mode(depth)
        : new Binary("&", whole(depth), Constant.of(3));
  }

  Expr choices(Type type, int depth) {
    List<Integer> labels =
        new ArrayList<>(List.of(0, 1, 2).subList(0, 1 + scope.random().nextInt(3)));
    Expr selector = selector(20, depth);
    if (selector.type() != Type.MODE || labels.size() < Mode.values().length) {
      labels.add(null);
    }
    List<Block> before = new ArrayList<>();
    List<Expr> results = new ArrayList<>();
    scope.close();
    for (int i = 0; i < labels.size(); i++) {
      int size = scope.size();
      before.add(
          depth > 0 && scope.chance(30)
              ? new Statements(scope).block(1 + scope.random().nextInt(2), 0)
              : Block.of());
      scope.leave(size);
      results.add(of(type, depth - 1));
    }
    scope.open();
    return new SwitchValue(selector, labels, before, results);
  }

  Expr whole(int depth) {
    Expr leaf = leaf(Type.INT, Constant.of(scope.random().nextInt(7) - 2));
    if (depth <= 0) {
      return leaf;
    }
    int d = depth - 1;
    if (scope.chance(5)) {
      return known(Type.INT, d);
    }
    return switch (scope.random().nextInt(20)) {
      case 0, 1 -> new Binary(scope.one(List.of("+", "-", "*")), whole(d), whole(d));
      case 2 -> new Binary(scope.one(List.of("&", "|", "^")), whole(d), whole(d));
      case 3 -> new Binary(scope.one(List.of("<<", ">>", ">>>")), whole(d), whole(d));
      case 4 ->
          new Binary(
              scope.one(List.of("/", "%")),
              whole(d),
              scope.chance(3) ? whole(d) : new Binary("|", whole(d), Constant.of(1)));
      case 5, 6 -> new Cast(Type.INT, times(Constant.of(3.0), sine(d)));
      case 7 -> new Choice(truth(d), whole(d), whole(d));
      case 8, 9 -> {
        Optional<Variable> counter = scope.free(Type.INT);
        yield counter.isPresent()
            ? new Step(scope.one(List.of("++", "--")), scope.chance(50), counter.get())
            : leaf;
      }
      case 10 -> {
        Optional<Variable> array = scope.any(Type.DOUBLES);
        yield array.isPresent() ? new Length(array.get()) : leaf;
      }
      case 11 -> new Unary(scope.one(List.of("-", "~", "+")), whole(d));
      case 12 -> MathCall.of(scope.one(List.of("max", "min")), whole(d), whole(d));
      case 13 -> new Cast(Type.INT, large(d));
      case 14 -> {
        Optional<Variable> variable = scope.free(Type.INT);
        yield variable.isPresent() ? new Assign("", variable.get(), whole(d)) : leaf;
      }
      case 15 -> scope.chance(30) ? choices(Type.INT, d) : leaf;
      case 16 -> call(Type.INT, d).orElse(leaf);
      default -> leaf;
    };
  }

  private Expr large(int depth) {
    Expr leaf = leaf(Type.LONG, new Constant(Type.LONG, (long) scope.random().nextInt(100)));
    if (depth <= 0) {
      return leaf;
    }
    int d = depth - 1;
    return switch (scope.random().nextInt(9)) {
      case 7 -> known(Type.LONG, d);
      case 0 -> new Binary(scope.one(List.of("+", "-", "*", "&", "^")), large(d), whole(d));
      case 1 -> new Cast(Type.LONG, times(Constant.of(1000.0), sine(d)));
      case 2 -> new Cast(Type.LONG, whole(d));
      case 3 -> new Binary(scope.one(List.of("<<", ">>", ">>>")), large(d), whole(d));
      default -> leaf;
    };
  }

  private Expr narrow(Type type, int depth) {
    Optional<Variable> variable = scope.any(type);
    return variable.isPresent() && scope.chance(40)
        ? variable.get()
        : new Cast(type, scope.chance(60) ? whole(depth - 1) : real(depth - 1));
  }

  private Expr single(int depth) {
    Expr leaf = leaf(Type.FLOAT, new Constant(Type.FLOAT, (scope.random().nextInt(17) - 8) / 4.0f));
    if (depth <= 0) {
      return leaf;
    }
    int d = depth - 1;
    return switch (scope.random().nextInt(12)) {
      case 0, 1 -> new Binary(scope.one(List.of("+", "-", "*")), single(d), single(d));
      case 2 -> new Cast(Type.FLOAT, real(d));
      case 3 ->
          new Binary(
              "*", single(d), new Cast(Type.FLOAT, new Binary("%", whole(d), Constant.of(4))));
      case 4 -> MathCall.of(scope.one(List.of("max", "min")), single(d), single(d));
      case 5 -> over(single(d), leaf);
      case 6 -> new Choice(truth(d), single(d), single(d));
      case 7 -> scope.chance(20) ? known(Type.FLOAT, d) : call(Type.FLOAT, d).orElse(leaf);
      case 8 -> new Cast(Type.FLOAT, MathCall.of(scope.one(EVERYWHERE), single(d)));
      default -> leaf;
    };
  }

  Expr truth(int depth) {
    Optional<Expr> held = held(Type.BOOLEAN, 10, depth);
    if (held.isPresent()) {
      return held.get();
    }
    Optional<Variable> variable = scope.any(Type.BOOLEAN);
    if (variable.isPresent() && scope.chance(15)) {
      return variable.get();
    }
    int d = depth - 1;
    Optional<Expr> call = scope.chance(5) ? call(Type.BOOLEAN, d) : Optional.empty();
    if (call.isPresent()) {
      return call.get();
    }
    if (depth <= 0 || scope.chance(70)) {
      return scope.chance(65)
          ? new Binary(scope.one(COMPARISONS.subList(0, scope.chance(5) ? 6 : 4)), real(d), real(d))
          : new Binary(scope.one(COMPARISONS), whole(d), whole(d));
    }
    return switch (scope.random().nextInt(9)) {
      case 8 -> new Rows(scope).same();
      case 7 -> known(Type.BOOLEAN, d);
      case 5, 6 -> new Modes(scope, this).compared(d);
      case 0, 1 -> new Binary("&&", truth(d), truth(d));
      case 2, 3 -> new Binary(scope.one(List.of("||", "|", "&", "^")), truth(d), truth(d));
      default -> new Unary("!", truth(d));
    };
  }

  /** An array that may be changed, one of those there or a new one; never empty. */
  Expr array(Type type, int depth) {
    Optional<Variable> found = scope.free(type);
    if (found.isPresent() && (depth <= 0 || scope.chance(55))) {
      return found.get();
    }
    int d = depth - 1;
    Optional<Expr> held = held(type, 30, depth);
    if (held.isPresent()) {
      return held.get();
    }
    if (type == Type.DOUBLES && scope.chance(3)) {
      return known(type, d);
    }
    if (type == Type.DOUBLES && scope.chance(15)) {
      Optional<Variable> rows = scope.free(Type.MATRIX);
      if (rows.isPresent()) {
        return element(rows.get(), 1);
      }
    }
    Optional<Expr> call = scope.chance(15) ? call(type, depth > 0 ? d : 0) : Optional.empty();
    if (call.isPresent()) {
      return call.get();
    }
    Optional<Variable> source = scope.any(type);
    return switch (source.isPresent() ? scope.random().nextInt(7) : 5 + scope.random().nextInt(2)) {
      case 0, 1, 2 ->
          found.isPresent()
              ? new Choice(truth(d), found.get(), array(type, d))
              : new Fresh(type, List.of(size()));
      case 3 ->
          scope.chance(60)
              ? Library.of(Library.Function.CLONE, source.get())
              : Library.of(
                  Library.Function.COPY_OF_RANGE,
                  source.get(),
                  new Binary("&", whole(1), Constant.of(1)),
                  size());
      case 4 -> Library.of(Library.Function.COPY_OF, source.get(), size());
      case 5 -> new Fresh(type, List.of(size()));
      default -> {
        List<Expr> elements = new ArrayList<>();
        for (int i = 0; i <= scope.random().nextInt(3); i++) {
          elements.add(of(type.element(), Math.max(d, 0)));
        }
        yield new Literal(type, elements);
      }
    };
  }

  /** An array of arrays, which may be changed as well as its rows. */
  private Expr rows(Type type, int depth) {
    Optional<Variable> found = scope.free(type);
    if (found.isPresent() && scope.chance(60)) {
      return scope.chance(10) ? Library.of(Library.Function.CLONE, found.get()) : found.get();
    }
    Optional<Variable> cubes = scope.free(Type.CUBE);
    if (type == Type.MATRIX && cubes.isPresent() && scope.chance(60)) {
      return element(cubes.get(), 1);
    }
    Optional<Expr> call = scope.chance(40) ? call(type, depth - 1) : Optional.empty();
    if (call.isPresent()) {
      return call.get();
    }
    Optional<Expr> held = held(type, 20, 0);
    if (held.isPresent()) {
      return held.get();
    }
    if (scope.chance(50)) {
      Expr[] sizes = {size(), size(), size()};
      return new Fresh(type, List.of(sizes).subList(0, type == Type.CUBE ? 3 : 2));
    }
    Type row = type.element();
    return new Literal(type, List.of(of(row, depth - 1), of(row, depth - 1)));
  }

  /** The array, or none. */
  Expr perhaps(Variable array) {
    return new Choice(truth(1), array, new Constant(array.type(), null));
  }

  /** How long a new array is, at least one. */
  Expr size() {
    return plus(new Binary("&", whole(1), Constant.of(3)), Constant.of(1));
  }
}
