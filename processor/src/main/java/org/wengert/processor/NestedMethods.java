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
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.wengert.processor.differentiate.Handover;
import org.wengert.processor.differentiate.NestedSweeps;
import org.wengert.processor.emit.Emitter;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Sibling;
import org.wengert.processor.sibling.Signature;
import org.wengert.processor.simplify.Simplifier;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/** The methods that stand for the derivatives of one method that another one calls. */
final class NestedMethods {
  private final ExecutableElement method;
  private final SiblingCallees.NestedCopy nested;
  private final Names names;
  private final ClassName sibling;
  private final Names derivatives;
  private final List<Value> parameters = new ArrayList<>();
  private final Type result;
  private final NestedSweeps sweeps;

  NestedMethods(SiblingCallees.NestedCopy nested) {
    this.nested = nested;
    this.method = nested.method();
    this.names = new Names(nested.base());
    this.sibling = Sibling.nameFor(ClassName.get((TypeElement) method.getEnclosingElement()));
    this.derivatives = new Names(Request.on(method).orElseThrow().base(method));
    method
        .getParameters()
        .forEach(
            parameter ->
                parameters.add(
                    Value.named(
                        SourceTypes.of(parameter.asType()).orElseThrow(),
                        parameter.getSimpleName().toString())));
    this.result = SourceTypes.of(method.getReturnType()).orElseThrow();
    this.sweeps =
        new NestedSweeps(
            nested.callees().primal().ofTangent(), parameters, nested.callees().wrt(), result);
  }

  List<MethodSpec> all() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(tangent());
    Names ofTangent = new Names(names.tangent());
    methods.addAll(derivative(sweeps.tangentOfTangent(ofTangent.jvp())));
    methods.addAll(both(sweeps.sweepsOfTangent(ofTangent.forward(), ofTangent.reverse()), true));
    methods.add(adjoint());
    Names ofAdjoint = new Names(names.adjoint());
    Callee adjoint = nested.callees().adjoint();
    methods.addAll(derivative(sweeps.tangentOfAdjoint(ofAdjoint.jvp(), adjoint)));
    methods.addAll(
        both(sweeps.sweepsOfAdjoint(ofAdjoint.forward(), ofAdjoint.reverse(), adjoint), false));
    List<TypeName> exceptions = method.getThrownTypes().stream().map(TypeName::get).toList();
    return methods.stream()
        .map(each -> each.toBuilder().addExceptions(exceptions).build())
        .toList();
  }

  private static List<MethodSpec> derivative(Tape tape) {
    Tape simplified = Simplifier.of(tape);
    return Bodies.of(simplified, Signature.jvpRecord(simplified));
  }

  private static List<MethodSpec> both(Handover handover, boolean returns) {
    Handover simplified = handover.map(Simplifier::of).packed();
    Emitter.Pair pair =
        Emitter.sweeps(simplified.forward(), simplified.reverse(), simplified.size(), returns);
    List<MethodSpec> methods = new ArrayList<>(Bodies.of(pair.forward()));
    methods.addAll(Bodies.of(pair.reverse()));
    return methods;
  }

  private boolean isIn(int parameter) {
    return nested.callees().wrt().contains(parameter);
  }

  private MethodSpec tangent() {
    NameAllocator locals = locals();
    MethodSpec.Builder builder =
        MethodSpec.methodBuilder(names.tangent())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(TypeName.get(method.getReturnType()));
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      TypeName type = TypeName.get(method.getParameters().get(i).asType());
      pass(parameters.get(i).name(), type, builder, arguments);
      if (isIn(i)) {
        pass(locals.newName(parameters.get(i).name() + "Dot"), type, builder, arguments);
      }
    }
    return builder
        .addStatement(
            "return $T.$N($L).tangent()",
            sibling,
            derivatives.jvp(),
            CodeBlock.join(arguments, ",$W"))
        .build();
  }

  private static void pass(
      String name, TypeName type, MethodSpec.Builder builder, List<CodeBlock> arguments) {
    builder.addParameter(ParameterSpec.builder(type, name).build());
    arguments.add(CodeBlock.of("$N", name));
  }

  private NameAllocator locals() {
    NameAllocator locals = new NameAllocator();
    parameters.forEach(parameter -> locals.newName(parameter.name()));
    return locals;
  }

  private MethodSpec adjoint() {
    NameAllocator locals = locals();
    MethodSpec.Builder builder =
        MethodSpec.methodBuilder(names.adjoint()).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    List<CodeBlock> arguments = new ArrayList<>();
    List<Value> scalars = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Value parameter = parameters.get(i);
      TypeName type = TypeName.get(method.getParameters().get(i).asType());
      pass(parameter.name(), type, builder, arguments);
      if (isIn(i) && parameter.type().isArray()) {
        pass(locals.newName(parameter.name() + "Bar"), type, builder, arguments);
      } else if (isIn(i)) {
        String bar = locals.newName(parameter.name() + "Bar", parameter);
        builder.addParameter(ParameterSpec.builder(ArrayTypeName.of(type), bar).build());
        scalars.add(parameter);
      }
    }
    pass(locals.newName("resultBar"), TypeName.get(method.getReturnType()), builder, arguments);
    CodeBlock call =
        CodeBlock.of("$T.$N($L)", sibling, derivatives.vjp(), CodeBlock.join(arguments, ",$W"));
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
}
