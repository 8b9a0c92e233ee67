package org.wengert.processor.sibling;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import org.wengert.processor.tape.Type;

/** Statements that refuse arrays which do not fit, before anything is written. */
final class Checks {
  private final Helpers helpers;

  Checks(Helpers helpers) {
    this.helpers = helpers;
  }

  /** An array must not be null. */
  CodeBlock present(Type type, String array) {
    String name = "checkPresent";
    if (helpers.isNew(name, type)) {
      helpers.add(
          Helpers.method(name, TypeName.VOID, "Refuses a null array.")
              .addParameter(JavaTypes.of(type), "array")
              .addParameter(String.class, "name")
              .beginControlFlow("if (array == null)")
              .addStatement(Helpers.throwIllegalArgument("name + $S", " is null"))
              .endControlFlow(),
          name,
          type);
    }
    return CodeBlock.of("$L($N, $S);\n", name, array, array);
  }

  /** The vector of a function object must hold as many elements as there are inputs. */
  CodeBlock length(String vector, int expected, String method) {
    String name = "checkLength";
    Type type = Type.DOUBLE.arrayOf();
    if (helpers.isNew(name, type)) {
      present(type, vector);
      helpers.add(
          Helpers.method(
                  name, TypeName.VOID, "Refuses a vector that does not hold all active parameters.")
              .addParameter(double[].class, "vector")
              .addParameter(String.class, "name")
              .addParameter(int.class, "expected")
              .addParameter(String.class, "method")
              .addStatement("checkPresent(vector, name)")
              .beginControlFlow("if (vector.length != expected)")
              .addStatement(
                  Helpers.throwIllegalArgument(
                      "name + $S + vector.length + $S + method + $S + expected + $S",
                      " has length ",
                      ", but ",
                      " has ",
                      " active parameters"))
              .endControlFlow(),
          name,
          type);
    }
    return CodeBlock.of("$L($N, $S, $L, $S);\n", name, vector, vector, expected, method);
  }

  /**
   * A tangent or an adjoint must have the shape of its primal. Where the primal is null, the method
   * itself has something to say.
   */
  CodeBlock shape(Type type, String derivative, String primal) {
    requireShape(type);
    return CodeBlock.of("checkShape($N, $S, $N, $S);\n", derivative, derivative, primal, primal);
  }

  private void requireShape(Type type) {
    String name = "checkShape";
    if (!helpers.isNew(name, type)) {
      return;
    }
    MethodSpec.Builder method =
        pair(name, type, "Refuses a tangent or adjoint that does not fit its array.")
            .beginControlFlow("if (primal == null)")
            .addStatement("return")
            .endControlFlow()
            .beginControlFlow("if (derivative == null)")
            .addStatement(Helpers.throwIllegalArgument("name + $S", " is null"))
            .endControlFlow()
            .beginControlFlow("if (derivative.length != primal.length)")
            .addStatement(
                Helpers.throwIllegalArgument(
                    "name + $S + derivative.length + $S + primalName + $S + primal.length",
                    " has length ",
                    ", but ",
                    " has length "))
            .endControlFlow();
    if (type.rank() > 1) {
      requireShape(type.element());
      method
          .beginControlFlow("for (int i = 0; i < primal.length; i++)")
          .beginControlFlow("if ($L)", misfit(type.element()))
          .addStatement(forRow(name))
          .endControlFlow()
          .endControlFlow();
    }
    helpers.add(method, name, type);
  }

  /** Whether the i-th row has another shape, without strings for rows that fit. */
  private CodeBlock misfit(Type row) {
    if (row.rank() > 1) {
      requireMisfit(row);
      return CodeBlock.of("isMisfit(derivative[i], primal[i])");
    }
    return CodeBlock.of(
        "primal[i] != null && (derivative[i] == null || derivative[i].length !="
            + " primal[i].length)");
  }

