package org.wengert.processor.sibling;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The two sweeps that the derivatives of calling methods use, in whatever class they stand. They
 * check nothing: the caller's own derivatives have done so.
 */
final class CalledSweeps {
  private CalledSweeps() {}

  static List<MethodSpec> of(Context context) {
    List<MethodSpec> methods = new ArrayList<>();
    methods.addAll(
        visible(context, context.member().derivatives().forward(), Docs.forward(context)));
    methods.addAll(
        visible(context, context.member().derivatives().reverse(), Docs.reverse(context)));
    return methods;
  }

  private static List<MethodSpec> visible(
      Context context, List<MethodSpec> bodies, String javadoc) {
    MethodSpec body = bodies.get(0);
    List<ParameterSpec> parameters = body.parameters();
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(
        context
            .method(body.name(), body.returnType())
            .addJavadoc("$L", javadoc)
            .addParameters(parameters)
            .addCode(body.code())
            .build());
    methods.addAll(bodies.subList(1, bodies.size()));
    return methods;
  }
}
