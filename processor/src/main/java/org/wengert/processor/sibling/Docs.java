package org.wengert.processor.sibling;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/** The documentation comments of generated methods. */
final class Docs {
  private Docs() {}

  static CodeBlock jvp(Context context, List<Sweeps.Paired> pairs) {
    CodeBlock.Builder doc =
        CodeBlock.builder()
            .add("$L and its derivative in a direction, by one forward sweep", subject(context))
            .add(line(context));
    for (Sweeps.Paired pair : pairs) {
      doc.add("\n@param $L the tangent of {@code $L}", pair.derivative(), pair.primalName());
      if (pair.type().isArray()) {
        doc.add(", of the same shape");
        if (context.isTouched(pair.primal())) {
          doc.add(
              "; it is updated as {@code $L} is, and cannot be that array itself",
              pair.primalName());
        }
      }
    }
    if (pairs.stream().anyMatch(pair -> pair.type().isArray())) {
      doc.add(
          "\n@throws IllegalArgumentException if a tangent array is null or not of the shape of"
              + " its array; then nothing is written");
    }
    return doc.build();
  }

  static CodeBlock vjp(Context context, List<Sweeps.Paired> pairs, String seed) {
    CodeBlock.Builder doc =
        CodeBlock.builder()
            .add(
                "$L and the adjoints of its active parameters, by one reverse sweep",
                subject(context))
            .add(line(context));
    for (Sweeps.Paired pair : pairs) {
      doc.add("\n@param $L ", pair.derivative());
      if (context.isTouched(pair.primal())) {
        doc.add(
            "on entry the adjoint of what {@code $1L} holds at the end, on exit the adjoint of what"
                + " it holds at the start; of the same shape. Arrays that are the same have the"
                + " same adjoint array",
            pair.primalName());
      } else {
        doc.add(
            "the adjoint of {@code $L}, of the same shape, to which the sweep adds",
            pair.primalName());
      }
    }
    if (context.signature().result().isPresent()) {
      doc.add("\n@param $L the seed: the adjoint of the result", seed);
      if (context.signature().returnsArray()) {
        doc.add(", of the same length");
      }
    }
    if (!pairs.isEmpty()) {
      doc.add(
          "\n@throws IllegalArgumentException if an adjoint array is null, not of the shape of its"
              + " array, or that array itself; then nothing is written");
    }
    return doc.build();
  }

  static CodeBlock gradient(Context context) {
    return CodeBlock.builder()
        .add(
            "$L and its derivatives with respect to all active parameters, by one reverse sweep;"
                + " arrays are freshly allocated",
            subject(context))
        .add(line(context))
        .build();
  }

  static CodeBlock jacobian(Context context) {
    CodeBlock.Builder doc =
        CodeBlock.builder()
            .add("The Jacobian of $L", link(context))
            .add(line(context))
            .add(
                "\n<p>One row for each element of the result. One column for each active input: $L,"
                    + " in this order",
                String.join(", ", context.signature().active().stream().map(Docs::inputs).toList()))
            .add(
                ". Computed column by column with forward sweeps or row by row with reverse sweeps,"
                    + " whichever takes fewer.");
    if (!context.member().derivatives().touched().isEmpty()) {
      doc.add(" Works on copies of the arrays that the method writes into.");
    }
    return doc.add("\n").build();
  }

  private static String inputs(Parameter parameter) {
    String name = "{@code " + parameter.name() + "}";
    return switch (parameter.type().rank()) {
      case 0 -> name;
      case 1 -> "the elements of " + name;
      default -> "the elements of " + name + " row by row";
    };
  }

  static CodeBlock function(Context context, String vector) {
    return CodeBlock.builder()
        .add("$L as a function of $L", link(context), vector)
        .add(line(context))
        .add("\n<p>Every evaluation reads the constants given here; none of them is changed.\n")
        .build();
  }

  private static CodeBlock subject(Context context) {
    return context.signature().result().isPresent()
        ? CodeBlock.of("The value of $L", link(context))
        : CodeBlock.of("Evaluates $L", link(context));
  }

  private static CodeBlock line(Context context) {
    return CodeBlock.of(" (line $L).\n", context.signature().line());
  }

  private static CodeBlock link(Context context) {
    Signature signature = context.signature();
    return CodeBlock.of(
        "{@link $T#$L($L)}",
        signature.owner(),
        signature.method(),
        CodeBlock.join(
            signature.parameters().stream()
                .map(parameter -> CodeBlock.of("$T", erased(parameter.javaType())))
                .toList(),
            ", "));
  }

  private static TypeName erased(TypeName type) {
    return type instanceof ParameterizedTypeName generic ? generic.rawType() : type;
  }
}
