package org.wengert.processor.sibling;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import org.wengert.processor.tape.Type;

/** Expressions that make arrays like others, or treat an array of arrays as one flat vector. */
final class Shapes {
  private final Helpers helpers;

  Shapes(Helpers helpers) {
    this.helpers = helpers;
  }

  /** An array of zeros of the same shape; null for null. */
  CodeBlock zerosLike(Type type, String array) {
    requireZerosLike(type);
    return CodeBlock.of("zerosLike($N)", array);
  }

  private void requireZerosLike(Type type) {
    String name = "zerosLike";
    if (!helpers.isNew(name, type)) {
      return;
    }
    MethodSpec.Builder method =
        start(name, JavaTypes.of(type), type, "Zeros in the shape of an array; null for null.");
    if (type.rank() == 1) {
      method.addStatement(
          "return array == null ? null : new $T[array.length]", JavaTypes.of(type.element()));
    } else {
      requireZerosLike(type.element());
      perRow(method, name, "", type);
    }
    helpers.add(method, name, type);
  }

  /** A copy that shares nothing with the array; null for null. */
  CodeBlock copy(Type type, String array) {
    requireCopy(type);
    return CodeBlock.of("copy($N)", array);
  }

  private void requireCopy(Type type) {
    String name = "copy";
    if (!helpers.isNew(name, type)) {
      return;
    }
    MethodSpec.Builder method =
        start(
            name,
            JavaTypes.of(type),
            type,
            "A copy that shares nothing with the array; null for null.");
    if (type.rank() == 1) {
      method.addStatement("return array == null ? null : array.clone()");
    } else {
      requireCopy(type.element());
      perRow(method, name, "", type);
    }
    helpers.add(method, name, type);
  }

  private static void perRow(MethodSpec.Builder method, String helper, String more, Type type) {
    method
        .beginControlFlow("if (array == null)")
        .addStatement("return null")
        .endControlFlow()
        .addStatement(
            "$T result = new $L[array.length]$L",
            JavaTypes.of(type),
            type.toString().replace("[]", ""),
            "[]".repeat(type.rank() - 1))
        .beginControlFlow("for (int i = 0; i < array.length; i++)")
        .addStatement("result[i] = $L(array[i]$L)", helper, more)
        .endControlFlow()
        .addStatement("return result");
  }

  /** The number of scalars in the array; zero for null. */
  CodeBlock size(Type type, String array) {
    requireSize(type);
    return CodeBlock.of("size($N)", array);
  }

  private void requireSize(Type type) {
    String name = "size";
    if (!helpers.isNew(name, type)) {
      return;
    }
    MethodSpec.Builder method =
        start(name, TypeName.INT, type, "The number of scalars in an array; zero for null.");
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
    helpers.add(method, name, type);
  }

  /**
   * An array of zeros, then with a one where the flat vector of its scalars has the given index, if
   * it has that index.
   */
  CodeBlock unit(Type type, CodeBlock zeros, CodeBlock index) {
    requireUnit(type);
    return CodeBlock.of("unit($L, $L)", zeros, index);
  }

  private void requireUnit(Type type) {
    String name = "unit";
    if (!helpers.isNew(name, type)) {
      return;
    }
    MethodSpec.Builder method =
        start(
                name,
                JavaTypes.of(type),
                type,
                "The array with a one for its scalar of this index, if it is there.")
            .addParameter(int.class, "index");
    if (type.rank() == 1) {
      requireSize(type);
      method
          .beginControlFlow("if (index >= 0 && index < size(array))")
          .addStatement("array[index] = 1")
          .endControlFlow();
    } else {
      requireSize(type.element());
      requireUnit(type.element());
      method
          .addStatement("int start = 0")
          .beginControlFlow("for (int i = 0; array != null && i < array.length; i++)")
          .addStatement("unit(array[i], index - start)")
          .addStatement("start += size(array[i])")
          .endControlFlow();
    }
    helpers.add(method.addStatement("return array"), name, type);
  }

