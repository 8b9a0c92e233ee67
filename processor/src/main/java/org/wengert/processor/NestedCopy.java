package org.wengert.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import org.wengert.processor.differentiate.NestedAdjoint;
import org.wengert.processor.differentiate.NestedCall;
import org.wengert.processor.differentiate.NestedMatrices;
import org.wengert.processor.differentiate.NestedTangent;
import org.wengert.processor.read.Callees;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Parameter;
import org.wengert.processor.sibling.Signature;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Type;
import org.wengert.processor.tape.Value;

/**
 * A method of which derivatives are called.
 *
 * @param base what the names of all that is made for it start with
 * @param call the method, as its derivatives see it
 * @param callees what stands for its derivatives
 */
record NestedCopy(ExecutableElement method, String base, NestedCall call, Callees.Nested callees) {

  /**
   * Names what stands for the derivatives.
   *
   * @param owner the class in which they are to stand
   * @param primal the method itself, with derivatives
   */
  static NestedCopy of(
      ExecutableElement method, Signature signature, String base, String owner, Callee primal) {
    List<Value> parameters = new ArrayList<>();
    Set<Integer> wrt = new TreeSet<>();
    for (Parameter parameter : signature.parameters()) {
      if (parameter.active()) {
        wrt.add(parameters.size());
      }
      parameters.add(Value.named(parameter.type(), parameter.name()));
    }
    List<Type> results = SourceTypes.of(method.getReturnType()).stream().toList();
    NestedCall call = new NestedCall(primal, parameters, wrt, results);
    NestedMatrices matrices = new NestedMatrices(call);
    Names names = new Names(base);
    int order = primal.derivatives().orElseThrow().order();
    Maker first = maker(owner, order, 1);
    Maker second = maker(owner, order, 2);
    Set<Integer> last = Set.of(parameters.size());
    Callees.Nested callees =
        new Callees.Nested(
            primal,
            first.of(names.tangent(), NestedTangent.active(call), Set.of()),
            first.of(names.adjoint(), NestedAdjoint.active(call), NestedAdjoint.written(call)),
            first.of(names.jacobian(), matrices.activeOfMatrix(), last),
            second.of(names.hvp(), matrices.activeOfProduct(), matrices.writtenByProduct()),
            second.of(names.hessian(), matrices.activeOfMatrix(), last),
            wrt);
    return new NestedCopy(method, base, call, callees);
  }

  /**
   * Makes derivatives of an order, which have fewer derivatives than the method itself.
   *
   * @param order the order up to which the method has some, as sweeps count
   */
  private static Maker maker(String owner, int order, int derivative) {
    int left =
        order == Callee.Sweeps.ANY
            ? order
            : Math.max(1, order - Callee.Sweeps.upTo(derivative + 1) + 1);
    return (name, active, written) ->
        generated(owner, name, Callee.Origin.NESTED, active, left, written);
  }

  private interface Maker {
    Callee of(String name, List<Integer> active, Set<Integer> written);
  }

  /** The private copy of a method of the same file, with derivatives of any order. */
  static Callee primal(String owner, String base, List<Integer> active) {
    return generated(owner, base, Callee.Origin.GENERATED, active, Callee.Sweeps.ANY, Set.of());
  }

  private static Callee generated(
      String owner,
      String name,
      Callee.Origin origin,
      List<Integer> active,
      int order,
      Set<Integer> written) {
    Callee.Sweeps sweeps =
        Callee.Sweeps.generated(owner, name, active, order).with(origin).writing(written);
    return Callee.of(owner, name, Optional.of(sweeps));
  }
}
