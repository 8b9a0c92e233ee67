package org.wengert.processor.sibling;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;

/**
 * The forward and the reverse sweep as methods that callers see: the bodies that came down the
 * pipeline, behind checks of the arrays that they are given.
 */
final class Sweeps {
  private Sweeps() {}

  /** The tangent method and its private parts. */
  static List<MethodSpec> jvp(Context context) {
    List<MethodSpec> bodies = context.member().derivatives().jvp();
    SweepParameters parameters =
        SweepParameters.of(bodies.get(0), context.signature(), Parameter::active);
    TypeName result =
        context.signature().jvpRecord().map(TypeName.class::cast).orElse(TypeName.VOID);
    CodeBlock checks = SweepChecks.of(context, parameters, SweepChecks.Sweep.FORWARD);
    return withChecks(context, bodies, parameters, result, checks, Docs.jvp(context, parameters));
  }

  /** The adjoint method and its private parts. */
  static List<MethodSpec> vjp(Context context) {
    List<MethodSpec> bodies = context.member().derivatives().vjp();
    SweepParameters parameters =
        SweepParameters.of(bodies.get(0), context.signature(), Parameter::isActiveArray);
    TypeName result =
        context
            .signature()
            .vjpRecord()
            .map(TypeName.class::cast)
            .or(() -> context.signature().result().map(JavaTypes::of))
            .orElse(TypeName.VOID);
    CodeBlock checks = SweepChecks.of(context, parameters, SweepChecks.Sweep.REVERSE);
    if (!context.member().derivatives().rearranged().isEmpty()) {
      MethodSpec body =
          MethodSpec.methodBuilder(context.names().vjp())
              .addCode(RearrangingSweep.of(context, parameters))
              .build();
      bodies = List.of(body);
    }
    return withChecks(context, bodies, parameters, result, checks, Docs.vjp(context, parameters));
  }

  private static List<MethodSpec> withChecks(
      Context context,
      List<MethodSpec> bodies,
      SweepParameters parameters,
      TypeName result,
      CodeBlock checks,
      String javadoc) {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(
        context
            .method(bodies.get(0).name(), result)
            .addJavadoc("$L", javadoc)
            .addParameters(parameters.declarations())
            .addCode(checks)
            .addCode(bodies.get(0).code())
            .build());
    for (MethodSpec part : bodies.subList(1, bodies.size())) {
      methods.add(part.toBuilder().addExceptions(context.signature().exceptions()).build());
    }
    return methods;
  }
}