  /** An array of zeros of the same shape, but with several for each scalar; null for null. */
  CodeBlock zerosLike(Type type, String array, int each) {
    requireZerosLike(type, Type.INT);
    return CodeBlock.of("zerosLike($N, $L)", array, each);
  }

  private void requireZerosLike(Type type, Type each) {
    String name = "zerosLike";
    if (!helpers.isNew(name, type, each)) {
      return;
    }
    MethodSpec.Builder method =
        start(
                name,
                JavaTypes.of(type),
                type,
                "Zeros in the shape of an array, several for each scalar; null for null.")
            .addParameter(int.class, "each");
    if (type.rank() == 1) {
      method.addStatement(
          "return array == null ? null : new $T[array.length * each]",
          JavaTypes.of(type.element()));
    } else {
      requireZerosLike(type.element(), each);
      perRow(method, name, ", each", type);
    }
    helpers.add(method, name, type, each);
  }

  /**
   * Tangents in several directions, all zero, but one where the flat vector of the array's scalars
   * has the given index in the first direction, the next index in the next one, and so on, if it
   * has them. What is given are zeros, or such tangents for the index that is less by the number of
   * directions.
   */
  CodeBlock units(Type type, String tangents, CodeBlock index, int each) {
    requireUnits(type);
    return CodeBlock.of("units($N, $L, $L)", tangents, index, each);
  }

  private void requireUnits(Type type) {
    String name = "units";
    if (!helpers.isNew(name, type)) {
      return;
    }
    requireSet(type);
    MethodSpec.Builder method =
        Helpers.method(
                name,
                JavaTypes.of(type),
                "The tangents with their ones moved on: in the first direction to the scalar of"
                    + " this index, in\nthe next one to the next.")
            .addParameter(JavaTypes.of(type), "tangents")
            .addParameter(int.class, "index")
            .addParameter(int.class, "each")
            .beginControlFlow("for (int k = 0; k < each; k++)")
            .addStatement("set(tangents, (index + k - each) * each + k, 0)")
            .addStatement("set(tangents, (index + k) * each + k, 1)")
            .endControlFlow()
            .addStatement("return tangents");
    helpers.add(method, name, type);
  }

  private void requireSet(Type type) {
    String name = "set";
    if (!helpers.isNew(name, type)) {
      return;
    }
    requireSize(type);
    MethodSpec.Builder method =
        start(name, TypeName.VOID, type, "Sets the scalar of this index, if it is there.")
            .addParameter(int.class, "index")
            .addParameter(int.class, "value");
    if (type.rank() == 1) {
      method
          .beginControlFlow("if (index >= 0 && index < size(array))")
          .addStatement("array[index] = value")
          .endControlFlow();
    } else {
      requireSet(type.element());
      method
          .addStatement("int start = 0")
          .beginControlFlow(
              "for (int i = 0; array != null && i < array.length && start <= index; i++)")
          .addStatement("set(array[i], index - start, value)")
          .addStatement("start += size(array[i])")
          .endControlFlow();
    }
    helpers.add(method, name, type);
  }

  /**
   * Tangents for each scalar of an array in several directions, all zero, but one where the flat
   * vector of the array's scalars has the given index in the first direction, the next index in the
   * next one, and so on, if it has them.
   */
  CodeBlock unitVectors(Type type, String array, CodeBlock index, String directions) {
    requireUnitVectors(type);
    return CodeBlock.of("unitVectors($N, $L, $N)", array, index, directions);
  }

