package org.wengert.processor.tape;

import java.util.List;
import java.util.Optional;

/** Whether the types within one operation agree. */
final class TypeCheck {
  private TypeCheck() {}

  /** What is wrong with the types of an operation, if something is. */
  static Optional<String> complaint(Operation operation) {
    if (operation instanceof Operation.Constant constant) {
      return unless(
          isLiteral(constant.value(), constant.result().type()), "the literal has another type");
    } else if (operation instanceof Operation.Elementary elementary) {
      return elementary(elementary);
    } else if (operation instanceof Operation.Load load) {
      return element(load.array(), load.index(), load.result());
    } else if (operation instanceof Operation.Store store) {
      return element(store.array(), store.index(), store.value());
    } else if (operation instanceof Operation.Length length) {
      return unless(
          length.array().type().isArray() && length.result().type().equals(Type.INT),
          "not the int length of an array");
    } else if (operation instanceof Operation.NewArray array) {
      return unless(
          array.lengths().size() >= 1
              && array.lengths().size() <= array.result().type().rank()
              && areInts(array.lengths()),
          "not one to rank many int lengths");
    } else if (operation instanceof Operation.CloneArray clone) {
      return unless(
          clone.array().type().isArray() && clone.array().type().equals(clone.result().type()),
          "not an array cloned to its own type");
    } else if (operation instanceof Operation.Acquire acquire) {
      return unless(
          acquire.result().type().isArray() && areInts(List.of(acquire.length())),
          "not a buffer of int length");
    } else if (operation instanceof Operation.Reserve reserve) {
      return unless(
          reserve.buffer().type().isArray()
              && reserve.buffer().type().equals(reserve.result().type())
              && areInts(List.of(reserve.length())),
          "not a buffer grown to an int length");
    } else if (operation instanceof Operation.Branch branch) {
      return branch(branch);
    } else if (operation instanceof Operation.Loop loop) {
      return loop(loop);
    } else if (operation instanceof Operation.Throw thrown) {
      return unless(
          thrown.arguments().stream().noneMatch(argument -> argument.parts().isEmpty()),
          "an argument without parts");
    }
    return Optional.empty();
  }

  private static Optional<String> elementary(Operation.Elementary operation) {
    List<Type> operands = types(operation.inputs());
    Optional<Type> result = Signatures.result(operation.operator(), operands);
    if (result.isEmpty()) {
      return Optional.of("no such operation on " + operands);
    }
    return unless(
        result.get().equals(operation.result().type()), "the result's type is " + result.get());
  }

  private static Optional<String> element(Value array, Value index, Value element) {
    if (!array.type().isArray() || !index.type().equals(Type.INT)) {
      return Optional.of("not an array with an int index");
    }
    return unless(
        array.type().element().equals(element.type()), "the element's type is not the array's");
  }

  private static Optional<String> branch(Operation.Branch branch) {
    if (!branch.condition().type().equals(Type.BOOLEAN)) {
      return Optional.of("the condition is no boolean");
    }
    List<Type> results = types(branch.results());
    return unless(
        yields(branch.whenTrue(), results) && yields(branch.whenFalse(), results),
        "a block does not yield " + results);
  }

  private static Optional<String> loop(Operation.Loop loop) {
    List<Type> carried = types(loop.carried());
    if (!types(loop.initial()).equals(carried) || !types(loop.results()).equals(carried)) {
      return Optional.of("initial values, carried values and results differ in type");
    }
    if (!types(loop.condition().yields()).equals(List.of(Type.BOOLEAN))) {
      return Optional.of("the condition does not yield one boolean");
    }
    return unless(yields(loop.body(), carried), "the body does not yield " + carried);
  }

  /** A block that throws yields whatever is wanted. */
  private static boolean yields(Block block, List<Type> types) {
    return !block.completes() || types(block.yields()).equals(types);
  }

  private static List<Type> types(List<Value> values) {
    return values.stream().map(Value::type).toList();
  }

  private static boolean areInts(List<Value> values) {
    return values.stream().allMatch(value -> value.type().equals(Type.INT));
  }

  private static boolean isPrimitive(Type type) {
    return !type.isArray() && type.kind() != Type.Kind.REFERENCE;
  }

  private static boolean isLiteral(Object value, Type type) {
    if (!isPrimitive(type)) {
      return value == null
          || value instanceof String && type.reference().equals("java.lang.String");
    }
    return switch (type.kind()) {
      case BOOLEAN -> value instanceof Boolean;
      case INT -> value instanceof Integer;
      case LONG -> value instanceof Long;
      case FLOAT -> value instanceof Float;
      case DOUBLE -> value instanceof Double;
      case BYTE, SHORT, CHAR, REFERENCE -> false;
    };
  }

  private static Optional<String> unless(boolean holds, String complaint) {
    return holds ? Optional.empty() : Optional.of(complaint);
  }
}
