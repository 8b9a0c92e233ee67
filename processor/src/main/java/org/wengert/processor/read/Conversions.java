package org.wengert.processor.read;

import com.sun.source.tree.Tree;
import javax.lang.model.type.TypeMirror;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.ProblemException;
import org.wengert.processor.tape.Arithmetic;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** Java's conversions between primitive types, made explicit. */
final class Conversions {
  private final Lowering lowering;

  Conversions(Lowering lowering) {
    this.lowering = lowering;
  }

  /** The value in another type: widened, or narrowed as a cast does. */
  Value convert(Value value, Type type, String name, Tree at) throws ProblemException {
    if (value.type().equals(type)) {
      return value;
    }
    if (!isNumeric(value.type()) || !isNumeric(type)) {
      throw lowering.problem(Message.MISMATCHED_TYPES, at, value.type(), type);
    }
    Arithmetic conversion =
        switch (type.kind()) {
          case INT -> Arithmetic.TO_INT;
          case LONG -> Arithmetic.TO_LONG;
          case FLOAT -> Arithmetic.TO_FLOAT;
          default -> Arithmetic.TO_DOUBLE;
        };
    return lowering.at(at).elementary(Lowering.value(type, name), conversion, value);
  }

  /** What a variable of a Java type keeps of a value that has been computed for it. */
  Value narrow(Value value, TypeMirror type, String name, Tree at) throws ProblemException {
    Arithmetic narrowing =
        switch (type.getKind()) {
          case BYTE -> Arithmetic.TO_BYTE;
          case SHORT -> Arithmetic.TO_SHORT;
          case CHAR -> Arithmetic.TO_CHAR;
          default -> null;
        };
    return narrowing == null
        ? value
        : lowering.at(at).elementary(Lowering.value(Type.INT, name), narrowing, value);
  }

  /** An argument for a parameter of a Java type. */
  Value pass(Value value, TypeMirror type, Tree at) throws ProblemException {
    Arithmetic passing =
        switch (type.getKind()) {
          case BYTE -> Arithmetic.AS_BYTE;
          case SHORT -> Arithmetic.AS_SHORT;
          case CHAR -> Arithmetic.AS_CHAR;
          default -> null;
        };
    return passing == null
        ? value
        : lowering.at(at).elementary(passing, lowering.tapeTypes().parameter(type), value);
  }

  static boolean isNarrow(TypeMirror type) {
    return switch (type.getKind()) {
      case BYTE, SHORT, CHAR -> true;
      default -> false;
    };
  }

  /** A constant of the source as a value of the given type. */
  Value constant(Object constant, Type type, String name, Tree at) throws ProblemException {
    Value result = Lowering.value(type, name);
    lowering
        .at(at)
        .add(
            new Operation.Constant(
                result, converted(constant, type, at), lowering.region().builder().at()));
    return result;
  }

  private Object converted(Object constant, Type type, Tree at) throws ProblemException {
    if (constant instanceof Boolean && type.equals(Type.BOOLEAN)) {
      return constant;
    }
    if (constant instanceof Character character) {
      return converted((int) character, type, at);
    }
    if (constant instanceof Number number && isNumeric(type)) {
      return switch (type.kind()) {
        case INT -> toInt(number);
        case LONG -> toLong(number);
        case FLOAT -> number.floatValue();
        default -> number.doubleValue();
      };
    }
    throw lowering.problem(Message.MISMATCHED_TYPES, at, constant, type);
  }

  private static int toInt(Number number) {
    return number instanceof Float || number instanceof Double
        ? (int) number.doubleValue()
        : (int) number.longValue();
  }

  private static long toLong(Number number) {
    return number instanceof Float || number instanceof Double
        ? (long) number.doubleValue()
        : number.longValue();
  }

  static boolean isNumeric(Type type) {
    return !type.isArray()
        && type.kind() != Type.Kind.BOOLEAN
        && type.kind() != Type.Kind.REFERENCE;
  }

  /** Binary numeric promotion (JLS 5.6) of types that a tape computes with. */
  static Type promoted(Type a, Type b) {
    return a.kind().compareTo(b.kind()) >= 0 ? a : b;
  }
}
