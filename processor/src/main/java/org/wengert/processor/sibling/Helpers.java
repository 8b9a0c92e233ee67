package org.wengert.processor.sibling;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import org.wengert.processor.tape.Type;

/**
 * The small private methods that the methods of one sibling share. Only those that are called are
 * generated: each method here gives a call and makes note of what it calls.
 */
final class Helpers {
  private final Map<String, MethodSpec> methods = new TreeMap<>();

  /** What has been called so far, in an order that depends on nothing else. */
  List<MethodSpec> methods() {
    return new ArrayList<>(methods.values());
  }

  /** Statement: an array argument must not be null. */
  CodeBlock checkPresent(Type type, String array) {
    if (isNew("checkPresent", type)) {
      add(
          "checkPresent",
          type,
          start("checkPresent", TypeName.VOID)
              .addParameter(JavaTypes.of(type), "array")
              .addParameter(String.class, "name")
              .beginControlFlow("if (array == null)")
              .addStatement("throw new $T(name + $S)", IllegalArgumentException.class, " is null")
              .endControlFlow());
    }
    return CodeBlock.of("checkPresent($N, $S);\n", array, array);
  }

  /** Statement: a vector of a function object must hold as many elements as there are inputs. */
  CodeBlock checkLength(String vector, int expected, String method) {
    if (isNew("checkLength", Type.DOUBLE.arrayOf())) {
      checkPresent(Type.DOUBLE.arrayOf(), "vector");
      add(
          "checkLength",
          Type.DOUBLE.arrayOf(),
          start("checkLength", TypeName.VOID)
              .addParameter(double[].class, "vector")
              .addParameter(String.class, "name")
              .addParameter(int.class, "expected")
              .addParameter(String.class, "method")
              .addStatement("checkPresent(vector, name)")
              .beginControlFlow("if (vector.length != expected)")
              .addStatement(
                  "throw new $T($Wname + $S + vector.length + $S + method + $S + expected + $S)",
                  IllegalArgumentException.class,
                  " has length ",
                  ", but ",
                  " has ",
                  " active parameters")
              .endControlFlow());
    }
    return CodeBlock.of("checkLength($N, $S, $L, $S);\n", vector, vector, expected, method);
  }

  /**
   * Statement: a tangent or adjoint array must have the shape of its primal. Says nothing where the
   * primal is null: the method itself does.
   */
  CodeBlock checkShape(Type type, String derivative, String primal) {
    requireCheckShape(type);
    return CodeBlock.of("checkShape($N, $S, $N, $S);\n", derivative, derivative, primal, primal);
  }

  private void requireCheckShape(Type type) {
    if (!isNew("checkShape", type)) {
      return;
    }
    MethodSpec.Builder method =
        pair("checkShape", type)
            .beginControlFlow("if (primal == null)")
            .addStatement("return")
            .endControlFlow()
            .beginControlFlow("if (derivative == null)")
            .addStatement("throw new $T(name + $S)", IllegalArgumentException.class, " is null")
            .endControlFlow()
            .beginControlFlow("if (derivative.length != primal.length)")
            .addStatement(
                "throw new $T($Wname + $S + derivative.length + $S + primalName + $S"
                    + " + primal.length)",
                IllegalArgumentException.class,
                " has length ",
                ", but ",
                " has length ")
            .endControlFlow();
    if (type.rank() > 1) {
      requireCheckShape(type.element());
      method
          .beginControlFlow("for (int i = 0; i < primal.length; i++)")
          .beginControlFlow(
              "if (primal[i] != null$W&& (derivative[i] == null || derivative[i].length !="
                  + " primal[i].length))")
          .addStatement(
              "checkShape($Wderivative[i], name + $S + i + $S, primal[i], primalName + $S + i +"
                  + " $S)",
              "[",
              "]",
              "[",
              "]")
          .endControlFlow()
          .endControlFlow();
    }
    add("checkShape", type, method);
  }

  /** Statement: two arrays of the same shape must not be the same array, nor share rows. */
  CodeBlock checkDistinct(Type type, String derivative, String primal) {
    requireCheckDistinct(type);
    return CodeBlock.of("checkDistinct($N, $S, $N, $S);\n", derivative, derivative, primal, primal);
  }

  private void requireCheckDistinct(Type type) {
    if (!isNew("checkDistinct", type)) {
      return;
    }
    MethodSpec.Builder method =
        pair("checkDistinct", type)
            .beginControlFlow("if (derivative == primal && primal != null)")
            .addStatement(
                "throw new $T(name + $S + primalName)",
                IllegalArgumentException.class,
                " is the same array as ")
            .endControlFlow();
    if (type.rank() > 1) {
      requireCheckDistinct(type.element());
      method
          .beginControlFlow("for (int i = 0; primal != null && i < primal.length; i++)")
          .beginControlFlow("if (derivative[i] == primal[i])")
          .addStatement(
              "checkDistinct($Wderivative[i], name + $S + i + $S, primal[i], primalName + $S + i +"
                  + " $S)",
              "[",
              "]",
              "[",
              "]")
          .endControlFlow()
          .endControlFlow();
    }
    add("checkDistinct", type, method);
  }

  /** Expression: an array of zeros of the same shape; null for null. */
  CodeBlock zerosLike(Type type, String array) {
    requireZerosLike(type);
    return CodeBlock.of("zerosLike($N)", array);
  }

