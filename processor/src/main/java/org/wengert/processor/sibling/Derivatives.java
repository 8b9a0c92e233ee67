package org.wengert.processor.sibling;

import com.palantir.javapoet.MethodSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wengert.processor.tape.Type;

/**
 * The derivatives of one annotated method as Java, and what must be known to call them.
 *
 * @param jvp the tangent method, then the private methods that it was split into
 * @param vjp the adjoint method, then the private methods that it was split into
 * @param forward the forward sweep for calls in other methods, then the private methods that it was
 *     split into
 * @param reverse its reverse sweep, likewise
 * @param columns the tangent method in several directions at once, likewise; empty where the
 *     Jacobian is not asked for, or not computed in this way
 * @param wideColumns the tangent method in any number of directions, likewise
 * @param rows the method that fills in all rows of the Jacobian, likewise
 * @param taylor the method that gives Taylor series, likewise; empty where they are not asked for
 * @param second those of order 2, where they are asked for
 * @param sparse what finds the pattern of a sparse Jacobian or Hessian, where that is asked for
 * @param touched indices of the array parameters that the method writes into or hands out again, so
 *     that a caller who wants to keep his array must pass a copy
 * @param rearranged the kinds of scalars in arrays whose rows the method may replace
 */
public record Derivatives(
    List<MethodSpec> jvp,
    List<MethodSpec> vjp,
    List<MethodSpec> forward,
    List<MethodSpec> reverse,
    List<MethodSpec> columns,
    List<MethodSpec> wideColumns,
    List<MethodSpec> rows,
    List<MethodSpec> taylor,
    Optional<Second> second,
    Optional<Sparse> sparse,
    Set<Integer> touched,
    Set<Type.Kind> rearranged) {
  /**
   * The derivatives of the tangent method.
   *
   * @param hvp the reverse sweep of the tangent with respect to the method's own parameters, then
   *     the private methods that it was split into; empty where the method has no scalar result
   * @param givesGradient whether that sweep takes adjoints of tangent arrays as well, to which it
   *     adds the gradient
   * @param columns the tangents of the adjoint method in several directions at once, likewise;
   *     empty where the Hessian is computed by products with one vector after the other
   * @param ofTangents what calls in other methods need of the tangent, of the tangent of that and
   *     so on, up to the order asked for
   */
  public record Second(
      List<MethodSpec> hvp,
      boolean givesGradient,
      List<MethodSpec> columns,
      List<OfTangent> ofTangents) {
    public Second {
      hvp = List.copyOf(hvp);
      columns = List.copyOf(columns);
      ofTangents = List.copyOf(ofTangents);
    }

    private Stream<List<MethodSpec>> all() {
      return Stream.concat(
          Stream.of(hvp, columns),
          ofTangents.stream().flatMap(its -> Stream.of(its.tangent, its.forward, its.reverse)));
    }
  }

  /**
   * The derivatives of a tangent method.
   *
   * @param tangent its tangent, then the private methods that it was split into: gives the former
   *     and its own
   * @param forward the forward sweep for calls in other methods, likewise
   * @param reverse its reverse sweep, likewise
   */
  public record OfTangent(
      List<MethodSpec> tangent, List<MethodSpec> forward, List<MethodSpec> reverse) {
    public OfTangent {
      tangent = List.copyOf(tangent);
      forward = List.copyOf(forward);
      reverse = List.copyOf(reverse);
    }
  }

  /**
   * How a sparse pattern is found.
   *
   * @param dependences the method that finds out what the result depends on, then the private
   *     methods that it was split into
   * @param decisions the method that tells on which of its possible ways the annotated one is,
   *     likewise
   */
  public record Sparse(List<MethodSpec> dependences, List<MethodSpec> decisions) {
    public Sparse {
      dependences = List.copyOf(dependences);
      decisions = List.copyOf(decisions);
    }
  }

  public Derivatives {
    jvp = List.copyOf(jvp);
    vjp = List.copyOf(vjp);
    forward = List.copyOf(forward);
    reverse = List.copyOf(reverse);
    columns = List.copyOf(columns);
    wideColumns = List.copyOf(wideColumns);
    rows = List.copyOf(rows);
    taylor = List.copyOf(taylor);
    touched = Set.copyOf(touched);
    rearranged = Set.copyOf(rearranged);
  }

  /** Everything that callers may see, and all private parts. */
  public Stream<MethodSpec> all() {
    Stream<MethodSpec> first =
        Stream.of(jvp, vjp, forward, reverse, columns, wideColumns, rows, taylor)
            .flatMap(List::stream);
    Stream<MethodSpec> others =
        Stream.concat(
                second.stream().flatMap(Second::all),
                sparse.stream().flatMap(its -> Stream.of(its.dependences(), its.decisions())))
            .flatMap(List::stream);
    return Stream.concat(first, others);
  }
}
