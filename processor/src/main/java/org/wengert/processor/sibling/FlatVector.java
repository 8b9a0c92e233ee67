package org.wengert.processor.sibling;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import java.util.List;
import java.util.function.Function;
import org.wengert.processor.tape.Type;

/** All active inputs of a method as one vector: scalars and elements of arrays, in order. */
final class FlatVector {
  private final Context context;

  FlatVector(Context context) {
    this.context = context;
  }

  /**
   * A parameter's part of a unit vector.
   *
   * @param zeros new zeros in the shape of an array
   * @param index the variable that tells where the vector has its one
   * @param before the active parameters before this one
   */
  CodeBlock unit(Parameter parameter, Twins zeros, String index, List<Parameter> before) {
    CodeBlock start = context.size(before);
    if (!parameter.type().isArray()) {
      return CodeBlock.of("$N == $L ? 1 : 0", index, start);
    }
    CodeBlock own =
        before.isEmpty()
            ? CodeBlock.of("$N", index)
            : CodeBlock.of(before.size() == 1 ? "$N - $L" : "$N - ($L)", index, start);
    return context.shapes().unit(parameter.type(), zeros.of(parameter), own);
  }

  /**
   * Statements that write derivatives into a row.
   *
   * @param locals where each active array has the name of its derivative
   * @param scalar the derivative with respect to an active scalar
   */
  CodeBlock write(
      NameAllocator locals, Type rowType, CodeBlock row, Function<Parameter, CodeBlock> scalar) {
    CodeBlock.Builder code = CodeBlock.builder();
    String next = locals.newName("next");
    code.addStatement("int $N = 0", next);
    for (Parameter parameter : context.signature().active()) {
      if (parameter.type().isArray()) {
        CodeBlock put =
            context
                .shapes()
                .put(
                    parameter.type(),
                    locals.get(parameter),
                    rowType,
                    row,
                    CodeBlock.of("$N", next));
        code.addStatement("$N = $L", next, put);
      } else {
        String cast = Shapes.narrowing(parameter.type(), rowType);
        code.addStatement("$L[$N++] = $L$L", row, next, cast, scalar.apply(parameter));
      }
    }
    return code.build();
  }
}
