package org.wengert.processor.sibling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wengert.processor.tape.Type;

/** Which generated members are taken by the annotated methods of a class seen so far. */
public final class Collisions {
  private final Map<String, Signature> taken = new HashMap<>();

  /**
   * Two annotated methods that would generate the same member.
   *
   * @param earlier the one that stands first in the source
   * @param member the name of the member
   */
  public record Collision(Signature earlier, String member) {}

  /** Takes the members of a method; takes none of them if one is taken already. */
  public Optional<Collision> add(Signature signature) {
    List<String> members = members(signature);
    for (String member : members) {
      if (taken.containsKey(member)) {
        return Optional.of(new Collision(taken.get(member), member.replaceFirst("\\(.*", "")));
      }
    }
    members.forEach(member -> taken.put(member, signature));
    return Optional.empty();
  }

  /** Records by name, methods by name and parameter types. */
  private static List<String> members(Signature signature) {
    Names names = new Names(signature.base());
    List<Parameter> parameters = signature.parameters();
    List<String> members = new ArrayList<>();
    if (FunctionObject.exists(signature)) {
      members.add(method(names.base(), types(signature.constants())));
    }
    members.add(method(names.jvp(), withTangents(parameters)));
    members.add(
        method(
            names.vjp(),
            Stream.concat(
                parameters.stream()
                    .flatMap(
                        parameter ->
                            parameter.isActiveArray()
                                ? Stream.of(parameter.type(), parameter.type())
                                : Stream.of(parameter.type())),
                signature.result().stream())));
    members.add(names.reverse());
    if (!signature.activeScalars().isEmpty()) {
      members.add(names.vjpRecord());
    }
    if (signature.returnsScalar()) {
      members.add(names.gradientRecord());
      members.add(method(names.gradient(), types(parameters)));
    }
    if (signature.hasHessian()) {
      members.add(names.hvpRecord());
      members.add(method(names.hvp(), withTangents(parameters)));
      members.add(method(names.hessian(), types(parameters)));
      members.add(names.hvpSweep());
      members.add(names.hessianColumns());
      members.add(
          method(
              names.hessianRow(),
              Stream.concat(
                  Stream.of(Type.INT, signature.result().get().arrayOf()), types(parameters))));
    }
    Names tangent = names;
    for (int order = 2; order <= signature.order(); order++) {
      tangent = new Names(tangent.jvp());
      members.add(tangent.jvp());
      members.add(tangent.reverse());
    }
    if (signature.wanted().taylor()) {
      members.add(
          method(names.taylor(), Stream.concat(withTangents(parameters), Stream.of(Type.INT))));
    }
    if (signature.wanted().sparse()) {
      String matrix = signature.returnsArray() ? names.sparseJacobian() : names.sparseHessian();
      members.add(method(names.sparsity(), types(parameters)));
      members.add(method(matrix, types(parameters)));
      members.add(method(matrix, withSparsity(parameters)));
      members.add(method(names.compressed(), withSparsity(parameters)));
      members.add(names.dependences());
      members.add(names.decisions());
    }
    if (signature.returnsArray()) {
      members.add(method(names.jacobian(), types(parameters)));
      members.add(
          method(names.jacobianColumn(), Stream.concat(Stream.of(Type.INT), types(parameters))));
      members.add(
          method(
              names.jacobianColumns(),
              parameters.stream()
                  .flatMap(
                      parameter ->
                          parameter.active()
                              ? Stream.of(parameter.type(), Directions.seeds(parameter))
                              : Stream.of(parameter.type()))));
      members.add(
          method(
              names.jacobianInDirections(),
              Stream.concat(
                  parameters.stream()
                      .flatMap(
                          parameter ->
                              parameter.active()
                                  ? Stream.of(parameter.type(), parameter.type().arrayOf())
                                  : Stream.of(parameter.type())),
                  Stream.of(Type.INT))));
      members.add(
          method(
              names.jacobianRow(),
              Stream.concat(
                  Stream.of(Type.INT, signature.result().get().arrayOf()), types(parameters))));
    }
    return members;
  }

  private static Stream<Type> withTangents(List<Parameter> parameters) {
    return parameters.stream()
        .flatMap(
            parameter ->
                parameter.active()
                    ? Stream.of(parameter.type(), parameter.type())
                    : Stream.of(parameter.type()));
  }

  private static Stream<Type> withSparsity(List<Parameter> parameters) {
    return Stream.concat(types(parameters), Stream.of(Type.opaque("org.wengert.Sparsity")));
  }

  private static Stream<Type> types(List<Parameter> parameters) {
    return parameters.stream().map(Parameter::type);
  }

  private static String method(String name, Stream<Type> parameters) {
    return parameters.map(Type::toString).collect(Collectors.joining(", ", name + "(", ")"));
  }
}
