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
    List<MethodSpec> methods = new ArrayList<>();
    MethodSpec forward = derivatives.forward().get(0);
    methods.add(
        visible(context, forward)
            .addJavadoc("$L", Docs.forward(context))
            .addAnnotation(active(context.signature().parameters()))
            .addExceptions(context.signature().exceptions())
            .build());
    methods.addAll(parts(context, derivatives.forward()));
    MethodSpec reverse = derivatives.reverse().get(0);
    methods.add(visible(context, reverse).addJavadoc("$L", Docs.reverse(context)).build());
    methods.addAll(parts(context, derivatives.reverse()));
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

  private static AnnotationSpec active(List<Parameter> parameters) {
    CodeBlock.Builder positions = CodeBlock.builder();
    String separator = "";
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).active()) {
        positions.add("$L$L", separator, i);
        separator = ", ";
      }
    }
    return AnnotationSpec.builder(SWEEP).addMember("active", "{$L}", positions.build()).build();
  }
}