  private void requireMisfit(Type type) {
    String name = "isMisfit";
    if (!helpers.isNew(name, type)) {
      return;
    }
    MethodSpec.Builder method =
        Helpers.method(name, TypeName.BOOLEAN, "Whether a tangent or adjoint has another shape.")
            .addParameter(JavaTypes.of(type), "derivative")
            .addParameter(JavaTypes.of(type), "primal")
            .beginControlFlow("if (primal == null)")
            .addStatement("return false")
            .endControlFlow()
            .beginControlFlow("if (derivative == null || derivative.length != primal.length)")
            .addStatement("return true")
            .endControlFlow()
            .beginControlFlow("for (int i = 0; i < primal.length; i++)")
            .beginControlFlow("if ($L)", misfit(type.element()))
            .addStatement("return true")
            .endControlFlow()
            .endControlFlow()
            .addStatement("return false");
    helpers.add(method, name, type);
  }

  /** Two arrays of the same shape must not be the same array, nor share rows. */
  CodeBlock distinct(Type type, String array, String other) {
    requireDistinct(type);
    return CodeBlock.of("checkDistinct($N, $S, $N, $S);\n", array, array, other, other);
  }

  private void requireDistinct(Type type) {
    String name = "checkDistinct";
    if (!helpers.isNew(name, type)) {
      return;
    }
    MethodSpec.Builder method =
        pair(name, type, "Refuses an array that is passed for two parameters.")
            .beginControlFlow("if (derivative == primal && primal != null)")
            .addStatement(
                Helpers.throwIllegalArgument("name + $S + primalName", " is the same array as "))
            .endControlFlow();
    if (type.rank() > 1) {
      requireDistinct(type.element());
      method
          .addStatement(
              "int rows = derivative == null || primal == null ? 0 : $T.min(derivative.length,"
                  + " primal.length)",
              Math.class)
          .beginControlFlow("for (int i = 0; i < rows; i++)")
          .beginControlFlow("if ($L)", overlap(type.element()))
          .addStatement(forRow(name))
          .endControlFlow()
          .endControlFlow();
    }
    helpers.add(method, name, type);
  }

  /** Whether the i-th rows are the same, or share rows. */
  private CodeBlock overlap(Type row) {
    if (row.rank() > 1) {
      requireOverlap(row);
      return CodeBlock.of("isOverlap(derivative[i], primal[i])");
    }
    return CodeBlock.of("derivative[i] == primal[i]");
  }

  private void requireOverlap(Type type) {
    String name = "isOverlap";
    if (!helpers.isNew(name, type)) {
      return;
    }
    MethodSpec.Builder method =
        Helpers.method(name, TypeName.BOOLEAN, "Whether two arrays are the same, or share rows.")
            .addParameter(JavaTypes.of(type), "derivative")
            .addParameter(JavaTypes.of(type), "primal")
            .beginControlFlow("if (derivative == null || primal == null)")
            .addStatement("return false")
            .endControlFlow()
            .beginControlFlow("if (derivative == primal)")
            .addStatement("return true")
            .endControlFlow()
            .addStatement("int rows = $T.min(derivative.length, primal.length)", Math.class)
            .beginControlFlow("for (int i = 0; i < rows; i++)")
            .beginControlFlow("if ($L)", overlap(type.element()))
            .addStatement("return true")
            .endControlFlow()
            .endControlFlow()
            .addStatement("return false");
    helpers.add(method, name, type);
  }

  /** The same check of the i-th rows; asked for only when it will fail, since it builds strings. */
  private static CodeBlock forRow(String name) {
    return CodeBlock.of(
        "$L(derivative[i], name + $S + i + $S, primal[i], primalName + $S + i + $S)",
        name,
        "[",
        "]",
        "[",
        "]");
  }

  /** Two parameters must be the same array exactly if what belongs to them is. */
  static CodeBlock alike(String first, String ofFirst, String second, String ofSecond) {
    return CodeBlock.builder()
        .beginControlFlow(
            "if ($1N != null && ($1N == $2N) != ($3N == $4N))", first, second, ofFirst, ofSecond)
        .addStatement(
            Helpers.throwIllegalArgument(
                "$S",
                ofFirst
                    + " and "
                    + ofSecond
                    + " must be the same array exactly if "
                    + first
                    + " and "
                    + second
                    + " are"))
        .endControlFlow()
        .build();
  }

  private static MethodSpec.Builder pair(String name, Type type, String purpose) {
    return Helpers.method(name, TypeName.VOID, purpose)
        .addParameter(JavaTypes.of(type), "derivative")
        .addParameter(String.class, "name")
        .addParameter(JavaTypes.of(type), "primal")
        .addParameter(String.class, "primalName");
  }
}
