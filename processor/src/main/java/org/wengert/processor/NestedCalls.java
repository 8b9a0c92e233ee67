package org.wengert.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Sibling;
import org.wengert.processor.tape.Value;

/**
 * The methods that call the generated methods that the user called, so that values are the same to
 * the last bit.
 */
final class NestedCalls {
  private final ExecutableElement method;
  private final NestedCopy nested;
  private final Names names;
  private final ClassName sibling;
  private final Names derivatives;
  private final List<Value> parameters;

  NestedCalls(NestedCopy nested) {
    this.nested = nested;
    this.method = nested.method();
    this.names = new Names(nested.base());
    this.sibling = Sibling.nameFor(ClassName.get((TypeElement) method.getEnclosingElement()));
    this.derivatives = new Names(Request.on(method).orElseThrow().base(method));
    this.parameters = nested.call().parameters();
  }

  private boolean isIn(int parameter) {
    return nested.callees().wrt().contains(parameter);
  }

  private TypeName type(int parameter) {
    return TypeName.get(method.getParameters().get(parameter).asType());
  }

  private TypeName result() {
    return TypeName.get(method.getReturnType());
  }

  private NameAllocator locals() {
    NameAllocator locals = new NameAllocator();
    parameters.forEach(parameter -> locals.newName(parameter.name()));
    return locals;
  }

  private static MethodSpec.Builder method(String name) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
  }

  private CodeBlock call(String name, List<CodeBlock> arguments) {
    return CodeBlock.of("$T.$N($L)", sibling, name, CodeBlock.join(arguments, ", "));
  }

  private static void pass(
      String name, TypeName type, MethodSpec.Builder builder, List<CodeBlock> arguments) {
    builder.addParameter(ParameterSpec.builder(type, name).build());
    arguments.add(CodeBlock.of("$N", name));
  }

  /** The derivative in a direction. */
  MethodSpec tangent() {
    NameAllocator locals = locals();
    MethodSpec.Builder builder = method(names.tangent()).returns(result());
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      pass(parameters.get(i).name(), type(i), builder, arguments);
      if (isIn(i)) {
        pass(locals.newName(parameters.get(i).name() + "Dot"), type(i), builder, arguments);
      }
    }
    return builder.addStatement("return $L.tangent()", call(derivatives.jvp(), arguments)).build();
  }

  /** Adds to adjoint arrays. */
  MethodSpec adjoint() {
    NameAllocator locals = locals();
    MethodSpec.Builder builder = method(names.adjoint());
    List<CodeBlock> arguments = new ArrayList<>();
    List<Value> scalars = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Value parameter = parameters.get(i);
      pass(parameter.name(), type(i), builder, arguments);
      if (isIn(i) && parameter.type().isArray()) {
        pass(locals.newName(parameter.name() + "Bar"), type(i), builder, arguments);
      } else if (isIn(i)) {
        builder.addParameter(cell(i, locals));
        scalars.add(parameter);
      }
    }
    pass(locals.newName("resultBar"), result(), builder, arguments);
    CodeBlock call = call(derivatives.vjp(), arguments);
    if (scalars.isEmpty()) {
      return builder.addStatement(call).build();
    }
    String vjp = locals.newName("vjp");
    builder.addStatement("$T $N = $L", sibling.nestedClass(derivatives.vjpRecord()), vjp, call);
    for (Value scalar : scalars) {
      builder.addStatement("$N[0] = $N.$N()", locals.get(scalar), vjp, scalar.name());
    }
    return builder.build();
  }

  /** An array for the adjoint of a scalar. */
  private ParameterSpec cell(int position, NameAllocator locals) {
    Value parameter = parameters.get(position);
    String bar = locals.newName(parameter.name() + "Bar", parameter);
    return ParameterSpec.builder(ArrayTypeName.of(type(position)), bar).build();
  }

  /** Overwrites what the product of the Hessian and a vector is to be. */
  MethodSpec product() {
    NameAllocator locals = locals();
    MethodSpec.Builder builder = method(names.hvp());
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Value parameter = parameters.get(i);
      pass(parameter.name(), type(i), builder, arguments);
      if (isIn(i)) {
        pass(locals.newName(parameter.name() + "Dot"), type(i), builder, arguments);
        if (parameter.type().isArray()) {
          String bar = locals.newName(parameter.name() + "Bar", parameter);
          builder.addParameter(ParameterSpec.builder(type(i), bar).build());
        } else {
          builder.addParameter(cell(i, locals));
        }
      }
    }
    String hvp = locals.newName("product");
    builder.addStatement(
        "$T $N = $L",
        sibling.nestedClass(derivatives.hvpRecord()),
        hvp,
        call(derivatives.hvp(), arguments));
    for (int i = 0; i < parameters.size(); i++) {
      Value parameter = parameters.get(i);
      if (isIn(i) && parameter.type().isArray()) {
        CodeBlock from = CodeBlock.of("$N.$N()", hvp, parameter.name());
        CodeBlock to = CodeBlock.of("$N", locals.get(parameter));
        builder.addCode(copy(from, to, parameter.type().rank(), locals));
      } else if (isIn(i)) {
        builder.addStatement("$N[0] = $N.$N()", locals.get(parameter), hvp, parameter.name());
      }
    }
    return builder.build();
  }

  /** Overwrites what the Jacobian is to be. */
  MethodSpec jacobian() {
    return matrix(names.jacobian(), derivatives.jacobian(), ArrayTypeName::of);
  }

  /** Overwrites what the Hessian is to be. */
  MethodSpec hessian() {
    return matrix(
        names.hessian(), derivatives.hessian(), type -> ArrayTypeName.of(ArrayTypeName.of(type)));
  }

  private MethodSpec matrix(String name, String called, Function<TypeName, TypeName> ofResult) {
    NameAllocator locals = locals();
    MethodSpec.Builder builder = method(name);
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      pass(parameters.get(i).name(), type(i), builder, arguments);
    }
    TypeName type = ofResult.apply(result());
    String target = locals.newName("matrix");
    String source = locals.newName("derivatives");
    return builder
        .addParameter(ParameterSpec.builder(type, target).build())
        .addStatement("$T $N = $L", type, source, call(called, arguments))
        .addCode(copy(CodeBlock.of("$N", source), CodeBlock.of("$N", target), 2, locals))
        .build();
  }

  /** Copies the numbers in arrays of the same shape, in which rows may be missing. */
  private static CodeBlock copy(CodeBlock from, CodeBlock to, int rank, NameAllocator locals) {
    if (rank == 1) {
      return CodeBlock.builder()
          .addStatement("$T.arraycopy($L, 0, $L, 0, $L.length)", System.class, from, to, to)
          .build();
    }
    String index = locals.newName("i");
    return CodeBlock.builder()
        .beginControlFlow("for (int $1N = 0; $1N < $2L.length; $1N++)", index, to)
        .beginControlFlow("if ($L[$N] != null)", to, index)
        .add(
            copy(
                CodeBlock.of("$L[$N]", from, index),
                CodeBlock.of("$L[$N]", to, index),
                rank - 1,
                locals))
        .endControlFlow()
        .endControlFlow()
        .build();
  }
}
