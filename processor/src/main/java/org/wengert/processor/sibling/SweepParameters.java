package org.wengert.processor.sibling;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.wengert.processor.tape.Type;

/**
 * The parameters of a sweep under the names that the emitter gave them.
 *
 * @param declarations all of them, in order
 * @param primals the annotated method's own, in order
 * @param seed the name of the adjoint of the result, where there is one
 */
record SweepParameters(
    List<ParameterSpec> declarations, List<Primal> primals, Optional<String> seed) {

  /**
   * A parameter of the annotated method.
   *
   * @param derivative the name of its tangent or adjoint, which follows it, if it has one
   */
  record Primal(Parameter parameter, String name, Optional<String> derivative) {
    Type type() {
      return parameter.type();
    }

    boolean isPair() {
      return type().isArray() && derivative.isPresent();
    }
  }

  static SweepParameters of(
      MethodSpec sweep, Signature signature, Predicate<Parameter> hasDerivative) {
    Iterator<ParameterSpec> emitted = sweep.parameters().iterator();
    List<ParameterSpec> declarations = new ArrayList<>();
    List<Primal> primals = new ArrayList<>();
    for (Parameter parameter : signature.parameters()) {
      String name = emitted.next().name();
      declarations.add(ParameterSpec.builder(parameter.javaType(), name).build());
      Optional<String> derivative = Optional.empty();
      if (hasDerivative.test(parameter)) {
        ParameterSpec next = emitted.next();
        declarations.add(next);
        derivative = Optional.of(next.name());
      }
      primals.add(new Primal(parameter, name, derivative));
    }
    Optional<String> seed = Optional.empty();
    if (emitted.hasNext()) {
      ParameterSpec last = emitted.next();
      declarations.add(last);
      seed = Optional.of(last.name());
    }
    return new SweepParameters(declarations, primals, seed);
  }
}