  private void requireUnitVectors(Type type) {
    String name = "unitVectors";
    if (!helpers.isNew(name, type)) {
      return;
    }
    TypeName result = JavaTypes.of(type.arrayOf());
    MethodSpec.Builder method =
        start(
                name,
                result,
                type,
                "Tangents in several directions: in the first one the scalar of this index changes,"
                    + " in the next one the\nnext; null for null.")
            .addParameter(int.class, "index")
            .addParameter(int.class, "directions")
            .beginControlFlow("if (array == null)")
            .addStatement("return null")
            .endControlFlow();
    if (type.rank() == 1) {
      method
          .addStatement(
              "$T units = $L",
              result,
              matrix(type, CodeBlock.of("array.length"), CodeBlock.of("directions")))
          .beginControlFlow("for (int k = Math.max(0, -index); k < directions; k++)")
          .beginControlFlow("if (index + k >= array.length)")
          .addStatement("break")
          .endControlFlow()
          .addStatement("units[index + k][k] = 1")
          .endControlFlow();
    } else {
      requireSize(type.element());
      requireUnitVectors(type.element());
      method
          .addStatement(
              "$T units = new $L[array.length]$L",
              result,
              type.toString().replace("[]", ""),
              "[]".repeat(type.rank()))
          .addStatement("int start = 0")
          .beginControlFlow("for (int i = 0; i < array.length; i++)")
          .addStatement("units[i] = unitVectors(array[i], index - start, directions)")
          .addStatement("start += size(array[i])")
          .endControlFlow();
    }
    helpers.add(method.addStatement("return units"), name, type);
  }

  /** The tangents of a scalar in several directions: one in that of this index, if there is one. */
  CodeBlock unitVector(Type scalar, CodeBlock index, String directions) {
    String name = scalar.kind() == Type.Kind.FLOAT ? "floatUnit" : "doubleUnit";
    if (helpers.isNew(name)) {
      helpers.add(
          Helpers.method(
                  name,
                  JavaTypes.of(scalar.arrayOf()),
                  "Zeros, with a one at this index, if it is there.")
              .addParameter(int.class, "index")
              .addParameter(int.class, "directions")
              .addStatement(
                  "$T unit = new $T[directions]",
                  JavaTypes.of(scalar.arrayOf()),
                  JavaTypes.of(scalar))
              .beginControlFlow("if (index >= 0 && index < directions)")
              .addStatement("unit[index] = 1")
              .endControlFlow()
              .addStatement("return unit"),
          name);
    }
    return CodeBlock.of("$L($L, $N)", name, index, directions);
  }

  /** New rows of this type. */
  CodeBlock matrix(Type type, CodeBlock rows, CodeBlock columns) {
    String name = type.kind() == Type.Kind.FLOAT ? "floatRows" : "doubleRows";
    if (helpers.isNew(name, type)) {
      TypeName element = JavaTypes.of(type.element());
      helpers.add(
          Helpers.method(
                  name,
                  JavaTypes.of(type.arrayOf()),
                  "A matrix of zeros. Row by row, which is several times faster than all at once.")
              .addParameter(int.class, "rows")
              .addParameter(int.class, "columns")
              .addStatement("$1T[][] matrix = new $1T[rows][]", element)
              .beginControlFlow("for (int i = 0; i < rows; i++)")
              .addStatement("matrix[i] = new $T[columns]", element)
              .endControlFlow()
              .addStatement("return matrix"),
          name,
          type);
    }
    return CodeBlock.of("$L($L, $L)", name, rows, columns);
  }

  /** Puts tangents in several directions into the columns of a matrix from the given one on. */
  CodeBlock putColumns(Type type, String tangents, String matrix, CodeBlock column, int each) {
    String name = "putColumns";
    if (helpers.isNew(name, type)) {
      helpers.add(
          Helpers.method(
                  name,
                  TypeName.VOID,
                  "Puts tangents in several directions into the columns of a matrix from this one"
                      + " on, as far as it has\nany.")
              .addParameter(JavaTypes.of(type), "tangents")
              .addParameter(JavaTypes.of(type.arrayOf()), "matrix")
              .addParameter(int.class, "column")
              .addParameter(int.class, "each")
              .beginControlFlow("for (int i = 0; i < matrix.length; i++)")
              .addStatement("$T row = matrix[i]", JavaTypes.of(type))
              .addStatement("int end = $T.min(row.length - column, each)", Math.class)
              .beginControlFlow("for (int k = 0; k < end; k++)")
              .addStatement("row[column + k] = tangents[i * each + k]")
              .endControlFlow()
              .endControlFlow(),
          name,
          type);
    }
    return CodeBlock.of("$L($N, $N, $L, $L)", name, tangents, matrix, column, each);
  }

