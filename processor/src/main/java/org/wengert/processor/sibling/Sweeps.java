package org.wengert.processor.sibling;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.wengert.processor.tape.Type;

/**
 * The forward and the reverse sweep as methods that callers see: the bodies that came down the
 * pipeline, behind checks of the arrays that they are given.
 */
final class Sweeps {
  private Sweeps() {}

  /** The tangent method and its private parts. */
  static List<MethodSpec> jvp(Context context) {
    List<MethodSpec> bodies = context.member().derivatives().jvp();
    List<Paired> pairs = pairs(context, bodies.get(0), Parameter::active);
    CodeBlock.Builder checks = CodeBlock.builder();
    for (Paired pair : pairs) {
      if (pair.primal().isActiveArray()) {
        checks.add(checkShape(context, pair));
        if (context.isTouched(pair.primal())) {
          checks.add(checkDistinct(context, pair));
        }
      }
    }
    TypeName result =
        context.signature().jvpRecord().map(TypeName.class::cast).orElse(TypeName.VOID);
    return withChecks(context, bodies, result, checks.build(), Docs.jvp(context, pairs));
  }

  /** The adjoint method and its private parts. */
  static List<MethodSpec> vjp(Context context) {
    List<MethodSpec> bodies = context.member().derivatives().vjp();
    List<Paired> pairs = pairs(context, bodies.get(0), Parameter::isActiveArray);
    CodeBlock.Builder checks = CodeBlock.builder();
    for (Paired pair : pairs) {
      checks.add(checkShape(context, pair)).add(checkDistinct(context, pair));
    }
    List<ParameterSpec> parameters = bodies.get(0).parameters();
    String seed = parameters.get(parameters.size() - 1).name();
    if (context.signature().returnsArray()) {
      Type type = context.signature().result().get();
      checks.add(context.helpers().checkPresent(type, seed));
    }
    TypeName result =
        context
            .signature()
            .vjpRecord()
            .map(TypeName.class::cast)
            .or(() -> context.signature().result().map(JavaTypes::of))
            .orElse(TypeName.VOID);
    return withChecks(context, bodies, result, checks.build(), Docs.vjp(context, pairs, seed));
  }

  private static CodeBlock checkShape(Context context, Paired pair) {
    return context.helpers().checkShape(pair.type(), pair.derivative(), pair.primalName());
  }

  private static CodeBlock checkDistinct(Context context, Paired pair) {
    return context.helpers().checkDistinct(pair.type(), pair.derivative(), pair.primalName());
  }

  private static List<MethodSpec> withChecks(
      Context context,
      List<MethodSpec> bodies,
      TypeName result,
      CodeBlock checks,
      CodeBlock javadoc) {
    MethodSpec sweep = bodies.get(0);
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(
        context
            .method(sweep.name(), result)
            .addJavadoc(javadoc)
            .addParameters(sweep.parameters())
            .addCode(checks)
            .addCode(sweep.code())
            .build());
    for (MethodSpec part : bodies.subList(1, bodies.size())) {
      methods.add(part.toBuilder().addExceptions(context.signature().exceptions()).build());
    }
    return methods;
  }

  /** The parameters that have a tangent or an adjoint next to them, with its name. */
  private static List<Paired> pairs(
      Context context, MethodSpec sweep, Predicate<Parameter> hasDerivative) {
    List<Paired> pairs = new ArrayList<>();
    Iterator<ParameterSpec> generated = sweep.parameters().iterator();
    for (Parameter parameter : context.signature().parameters()) {
      String primalName = generated.next().name();
      if (hasDerivative.test(parameter)) {
        pairs.add(new Paired(parameter, primalName, generated.next().name()));
      }
    }
    return pairs;
  }

  /**
   * A parameter of the annotated method, as the generated method calls it, and its tangent or
   * adjoint.
   */
  record Paired(Parameter primal, String primalName, String derivative) {
    Type type() {
      return primal.type();
    }
  }
}
