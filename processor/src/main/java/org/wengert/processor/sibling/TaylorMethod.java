package org.wengert.processor.sibling;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.List;

/** The coefficients of Taylor series, behind checks of the arrays that they are computed from. */
final class TaylorMethod {
  private TaylorMethod() {}

  /** The method and its private parts. */
  static List<MethodSpec> of(Context context) {
    List<MethodSpec> bodies = context.member().derivatives().taylor();
    MethodSpec body = bodies.get(0);
    List<ParameterSpec> given = body.parameters();
    ParameterSpec order = given.get(given.size() - 1);
    MethodSpec sweep =
        MethodSpec.methodBuilder(body.name())
            .addParameters(given.subList(0, given.size() - 1))
            .build();
    SweepParameters parameters = SweepParameters.of(sweep, context.signature(), Parameter::active);
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(
        context
            .method(body.name(), body.returnType())
            .addJavadoc("$L", Docs.taylor(context, parameters, order.name()))
            .addParameters(parameters.declarations())
            .addParameter(order)
            .addCode(SweepChecks.ofShapes(context, parameters))
            .addCode(body.code())
            .build());
    for (MethodSpec part : bodies.subList(1, bodies.size())) {
      methods.add(part.toBuilder().addExceptions(context.signature().exceptions()).build());
    }
    return methods;
  }
}
