package org.wengert.processor.sibling;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The product of the Hessian and a vector. */
final class HvpMethod {
  private HvpMethod() {}

  static MethodSpec of(Context context) {
    Signature signature = context.signature();
    NameAllocator locals = context.locals();
    List<ParameterSpec> declarations = new ArrayList<>();
    List<SweepParameters.Primal> primals = new ArrayList<>();
    for (Parameter parameter : signature.parameters()) {
      declarations.add(ParameterSpec.builder(parameter.javaType(), parameter.name()).build());
      Optional<String> tangent = Optional.empty();
      if (parameter.active()) {
        tangent = Optional.of(locals.newName(parameter.name() + "Dot"));
        declarations.add(ParameterSpec.builder(parameter.javaType(), tangent.get()).build());
      }
      primals.add(new SweepParameters.Primal(parameter, parameter.name(), tangent));
    }
    SweepParameters parameters = new SweepParameters(declarations, primals, Optional.empty());
    MethodSpec.Builder method =
        context
            .method(context.names().hvp(), context.hvpRecord())
            .addJavadoc("$L", Docs.hvp(context, parameters))
            .addParameters(declarations)
            .addCode(SweepChecks.of(context, parameters, SweepChecks.Sweep.FORWARD));
    Twins zeros = Twins.zeros(context, locals);
    method.addCode(zeros.declaration());
    HvpSweep sweep = new HvpSweep(context, locals);
    method.addCode(sweep.declaration());
    Shadows shadows = new Shadows(context, locals);
    method.addCode(shadows.declaration());
    List<CodeBlock> components = new ArrayList<>();
    components.add(sweep.value());
    for (SweepParameters.Primal primal : primals) {
      Parameter parameter = primal.parameter();
      CodeBlock bar = CodeBlock.of("");
      if (parameter.isActiveArray()) {
        String name = locals.newName(parameter.name() + "Bar");
        method.addStatement("$T $N = $L", parameter.javaType(), name, zeros.of(parameter));
        components.add(CodeBlock.of("$N", name));
        CodeBlock.Builder before = CodeBlock.builder();
        bar = shadows.of(parameter, name, before);
        method.addCode(before.build());
      } else if (parameter.active()) {
        components.add(sweep.component(parameter.name()));
      }
      sweep.pass(
          parameter,
          primal.name(),
          CodeBlock.of("$N", primal.name()),
          bar,
          CodeBlock.of("$L", primal.derivative().orElse("")));
    }
    return method
        .addCode(sweep.call("1"))
        .addCode(shadows.handOut())
        .addStatement("return new $T($L)", context.hvpRecord(), CodeBlock.join(components, ", "))
        .build();
  }
}
