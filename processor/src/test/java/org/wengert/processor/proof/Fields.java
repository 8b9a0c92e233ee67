package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Random static fields: of constants, of what is known at run time only, of arrays, twice one. */
final class Fields {
  private static final List<Type> TYPES =
      List.of(
          Type.DOUBLE,
          Type.DOUBLE,
          Type.DOUBLE,
          Type.DOUBLES,
          Type.DOUBLES,
          Type.INT,
          Type.INTS,
          Type.MATRIX,
          Type.FLOAT,
          Type.FLOATS,
          Type.BOOLEAN,
          Type.LONG,
          Type.CHAR,
          Type.MODE);
  private static final List<String> MODIFIERS =
      List.of("final", "final", "private final", "private final", "", "private");

  private final Random random;
  private final String prefix;
  private final List<Field> fields = new ArrayList<>();

  private Fields(Random random, String prefix) {
    this.random = random;
    this.prefix = prefix;
  }

  /** Up to four, in one of three programs. */
  static List<Field> random(Random random, String program) {
    Fields fields = new Fields(random, program.toUpperCase(Locale.ROOT) + Field.MARK);
    for (int i = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 0; i > 0; i--) {
      fields.add();
    }
    return fields.fields;
  }

  /** Constants that are records with the compiler's own code, of what is no array. */
  static List<Field> records(Random random, String program, List<Carrier> carriers) {
    Fields fields = new Fields(random, program.toUpperCase(Locale.ROOT) + Field.MARK + "R");
    for (Carrier carrier : carriers) {
      boolean numbers =
          carrier.components().stream()
              .allMatch(each -> each.type().isNumber() || each.type() == Type.MODE);
      if (carrier.isPlain() && numbers && random.nextInt(2) == 0) {
        List<Expr> components =
            carrier.components().stream().map(each -> fields.value(each.type())).toList();
        fields.fields.add(
            new Field(
                false,
                random.nextInt(4) == 0 ? "" : "final",
                new Variable(carrier.type(), fields.prefix + fields.fields.size()),
                new Create(carrier.type(), components)));
      }
    }
    return fields.fields;
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private void add() {
    boolean elsewhere = random.nextInt(3) == 0;
    String modifiers = one(MODIFIERS);
    Type type = one(TYPES);
    String owner = elsewhere ? Batch.OTHER : "";
    fields.add(
        new Field(
            elsewhere,
            elsewhere ? modifiers.replace("private ", "").replace("private", "") : modifiers,
            new Variable(type, owner + prefix + fields.size()),
            first(type, elsewhere)));
  }

  private Expr first(Type type, boolean elsewhere) {
    Optional<Field> other =
        fields.stream()
            .filter(field -> field.variable().type() == type && field.elsewhere() == elsewhere)
            .findFirst();
    return other.isPresent() && random.nextBoolean() ? other.get().variable() : value(type);
  }

  private Expr value(Type type) {
    if (type.isArray()) {
      List<Expr> elements = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        elements.add(value(type.element()));
      }
      return new Literal(type, elements);
    }
    return switch (type) {
      case BOOLEAN -> Constant.of(random.nextBoolean());
      case INT -> Constant.of(random.nextInt(7) - 2);
      case LONG -> new Constant(type, (long) random.nextInt(100));
      case BYTE, SHORT -> new Cast(type, Constant.of(random.nextInt(7)));
      case CHAR -> new Cast(type, Constant.of(97 + random.nextInt(20)));
      case FLOAT -> new Constant(type, (random.nextInt(17) - 8) / 4.0f);
      case MODE -> new Constant(type, one(List.of(Mode.values())));
      default -> number();
    };
  }

  private Expr number() {
    Expr number = Constant.of((random.nextInt(17) - 8) / 4.0);
    return random.nextBoolean() ? number : MathCall.of("abs", number); // no constant of Java's
  }
}
