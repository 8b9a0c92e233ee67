package org.wengert.processor.sibling;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A sparse Hessian of known pattern: one product with a vector for each colour, several in one
 * sweep where that is possible.
 */
final class CompressedHessian {
  private static final ClassName MATRIX = ClassName.get("org.wengert", "SparseMatrix");
  private static final ClassName SPARSITY = ClassName.get("org.wengert", "Sparsity");
  private static final ClassName COMPRESSION = ClassName.get("org.wengert", "Compression");

  private CompressedHessian() {}

  /** How many products one sweep computes. */
  static int directions(Context context) {
    return HessianColumns.arePossible(context) ? Directions.atOnce(context.signature()) : 1;
  }

  static MethodSpec of(Context context) {
    Signature signature = context.signature();
    NameAllocator locals = context.locals();
    String sparsity = locals.newName("sparsity");
    String sweeps = locals.newName("sweeps");
    return context
        .privateMethod(context.names().compressed(), MATRIX)
        .addJavadoc("$L", Docs.compressedHessian())
        .addParameters(context.parameters(signature.parameters()))
        .addParameter(ParameterSpec.builder(SPARSITY, sparsity).build())
        .addStatement("$T $N = $N.compression()", COMPRESSION, sweeps, sparsity)
        .beginControlFlow("while ($N.next())", sweeps)
        .addCode(
            HessianColumns.arePossible(context)
                ? several(context, locals, sweeps)
                : single(context, locals, sweeps))
        .endControlFlow()
        .addStatement("return $N.matrix()", sweeps)
        .build();
  }

  /** The statements that compute the next products, all in one sweep. */
  private static CodeBlock several(Context context, NameAllocator locals, String sweeps) {
    int width = directions(context);
    CodeBlock.Builder code = CodeBlock.builder();
    List<CodeBlock> arguments = new ArrayList<>();
    List<CodeBlock> results = new ArrayList<>();
    String scalars = locals.newName("barDots");
    int scalar = 0;
    for (Parameter parameter : context.signature().parameters()) {
      arguments.add(CodeBlock.of("$N", parameter.name()));
      if (parameter.isActiveArray()) {
        String dots = locals.newName(parameter.name() + "BarDot");
        code.addStatement(
            "$T $N = $L",
            parameter.javaType(),
            dots,
            context.shapes().zerosLike(parameter.type(), parameter.name(), width));
        arguments.add(CodeBlock.of("$N.seeds($N)", sweeps, parameter.name()));
        arguments.add(context.shapes().zerosLike(parameter.type(), parameter.name()));
        arguments.add(CodeBlock.of("$N", dots));
        results.add(CodeBlock.of("$N", dots));
      } else if (parameter.active()) {
        arguments.add(CodeBlock.of("$N.direction()", sweeps));
        for (int k = 0; k < width; k++) {
          results.add(CodeBlock.of("$N[$L]", scalars, scalar++));
        }
      }
    }
    arguments.add(CodeBlock.of("1"));
    if (scalar > 0) {
      code.addStatement("double[] $N = new double[$L]", scalars, scalar);
      arguments.add(CodeBlock.of("$N", scalars));
    }
    code.addStatement(context.call(context.names().hessianColumns(), arguments));
    results.forEach(result -> code.addStatement("$N.take($L)", sweeps, result));
    return code.build();
  }

  /** The statements that compute the next product. */
  private static CodeBlock single(Context context, NameAllocator locals, String sweeps) {
    CodeBlock.Builder code = CodeBlock.builder();
    HvpSweep sweep = new HvpSweep(context, locals);
    code.add(sweep.declaration());
    List<CodeBlock> results = new ArrayList<>();
    for (Parameter parameter : context.signature().parameters()) {
      CodeBlock bar = CodeBlock.of("");
      CodeBlock dot = CodeBlock.of("");
      if (parameter.isActiveArray()) {
        String name = locals.newName(parameter.name() + "Bar");
        code.addStatement(
            "$T $N = $L",
            parameter.javaType(),
            name,
            context.shapes().zerosLike(parameter.type(), parameter.name()));
        bar = CodeBlock.of("$N", name);
        dot = CodeBlock.of("$N.seeds($N)", sweeps, parameter.name());
        results.add(bar);
      } else if (parameter.active()) {
        dot = CodeBlock.of("$N.seed()", sweeps);
        results.add(sweep.component(parameter.name()));
      }
      sweep.pass(parameter, parameter.name(), CodeBlock.of("$N", parameter.name()), bar, dot);
    }
    if (context.signature().vjpRecord().isPresent()) {
      code.add(sweep.call("1"));
    } else {
      code.addStatement(sweep.expression("1"));
    }
    results.forEach(result -> code.addStatement("$N.take($L)", sweeps, result));
    return code.build();
  }
}
