package org.wengert.processor.sibling;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.wengert.processor.tape.Type;

/**
 * The Jacobian of an array-valued method, one column at a time. The first, always by a forward
 * sweep, tells the number of rows; then either the remaining columns follow, or all rows by reverse
 * sweeps.
 */
final class SingleColumns {
  private final Context context;
  private final Signature signature;
  private final Type rowType;

  private SingleColumns(Context context) {
    this.context = context;
    this.signature = context.signature();
    this.rowType = signature.result().orElseThrow();
  }

  static List<MethodSpec> of(Context context) {
    SingleColumns methods = new SingleColumns(context);
    return List.of(methods.jacobian(), methods.column(), JacobianRow.of(context));
  }

  private MethodSpec jacobian() {
    NameAllocator locals = context.locals();
    String columns = locals.newName("columns");
    String tangent = locals.newName("tangent");
    String jacobian = locals.newName("jacobian");
    String row = locals.newName("row");
    String column = locals.newName("column");
    TypeName elementType = JavaTypes.of(rowType.element());
    MethodSpec.Builder method =
        context
            .method(context.names().jacobian(), JavaTypes.of(rowType.arrayOf()))
            .addJavadoc("$L", Docs.jacobian(context))
            .addParameters(context.parameters(signature.parameters()))
            .addStatement("int $N = $L", columns, context.size(signature.active()));
    if (signature.activeScalars().isEmpty()) {
      Twins copies = Twins.copies(context, locals);
      method
          .beginControlFlow("if ($N == 0)", columns)
          .addCode(copies.declaration())
          .addStatement(
              "return new $T[$L.length][0]",
              elementType,
              context.callPrimal(signature.parameters().stream().map(copies::of).toList()))
          .endControlFlow();
    }
    return method
        .addStatement("$T $N = $L", JavaTypes.of(rowType), tangent, callColumn(CodeBlock.of("0")))
        .addStatement(
            "$T $N = $L",
            JavaTypes.of(rowType.arrayOf()),
            jacobian,
            context
                .shapes()
                .matrix(rowType, CodeBlock.of("$N.length", tangent), CodeBlock.of("$N", columns)))
        .beginControlFlow("if ($N.length < $N - 1)", tangent, columns)
        .addCode(JacobianRow.fillIn(context, row, jacobian))
        .endControlFlow()
        .beginControlFlow("for (int $1N = 0; $1N < $2N; $1N++)", column, columns)
        .beginControlFlow("if ($N > 0)", column)
        .addStatement("$N = $L", tangent, callColumn(CodeBlock.of("$N", column)))
        .endControlFlow()
        .beginControlFlow("for (int $1N = 0; $1N < $2N.length; $1N++)", row, jacobian)
        .addStatement("$1N[$2N][$3N] = $4N[$2N]", jacobian, row, column, tangent)
        .endControlFlow()
        .endControlFlow()
        .addStatement("return $N", jacobian)
        .build();
  }

  private CodeBlock callColumn(CodeBlock column) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(column);
    arguments.addAll(context.own());
    return context.call(context.names().jacobianColumn(), arguments);
  }

  private MethodSpec column() {
    NameAllocator locals = context.locals();
    String column = locals.newName("column");
    Twins copies = Twins.copies(context, locals);
    Twins zeros = Twins.zeros(context, locals);
    List<CodeBlock> arguments = new ArrayList<>();
    List<Parameter> before = new ArrayList<>();
    for (Parameter parameter : signature.parameters()) {
      arguments.add(copies.of(parameter));
      if (parameter.active()) {
        arguments.add(new FlatVector(context).unit(parameter, zeros, column, before));
        before.add(parameter);
      }
    }
    return context
        .privateMethod(context.names().jacobianColumn(), JavaTypes.of(rowType))
        .addJavadoc("The derivative of the result with respect to one of the active inputs.\n")
        .addParameter(int.class, column)
        .addParameters(context.parameters(signature.parameters()))
        .addCode(copies.declaration())
        .addCode(zeros.declaration())
        .addStatement("return $L.tangent()", context.call(context.names().jvp(), arguments))
        .build();
  }
}