  private void requireZerosLike(Type type) {
    if (!isNew("zerosLike", type)) {
      return;
    }
    MethodSpec.Builder method =
        start("zerosLike", JavaTypes.of(type))
            .addParameter(JavaTypes.of(type), "array")
            .beginControlFlow("if (array == null)")
            .addStatement("return null")
            .endControlFlow();
    if (type.rank() == 1) {
      method.addStatement("return new $T[array.length]", JavaTypes.of(type.element()));
    } else {
      requireZerosLike(type.element());
      perRow(method, type, "zerosLike(array[i])");
    }
    add("zerosLike", type, method);
  }

  /** Expression: a copy that shares nothing with the array; null for null. */
  CodeBlock copy(Type type, String array) {
    requireCopy(type);
    return CodeBlock.of("copy($N)", array);
  }

  private void requireCopy(Type type) {
    if (!isNew("copy", type)) {
      return;
    }
    MethodSpec.Builder method =
        start("copy", JavaTypes.of(type)).addParameter(JavaTypes.of(type), "array");
    if (type.rank() == 1) {
      method.addStatement("return array == null ? null : array.clone()");
    } else {
      requireCopy(type.element());
      method.beginControlFlow("if (array == null)").addStatement("return null").endControlFlow();
      perRow(method, type, "copy(array[i])");
    }
    add("copy", type, method);
  }

  private static void perRow(MethodSpec.Builder method, Type type, String row) {
    method
        .addStatement(
            "$T result = new $T[array.length][]",
            JavaTypes.of(type),
            JavaTypes.of(type.element().element()))
        .beginControlFlow("for (int i = 0; i < array.length; i++)")
        .addStatement("result[i] = " + row)
        .endControlFlow()
        .addStatement("return result");
  }

  /** Expression: the number of scalars in the array; zero for null. */
  CodeBlock size(Type type, String array) {
    requireSize(type);
    return CodeBlock.of("size($N)", array);
  }

  private void requireSize(Type type) {
    if (!isNew("size", type)) {
      return;
    }
    MethodSpec.Builder method =
        start("size", TypeName.INT).addParameter(JavaTypes.of(type), "array");
    if (type.rank() == 1) {
      method.addStatement("return array == null ? 0 : array.length");
    } else {
      requireSize(type.element());
      method
          .addStatement("int size = 0")
          .beginControlFlow("for (int i = 0; array != null && i < array.length; i++)")
          .addStatement("size += size(array[i])")
          .endControlFlow()
          .addStatement("return size");
    }
    add("size", type, method);
  }

  /**
   * Expression: zeros like an array, but with a one where the flattened array has the given index,
   * if it has that index.
   */
  CodeBlock unit(Type type, String array, CodeBlock index) {
    requireUnit(type);
    return CodeBlock.of("unit($N, $L)", array, index);
  }

  private void requireUnit(Type type) {
    if (!isNew("unit", type)) {
      return;
    }
    requireZerosLike(type);
    MethodSpec.Builder method =
        start("unit", JavaTypes.of(type))
            .addParameter(JavaTypes.of(type), "array")
            .addParameter(int.class, "index")
            .addStatement("$T unit = zerosLike(array)", JavaTypes.of(type));
    if (type.rank() == 1) {
      method
          .beginControlFlow("if (index >= 0 && index < size(array))")
          .addStatement("unit[index] = 1")
          .endControlFlow();
      requireSize(type);
    } else {
      requireSize(type.element());
      method
          .addStatement("int rest = index")
          .beginControlFlow("for (int i = 0; array != null && i < array.length; i++)")
          .beginControlFlow("if (rest >= 0 && rest < size(array[i]))")
          .addStatement("unit[i][rest] = 1")
          .endControlFlow()
          .addStatement("rest -= size(array[i])")
          .endControlFlow();
    }
    add("unit", type, method.addStatement("return unit"));
  }

  /**
   * Expression: the index after the last element that was put, having put all scalars of an array
   * into a row from the given index on.
   */
  CodeBlock put(Type type, String array, Type rowType, CodeBlock row, CodeBlock index) {
    requirePut(type, rowType);
    return CodeBlock.of("put($N, $L, $L)", array, row, index);
  }

  private void requirePut(Type type, Type rowType) {
    String name = "put";
    String key = name + rowType;
    if (!isNew(key, type)) {
      return;
    }
    MethodSpec.Builder method =
        start(name, TypeName.INT)
            .addParameter(JavaTypes.of(type), "array")
            .addParameter(JavaTypes.of(rowType), "row")
            .addParameter(int.class, "index");
    method
        .addStatement("int next = index")
        .beginControlFlow("for (int i = 0; array != null && i < array.length; i++)");
    if (type.rank() > 1) {
      requirePut(type.element(), rowType);
      method.addStatement("next = put(array[i], row, next)");
    } else {
      boolean narrows = type.kind() == Type.Kind.DOUBLE && rowType.kind() == Type.Kind.FLOAT;
      method.addStatement("row[next++] = $Larray[i]", narrows ? "(float) " : "");
    }
    add(key, type, method.endControlFlow().addStatement("return next"));
  }

  private static MethodSpec.Builder pair(String name, Type type) {
    return start(name, TypeName.VOID)
        .addParameter(JavaTypes.of(type), "derivative")
        .addParameter(String.class, "name")
        .addParameter(JavaTypes.of(type), "primal")
        .addParameter(String.class, "primalName");
  }

  private static MethodSpec.Builder start(String name, TypeName result) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(result);
  }

  private boolean isNew(String name, Type type) {
    return !methods.containsKey(name + type);
  }

  private void add(String name, Type type, MethodSpec.Builder method) {
    methods.put(name + type, method.build());
  }
}
