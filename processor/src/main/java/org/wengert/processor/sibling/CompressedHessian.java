package org.wengert.processor.sibling;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.List;

/** A sparse Hessian of known pattern: one product with a vector for each colour. */
final class CompressedHessian {
  private static final ClassName MATRIX = ClassName.get("org.wengert", "SparseMatrix");
  private static final ClassName SPARSITY = ClassName.get("org.wengert", "Sparsity");
  private static final ClassName COMPRESSION = ClassName.get("org.wengert", "Compression");

  private CompressedHessian() {}

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
        .addCode(sweep(context, locals, sweeps))
        .endControlFlow()
        .addStatement("return $N.matrix()", sweeps)
        .build();
  }

  /** The statements that compute the next products. */
  private static CodeBlock sweep(Context context, NameAllocator locals, String sweeps) {
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
