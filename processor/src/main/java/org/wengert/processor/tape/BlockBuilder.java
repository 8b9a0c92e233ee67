package org.wengert.processor.tape;

import java.util.ArrayList;
import java.util.List;

/**
 * Appends operations to a block under construction. The location set last applies to every
 * operation appended after it.
 */
public final class BlockBuilder {
  private final List<Operation> operations = new ArrayList<>();
  private Location at = Location.NONE;

  public BlockBuilder at(Location location) {
    at = location;
    return this;
  }

  public Location at() {
    return at;
  }

  public void add(Operation operation) {
    operations.add(operation);
  }

  /** What has been appended so far, a copy. */
  public List<Operation> operations() {
    return List.copyOf(operations);
  }

  public boolean isEmpty() {
    return operations.isEmpty();
  }

  /** The block of everything appended, handing out these values. */
  @SuppressWarnings("NamedLikeContextualKeyword") // a block yields; always called on a builder
  public Block yield(List<Value> values) {
    return new Block(operations, values);
  }

  public Value constant(Type type, Object value) {
    Value result = Value.temporary(type);
    add(new Operation.Constant(result, value, at));
    return result;
  }

  public Value constant(int value) {
    return constant(Type.INT, value);
  }

  public Value constant(boolean value) {
    return constant(Type.BOOLEAN, value);
  }

  /** A floating literal of type {@code float} or {@code double}. */
  public Value number(Type type, double value) {
    return type.equals(Type.FLOAT) ? constant(type, (float) value) : constant(type, value);
  }

  /** Zero, {@code false} or null, whichever the type has. */
  public Value zero(Type type) {
    if (type.isArray()) {
      return constant(type, null);
    }
    return switch (type.kind()) {
      case BOOLEAN -> constant(type, false);
      case BYTE, SHORT, CHAR -> throw new IllegalArgumentException(type.toString());
      case INT -> constant(type, 0);
      case LONG -> constant(type, 0L);
      case FLOAT -> constant(type, 0f);
      case DOUBLE -> constant(type, 0d);
      case REFERENCE -> constant(type, null);
    };
  }

  public Value elementary(Operator operator, Type type, Value... inputs) {
    return elementary(Value.temporary(type), operator, inputs);
  }

  /** Defines the given result. */
  public Value elementary(Value result, Operator operator, Value... inputs) {
    add(new Operation.Elementary(result, operator, List.of(inputs), at));
    return result;
  }

  public Value plus(Value a, Value b) {
    return elementary(Arithmetic.ADD, a.type(), a, b);
  }

  public Value minus(Value a, Value b) {
    return elementary(Arithmetic.SUB, a.type(), a, b);
  }

  public Value times(Value a, Value b) {
    return elementary(Arithmetic.MUL, a.type(), a, b);
  }

  /** The product; zero where {@code a} is, whatever {@code b}. */
  public Value absorb(Value a, Value b) {
    return elementary(Arithmetic.ABSORB, a.type(), a, b);
  }

  public Value over(Value a, Value b) {
    return elementary(Arithmetic.DIV, a.type(), a, b);
  }

  public Value negate(Value a) {
    return elementary(Arithmetic.NEG, a.type(), a);
  }

  public Value compare(Arithmetic comparison, Value a, Value b) {
    return elementary(comparison, Type.BOOLEAN, a, b);
  }

  public Value select(Value condition, Value whenTrue, Value whenFalse) {
    return elementary(Arithmetic.SELECT, whenTrue.type(), condition, whenTrue, whenFalse);
  }

  /** The value converted to another scalar type; itself where it has that type already. */
  public Value convert(Value value, Type type) {
    if (value.type().equals(type)) {
      return value;
    }
    Arithmetic conversion =
        switch (type.kind()) {
          case INT -> Arithmetic.TO_INT;
          case LONG -> Arithmetic.TO_LONG;
          case FLOAT -> Arithmetic.TO_FLOAT;
          case DOUBLE -> Arithmetic.TO_DOUBLE;
          default -> throw new IllegalArgumentException(value.type() + " to " + type);
        };
    return elementary(conversion, type, value);
  }

  public Value load(Value array, Value index) {
    return load(Value.temporary(array.type().element()), array, index);
  }

  /** Defines the given result. */
  public Value load(Value result, Value array, Value index) {
    add(new Operation.Load(result, array, index, at));
    return result;
  }

  public void store(Value array, Value index, Value value) {
    add(new Operation.Store(array, index, value, at));
  }

  public Value length(Value array) {
    Value result = Value.temporary(Type.INT);
    add(new Operation.Length(result, array, at));
    return result;
  }

  /** Defines the given result as a new array of these lengths. */
  public Value newArray(Value result, Value... lengths) {
    add(new Operation.NewArray(result, List.of(lengths), at));
    return result;
  }
}
