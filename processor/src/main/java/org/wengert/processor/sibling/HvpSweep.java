package org.wengert.processor.sibling;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The private method behind all Hessians and their products: the reverse sweep of the tangent. Each
 * active array is followed by the array to which it adds, each active parameter by its tangent, and
 * where the sweep gives the gradient besides, a tangent array by one for that; the seed comes last.
 * And a call of it.
 */
final class HvpSweep {
  private final Context context;
  private final NameAllocator locals;
  private final List<CodeBlock> arguments = new ArrayList<>();
  private final boolean givesGradient;
  private final Twins gradients;
  private final Optional<ClassName> record;
  private final String result;

  /**
   * A call.
   *
   * @param locals the names of the calling method
   */
  HvpSweep(Context context, NameAllocator locals) {
    this.context = context;
    this.locals = locals;
    this.givesGradient = context.member().derivatives().second().orElseThrow().givesGradient();
    this.gradients = Twins.zeros(context, locals, "gradients");
    this.record = context.signature().vjpRecord();
    this.result = this.locals.newName(record.isPresent() ? "sweep" : "value");
  }

  /** The method and its private parts. */
  static List<MethodSpec> of(Context context) {
    List<MethodSpec> bodies = context.member().derivatives().second().orElseThrow().hvp();
    TypeName result =
        context
            .signature()
            .vjpRecord()
            .map(TypeName.class::cast)
            .orElseGet(() -> JavaTypes.of(context.signature().result().orElseThrow()));
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(
        context
            .privateMethod(context.names().hvpSweep(), result)
            .addJavadoc("$L", Docs.hvpSweep(context))
            .addParameters(parameters(context, bodies.get(0).parameters()))
            .addCode(bodies.get(0).code())
            .build());
    for (MethodSpec part : bodies.subList(1, bodies.size())) {
      methods.add(part.toBuilder().addExceptions(context.signature().exceptions()).build());
    }
    return methods;
  }

  /** As the emitter named them, of the types that the annotated method declares. */
  private static List<ParameterSpec> parameters(Context context, List<ParameterSpec> emitted) {
    boolean givesGradient = context.member().derivatives().second().orElseThrow().givesGradient();
    Iterator<ParameterSpec> next = emitted.iterator();
    List<ParameterSpec> parameters = new ArrayList<>();
    for (Parameter parameter : context.signature().parameters()) {
      parameters.add(ParameterSpec.builder(parameter.javaType(), next.next().name()).build());
      if (parameter.isActiveArray()) {
        parameters.add(next.next());
      }
      if (parameter.active()) {
        parameters.add(next.next());
      }
      if (givesGradient && parameter.isActiveArray()) {
        parameters.add(next.next());
      }
    }
    next.forEachRemaining(parameters::add);
    return parameters;
  }

  /** What has to stand before arguments are passed. */
  CodeBlock declaration() {
    return givesGradient ? gradients.declaration() : CodeBlock.of("");
  }

  /**
   * The next parameter of the annotated method; bar and dot only where they are called for.
   *
   * @param name the variable with the parameter's value
   */
  void pass(Parameter parameter, String name, CodeBlock value, CodeBlock bar, CodeBlock dot) {
    arguments.add(value);
    if (parameter.isActiveArray()) {
      arguments.add(bar);
    }
    if (parameter.active()) {
      arguments.add(dot);
    }
    if (givesGradient && parameter.isActiveArray()) {
      arguments.add(gradients.of(parameter, name));
    }
  }

  /** The statement that calls the sweep, of which the result is kept. */
  CodeBlock call(String seed) {
    TypeName type =
        record
            .map(TypeName.class::cast)
            .orElseGet(() -> JavaTypes.of(context.signature().result().orElseThrow()));
    return CodeBlock.builder().addStatement("$T $N = $L", type, result, expression(seed)).build();
  }

  /** The call alone. */
  CodeBlock expression(String seed) {
    List<CodeBlock> all = new ArrayList<>(arguments);
    all.add(CodeBlock.of("$L", seed));
    return context.call(context.names().hvpSweep(), all);
  }

  /** What the method returned. */
  CodeBlock value() {
    return record.isPresent() ? component("value") : CodeBlock.of("$N", result);
  }

  /** The derivative with respect to an active scalar. */
  CodeBlock component(String name) {
    return CodeBlock.of("$N.$N()", result, name);
  }
}
