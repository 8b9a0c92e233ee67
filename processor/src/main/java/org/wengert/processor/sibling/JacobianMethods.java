package org.wengert.processor.sibling;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wengert.processor.tape.Type;

/**
 * The Jacobian of an array-valued method. The first column, always by a forward sweep, tells the
 * number of rows; then either the remaining columns follow, or all rows by reverse sweeps.
 */
final class JacobianMethods {
  private final Context context;
  private final Signature signature;
  private final Type rowType;

  private JacobianMethods(Context context) {
    this.context = context;
    this.signature = context.signature();
    this.rowType = signature.result().orElseThrow();
  }

  static List<MethodSpec> of(Context context) {
    JacobianMethods methods = new JacobianMethods(context);
    return List.of(methods.jacobian(), methods.column(), methods.row());
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
            .addStatement("int $N = $L", columns, size(signature.active()));
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
            "$T $N = new $T[$N.length][$N]",
            JavaTypes.of(rowType.arrayOf()),
            jacobian,
            elementType,
            tangent,
            columns)
        .beginControlFlow("if ($N.length < $N - 1)", tangent, columns)
        .beginControlFlow("for (int $1N = 0; $1N < $2N.length; $1N++)", row, jacobian)
        .addStatement(
            context.call(
                context.names().jacobianRow(),
                own(CodeBlock.of("$N", row), CodeBlock.of("$N", jacobian))))
        .endControlFlow()
        .addStatement("return $N", jacobian)
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
    return context.call(context.names().jacobianColumn(), own(column));
  }

  /** The given arguments, then the parameters as they are. */
  private List<CodeBlock> own(CodeBlock... first) {
    List<CodeBlock> arguments = new ArrayList<>(List.of(first));
    signature.parameters().forEach(p -> arguments.add(CodeBlock.of("$N", p.name())));
    return arguments;
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
        CodeBlock start = size(before);
        arguments.add(
            parameter.type().isArray()
                ? context
                    .shapes()
                    .unit(
                        parameter.type(),
                        zeros.of(parameter),
                        before.isEmpty()
                            ? CodeBlock.of("$N", column)
                            : CodeBlock.of(
                                before.size() == 1 ? "$N - $L" : "$N - ($L)", column, start))
                : CodeBlock.of("$N == $L ? 1 : 0", column, start));
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

  private MethodSpec row() {
    NameAllocator locals = context.locals();
    String row = locals.newName("row");
    String jacobian = locals.newName("jacobian");
    String seed = locals.newName("resultBar");
    MethodSpec.Builder method =
        context
            .privateMethod(context.names().jacobianRow(), TypeName.VOID)
            .addJavadoc("Fills in the derivatives of one element of the result.\n")
            .addParameter(int.class, row)
            .addParameter(JavaTypes.of(rowType.arrayOf()), jacobian)
            .addParameters(context.parameters(signature.parameters()));
    Twins copies = Twins.copies(context, locals);
    Twins zeros = Twins.zeros(context, locals);
    method.addCode(copies.declaration()).addCode(zeros.declaration());
    List<CodeBlock> arguments = new ArrayList<>();
    for (Parameter parameter : signature.parameters()) {
      arguments.add(copies.of(parameter));
      if (parameter.isActiveArray()) {
        String adjoint = locals.newName(parameter.name() + "Bar", parameter);
        method.addStatement("$T $N = $L", parameter.javaType(), adjoint, zeros.of(parameter));
        arguments.add(CodeBlock.of("$N", adjoint));
      }
    }
    arguments.add(CodeBlock.of("$N", seed));
    method
        .addStatement(
            "$T $N = new $T[$N.length]",
            JavaTypes.of(rowType),
            seed,
            JavaTypes.of(rowType.element()),
            jacobian)
        .addStatement("$N[$N] = 1", seed, row);
    CodeBlock sweep = context.call(context.names().vjp(), arguments);
    String vjp = locals.newName("vjp");
    Optional<ClassName> record = signature.vjpRecord();
    if (record.isPresent()) {
      method.addStatement("$T $N = $L", record.get(), vjp, sweep);
    } else {
      method.addStatement(sweep);
    }
    fillIn(method, locals, CodeBlock.of("$N[$N]", jacobian, row), vjp);
    return method.build();
  }

  private void fillIn(
      MethodSpec.Builder method, NameAllocator locals, CodeBlock target, String vjp) {
    String next = locals.newName("next");
    method.addStatement("int $N = 0", next);
    for (Parameter parameter : signature.active()) {
      if (parameter.type().isArray()) {
        method.addStatement(
            "$N = $L",
            next,
            context
                .shapes()
                .put(
                    parameter.type(),
                    locals.get(parameter),
                    rowType,
                    target,
                    CodeBlock.of("$N", next)));
      } else {
        method.addStatement(
            "$L[$N++] = $L$N.$N()",
            target,
            next,
            Shapes.narrowing(parameter.type(), rowType),
            vjp,
            parameter.name());
      }
    }
  }

  /** The number of scalars in these parameters. */
  private CodeBlock size(List<Parameter> parameters) {
    long scalars = parameters.stream().filter(parameter -> !parameter.type().isArray()).count();
    List<CodeBlock> terms = new ArrayList<>();
    if (scalars > 0 || parameters.isEmpty()) {
      terms.add(CodeBlock.of("$L", scalars));
    }
    for (Parameter parameter : parameters) {
      if (parameter.type().isArray()) {
        terms.add(context.shapes().size(parameter.type(), parameter.name()));
      }
    }
    return CodeBlock.join(terms, " + ");
  }
}
