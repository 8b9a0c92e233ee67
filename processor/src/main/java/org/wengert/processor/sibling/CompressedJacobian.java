package org.wengert.processor.sibling;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A sparse Jacobian of known pattern: one direction for each colour of its columns, several of them
 * in one forward sweep where that can be, or one reverse sweep for each colour of its rows.
 */
final class CompressedJacobian {
  private static final ClassName MATRIX = ClassName.get("org.wengert", "SparseMatrix");
  private static final ClassName SPARSITY = ClassName.get("org.wengert", "Sparsity");
  private static final ClassName COMPRESSION = ClassName.get("org.wengert", "Compression");

  private final Context context;
  private final Signature signature;
  private final NameAllocator locals;
  private final String sparsity;
  private final String sweeps;

  private CompressedJacobian(Context context) {
    this.context = context;
    this.signature = context.signature();
    this.locals = context.locals();
    this.sparsity = locals.newName("sparsity");
    this.sweeps = locals.newName("sweeps");
  }

  /** In how many directions a forward sweep goes. */
  static int directions(Context context) {
    return context.member().derivatives().columns().isEmpty()
        ? 1
        : Directions.atOnce(context.signature());
  }

  static MethodSpec of(Context context) {
    return new CompressedJacobian(context).method();
  }

  private MethodSpec method() {
    return context
        .privateMethod(context.names().compressed(), MATRIX)
        .addJavadoc("$L", Docs.compressedJacobian())
        .addParameters(context.parameters(signature.parameters()))
        .addParameter(ParameterSpec.builder(SPARSITY, sparsity).build())
        .addStatement("$T $N = $N.compression()", COMPRESSION, sweeps, sparsity)
        .beginControlFlow("if ($N.isByRows())", sparsity)
        .beginControlFlow("while ($N.next())", sweeps)
        .addCode(reverse())
        .endControlFlow()
        .addStatement("return $N.matrix()", sweeps)
        .endControlFlow()
        .beginControlFlow("while ($N.next())", sweeps)
        .addStatement("$N.take($L)", sweeps, forward())
        .endControlFlow()
        .addStatement("return $N.matrix()", sweeps)
        .build();
  }

  private CodeBlock forward() {
    boolean single = directions(context) == 1;
    List<CodeBlock> arguments = new ArrayList<>();
    for (Parameter parameter : signature.parameters()) {
      arguments.add(CodeBlock.of("$N", parameter.name()));
      if (parameter.isActiveArray()) {
        arguments.add(CodeBlock.of("$N.seeds($N)", sweeps, parameter.name()));
      } else if (parameter.active()) {
        arguments.add(CodeBlock.of(single ? "$N.seed()" : "$N.direction()", sweeps));
      }
    }
    return single
        ? CodeBlock.of("$L.tangent()", context.call(context.names().jvp(), arguments))
        : context.call(context.names().jacobianColumns(), arguments);
  }

  private CodeBlock reverse() {
    CodeBlock.Builder code = CodeBlock.builder();
    String vjp = locals.newName("vjp");
    List<CodeBlock> arguments = new ArrayList<>();
    List<CodeBlock> results = new ArrayList<>();
    for (Parameter parameter : signature.parameters()) {
      arguments.add(CodeBlock.of("$N", parameter.name()));
      if (parameter.isActiveArray()) {
        String bar = locals.newName(parameter.name() + "Bar");
        code.addStatement(
            "$T $N = $L",
            parameter.javaType(),
            bar,
            context.shapes().zerosLike(parameter.type(), parameter.name()));
        arguments.add(CodeBlock.of("$N", bar));
        results.add(CodeBlock.of("$N", bar));
      } else if (parameter.active()) {
        results.add(CodeBlock.of("$N.$N()", vjp, parameter.name()));
      }
    }
    arguments.add(
        CodeBlock.of(
            "$N.seeds(new $T[$N.rows()])",
            sweeps,
            JavaTypes.of(signature.result().orElseThrow().element()),
            sparsity));
    CodeBlock sweep = context.call(context.names().vjp(), arguments);
    if (signature.vjpRecord().isPresent()) {
      code.addStatement("$T $N = $L", signature.vjpRecord().get(), vjp, sweep);
    } else {
      code.addStatement(sweep);
    }
    results.forEach(result -> code.addStatement("$N.take($L)", sweeps, result));
    return code.build();
  }
}