  /** Puts the rows of a matrix into another one from the given column on. */
  CodeBlock putRows(Type type, CodeBlock tangents, String matrix, String column) {
    String name = "putRows";
    if (helpers.isNew(name, type)) {
      TypeName rows = JavaTypes.of(type.arrayOf());
      helpers.add(
          Helpers.method(
                  name,
                  TypeName.VOID,
                  "Puts rows into those of a matrix, from this column on, as far as it has any.")
              .addParameter(rows, "rows")
              .addParameter(rows, "matrix")
              .addParameter(int.class, "column")
              .beginControlFlow("for (int i = 0; i < matrix.length; i++)")
              .addStatement(
                  "int length = $T.min(rows[i].length, matrix[i].length - column)", Math.class)
              .addStatement("System.arraycopy(rows[i], 0, matrix[i], column, length)")
              .endControlFlow(),
          name,
          type);
    }
    return CodeBlock.of("$L($L, $N, $N)", name, tangents, matrix, column);
  }

  /**
   * Puts all scalars of an array into a row from the given index on; the value is the index after
   * the last of them.
   */
  CodeBlock put(Type type, String array, Type rowType, CodeBlock row, CodeBlock index) {
    requirePut(type, rowType);
    return CodeBlock.of("put($N, $L, $L)", array, row, index);
  }

  private void requirePut(Type type, Type rowType) {
    String name = "put";
    if (!helpers.isNew(name, type, rowType)) {
      return;
    }
    MethodSpec.Builder method =
        start(
                name,
                TypeName.INT,
                type,
                "Puts the scalars of an array into a row, and returns the index after the last.")
            .addParameter(JavaTypes.of(rowType), "row")
            .addParameter(int.class, "index")
            .addStatement("int next = index")
            .beginControlFlow("for (int i = 0; array != null && i < array.length; i++)");
    if (type.rank() > 1) {
      requirePut(type.element(), rowType);
      method.addStatement("next = put(array[i], row, next)");
    } else {
      method.addStatement("row[next++] = $Larray[i]", narrowing(type, rowType));
    }
    helpers.add(method.endControlFlow().addStatement("return next"), name, type, rowType);
  }

  /** Adds the seed of a method's result to the result's adjoint array. */
  CodeBlock accumulate(Type type, String seed, String adjoint) {
    String name = "accumulate";
    if (helpers.isNew(name, type)) {
      helpers.add(
          Helpers.method(
                  name,
                  TypeName.VOID,
                  "Adds a seed to the adjoint of a method's result, unless that is null.")
              .addParameter(JavaTypes.of(type), "seed")
              .addParameter(String.class, "name")
              .addParameter(JavaTypes.of(type), "adjoint")
              .beginControlFlow("if (adjoint == null)")
              .addStatement("return")
              .endControlFlow()
              .beginControlFlow("if (seed.length != adjoint.length)")
              .addStatement(
                  Helpers.throwIllegalArgument(
                      "name + $S + seed.length + $S + adjoint.length",
                      " has length ",
                      ", but the result has length "))
              .endControlFlow()
              .beginControlFlow("for (int i = 0; i < seed.length; i++)")
              .addStatement("adjoint[i] += seed[i]")
              .endControlFlow(),
          name,
          type);
    }
    return CodeBlock.of("$L($N, $S, $N);\n", name, seed, seed, adjoint);
  }

  /** The cast that it takes to store a derivative in a row of the Jacobian, if it takes one. */
  static String narrowing(Type from, Type to) {
    return from.kind() == Type.Kind.DOUBLE && to.kind() == Type.Kind.FLOAT ? "(float) " : "";
  }

  private static MethodSpec.Builder start(String name, TypeName result, Type type, String purpose) {
    return Helpers.method(name, result, purpose).addParameter(JavaTypes.of(type), "array");
  }
}
