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

/** The method that computes one row of a Jacobian, by a reverse sweep. */
final class JacobianRow {
  private final Context context;
  private final Signature signature;
  private final Type rowType;

  private JacobianRow(Context context) {
    this.context = context;
    this.signature = context.signature();
    this.rowType = signature.result().orElseThrow();
  }

  static MethodSpec of(Context context) {
    return new JacobianRow(context).method();
  }

  /** A loop over all rows of a Jacobian that has been allocated, and its return. */
  static CodeBlock fillIn(Context context, String row, String jacobian) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$N", row));
    arguments.add(CodeBlock.of("$N", jacobian));
    arguments.addAll(context.own());
    return CodeBlock.builder()
        .beginControlFlow("for (int $1N = 0; $1N < $2N.length; $1N++)", row, jacobian)
        .addStatement(context.call(context.names().jacobianRow(), arguments))
        .endControlFlow()
        .addStatement("return $N", jacobian)
        .build();
  }

  private MethodSpec method() {
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
    CodeBlock target = CodeBlock.of("$N[$N]", jacobian, row);
    return method
        .addCode(
            new FlatVector(context)
                .write(
                    locals,
                    rowType,
                    target,
                    parameter -> CodeBlock.of("$N.$N()", vjp, parameter.name())))
        .build();
  }
}
