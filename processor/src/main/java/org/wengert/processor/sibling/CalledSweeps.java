package org.wengert.processor.sibling;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The two sweeps that the derivatives of calling methods use, in whatever class they stand. They
 * check nothing: the caller's own derivatives have done so.
 */
final class CalledSweeps {
  private static final ClassName SWEEP = ClassName.get("org.wengert", "Sweep");

  private CalledSweeps() {}

  static List<MethodSpec> of(Context context) {
    Derivatives derivatives = context.member().derivatives();
    Signature signature = context.signature();
    List<Integer> active = new ArrayList<>();
    List<Integer> withTangents = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < signature.parameters().size(); i++) {
      if (signature.parameters().get(i).active()) {
        active.add(i);
        withTangents.add(next++);
        withTangents.add(next);
      }
      next++;
    }
    List<MethodSpec> methods =
        new ArrayList<>(
            both(
                context,
                derivatives.forward(),
                derivatives.reverse(),
                active,
                Docs.forward(context),
                Docs.reverse(context)));
    derivatives
        .second()
        .ifPresent(
            second -> {
              MethodSpec tangent = second.tangent().get(0);
              methods.add(
                  visible(context, tangent)
                      .addJavadoc("$L", Docs.jvpJvp(context))
                      .addExceptions(signature.exceptions())
                      .build());
              methods.addAll(parts(context, second.tangent()));
              methods.addAll(
                  both(
                      context,
                      second.forward(),
                      second.reverse(),
                      withTangents,
                      Docs.jvpForward(context),
                      Docs.jvpReverse(context)));
            });
    return methods;
  }

  private static List<MethodSpec> both(
      Context context,
      List<MethodSpec> forward,
      List<MethodSpec> reverse,
      List<Integer> active,
      String ofForward,
      String ofReverse) {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(
        visible(context, forward.get(0))
            .addJavadoc("$L", ofForward)
            .addAnnotation(active(active))
            .addExceptions(context.signature().exceptions())
            .build());
    methods.addAll(parts(context, forward));
    // What it repeats of the forward sweep may throw, as far as the compiler knows.
    methods.add(
        visible(context, reverse.get(0))
            .addJavadoc("$L", ofReverse)
            .addExceptions(context.signature().exceptions())
            .build());
    methods.addAll(parts(context, reverse));
    return methods;
  }

  private static List<MethodSpec> parts(Context context, List<MethodSpec> bodies) {
    return bodies.subList(1, bodies.size()).stream()
        .map(part -> part.toBuilder().addExceptions(context.signature().exceptions()).build())
        .toList();
  }

  private static MethodSpec.Builder visible(Context context, MethodSpec body) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(body.name())
            .addModifiers(Modifier.STATIC)
            .returns(body.returnType())
            .addParameters(body.parameters())
            .addCode(body.code());
    return context.isPublic() ? method.addModifiers(Modifier.PUBLIC) : method;
  }

  private static AnnotationSpec active(List<Integer> positions) {
    CodeBlock list =
        positions.stream().map(i -> CodeBlock.of("$L", i)).collect(CodeBlock.joining(", "));
    return AnnotationSpec.builder(SWEEP).addMember("active", "{$L}", list).build();
  }
}
