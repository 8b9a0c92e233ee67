package org.wengert.processor.sibling;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    List<MethodSpec> methods =
        new ArrayList<>(
            both(
                context,
                derivatives.forward(),
                derivatives.reverse(),
                List.of(mark(signature.parameters())),
                Docs.forward(context),
                Docs.reverse(context)));
    derivatives.second().ifPresent(second -> addHigher(context, second, methods));
    return methods;
  }

  private static void addHigher(
      Context context, Derivatives.Second second, List<MethodSpec> methods) {
    Names names = context.names();
    for (Derivatives.OfTangent of : second.ofTangents()) {
      names = new Names(names.jvp());
      methods.add(
          visible(context, of.tangent().get(0))
              .addJavadoc("$L", Docs.tangentOf(names, context))
              .addExceptions(context.signature().exceptions())
              .build());
      methods.addAll(parts(context, of.tangent()));
      methods.addAll(
          both(
              context,
              of.forward(),
              of.reverse(),
              List.of(),
              Docs.forwardOf(names, context),
              Docs.reverseOf(names, context)));
    }
  }

  /** A method that does nothing, and is there where a method leaves its arrays alone. */
  static Optional<MethodSpec> onlyReads(Context context) {
    if (context.member().derivatives().second().isEmpty() || !onlyReadsArrays(context)) {
      return Optional.empty();
    }
    MethodSpec nothing = MethodSpec.methodBuilder(context.names().onlyReads()).build();
    return Optional.of(visible(context, nothing).addJavadoc("$L", Docs.onlyReads(context)).build());
  }

  private static List<MethodSpec> both(
      Context context,
      List<MethodSpec> forward,
      List<MethodSpec> reverse,
      List<AnnotationSpec> marks,
      String ofForward,
      String ofReverse) {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(
        visible(context, forward.get(0))
            .addJavadoc("$L", ofForward)
            .addAnnotations(marks)
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

  /** Whether there are any, and they stay as they are: only the body tells. */
  private static boolean onlyReadsArrays(Context context) {
    return context.signature().parameters().stream().anyMatch(each -> each.type().isArray())
        && context.member().derivatives().touched().isEmpty();
  }

  private static AnnotationSpec mark(List<Parameter> parameters) {
    List<CodeBlock> active = new ArrayList<>();
    List<CodeBlock> names = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).active()) {
        active.add(CodeBlock.of("$L", i));
      }
      names.add(CodeBlock.of("$S", parameters.get(i).name()));
    }
    return AnnotationSpec.builder(SWEEP)
        .addMember("active", "{$L}", CodeBlock.join(active, ", "))
        .addMember("names", "{$L}", CodeBlock.join(names, ", "))
        .build();
  }
}
