package org.wengert.processor.sibling;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The whole gradient of a scalar-valued method: the reverse sweep with seed one. */
final class GradientMethod {
  private GradientMethod() {}

  static MethodSpec of(Context context) {
    Signature signature = context.signature();
    NameAllocator locals = context.locals();
    MethodSpec.Builder method =
        context
            .method(context.names().gradient(), context.gradientRecord())
            .addJavadoc("$L", Docs.gradient(context))
            .addParameters(context.parameters(signature.parameters()));
    Twins zeros = Twins.zeros(context, locals);
    method.addCode(zeros.declaration());
    List<CodeBlock> arguments = new ArrayList<>();
    for (Parameter parameter : signature.parameters()) {
      arguments.add(CodeBlock.of("$N", parameter.name()));
      if (parameter.isActiveArray()) {
        String adjoint = locals.newName(parameter.name() + "Bar", parameter);
        method.addStatement("$T $N = $L", parameter.javaType(), adjoint, zeros.of(parameter));
        arguments.add(CodeBlock.of("$N", adjoint));
      }
    }
    arguments.add(CodeBlock.of("1"));
    CodeBlock sweep = context.call(context.names().vjp(), arguments);
    List<CodeBlock> components = new ArrayList<>();
    Optional<ClassName> record = signature.vjpRecord();
    if (record.isPresent()) {
      String result = locals.newName("vjp");
      method.addStatement("$T $N = $L", record.get(), result, sweep);
      components.add(CodeBlock.of("$N.value()", result));
      for (Parameter parameter : signature.active()) {
        components.add(
            parameter.isActiveArray()
                ? CodeBlock.of("$N", locals.get(parameter))
                : CodeBlock.of("$N.$N()", result, parameter.name()));
      }
    } else {
      String value = locals.newName("value");
      method.addStatement("$T $N = $L", JavaTypes.of(signature.result().get()), value, sweep);
      components.add(CodeBlock.of("$N", value));
      signature.active().forEach(p -> components.add(CodeBlock.of("$N", locals.get(p))));
    }
    return method
        .addStatement(
            "return new $T($L)", context.gradientRecord(), CodeBlock.join(components, ", "))
        .build();
  }
}
