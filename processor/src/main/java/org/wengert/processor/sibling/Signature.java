package org.wengert.processor.sibling;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Type;

/**
 * What callers see of an annotated method.
 *
 * @param owner the class that declares it
 * @param method its name in the source
 * @param base what the names of everything generated for it start with
 * @param result the type it returns, empty for {@code void}
 * @param wanted what it asks for
 * @param exceptions the checked exceptions that its {@code throws} clause lists
 * @param line one-based line of its declaration
 */
public record Signature(
    ClassName owner,
    String method,
    String base,
    List<Parameter> parameters,
    Optional<Type> result,
    Wanted wanted,
    List<TypeName> exceptions,
    boolean isPublic,
    int line) {
  public Signature {
    parameters = List.copyOf(parameters);
    exceptions = List.copyOf(exceptions);
  }

  /** Up to which order it has derivatives. */
  public int order() {
    return wanted.order();
  }

  List<Parameter> active() {
    return parameters.stream().filter(Parameter::active).toList();
  }

  /** The positions of the parameters that it is differentiated with respect to. */
  public List<Integer> activePositions() {
    return IntStream.range(0, parameters.size())
        .filter(i -> parameters.get(i).active())
        .boxed()
        .toList();
  }

  /** The names of these parameters. */
  public List<String> activeNames() {
    return active().stream().map(Parameter::name).toList();
  }

  List<Parameter> activeScalars() {
    return parameters.stream().filter(Parameter::isActiveScalar).toList();
  }

  List<Parameter> constants() {
    return parameters.stream().filter(parameter -> !parameter.active()).toList();
  }

  /** Whether it has products of its Hessian with vectors. */
  public boolean hasHessian() {
    return order() >= 2 && returnsScalar();
  }

  public boolean returnsScalar() {
    return result.isPresent() && !result.get().isArray();
  }

  public boolean returnsArray() {
    return result.isPresent() && result.get().isArray();
  }

  /** The runtime's record that the forward sweep hands out; none for {@code void}. */
  public Optional<ClassName> jvpRecord() {
    return result.map(Signature::dual);
  }

  /** The same for any tangent tape, whose only result may also be one without a tangent. */
  public static Optional<ClassName> jvpRecord(Tape tangent) {
    return tangent.results().size() == 2
        ? Optional.of(dual(tangent.results().get(0).type()))
        : Optional.empty();
  }

  private static ClassName dual(Type type) {
    return ClassName.get(
        "org.wengert",
        "Dual" + (type.kind() == Type.Kind.FLOAT ? "Float" : "") + (type.isArray() ? "Array" : ""));
  }

  /** The record of adjoints that the reverse sweep hands out, if there are active scalars. */
  public Optional<ClassName> vjpRecord() {
    return activeScalars().isEmpty()
        ? Optional.empty()
        : Optional.of(Sibling.nameFor(owner).nestedClass(new Names(base).vjpRecord()));
  }

  /** The method as messages name it: {@code f(double, double[])}. */
  public String spelling() {
    return parameters.stream()
        .map(parameter -> parameter.type().toString().replaceFirst("^.*\\.", ""))
        .collect(Collectors.joining(", ", method + "(", ")"));
  }
}
