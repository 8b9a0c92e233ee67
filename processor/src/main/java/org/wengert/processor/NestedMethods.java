package org.wengert.processor;

import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.wengert.processor.differentiate.Handover;
import org.wengert.processor.differentiate.NestedAdjoint;
import org.wengert.processor.differentiate.NestedCall;
import org.wengert.processor.differentiate.NestedMatrices;
import org.wengert.processor.differentiate.NestedTangent;
import org.wengert.processor.emit.Emitter;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.simplify.Simplifier;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Location;
import org.wengert.processor.tape.Operation;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * What stands for the derivatives of one method that others call, with derivatives of any order.
 */
final class NestedMethods {
  private final NestedCopy nested;
  private final Copies copies;
  private final NestedCall call;
  private final NestedMatrices matrices;

  NestedMethods(NestedCopy nested, Copies copies) {
    this.nested = nested;
    this.copies = copies;
    this.call = nested.call();
    this.matrices = new NestedMatrices(call);
  }

  /** Whatever may be called. */
  void offer() {
    NestedCalls calls = new NestedCalls(nested);
    Callee tangent = nested.callees().tangent();
    offer(tangent, calls.tangent());
    offer(
        tangent.method(),
        () -> NestedTangent.tape(call, tangent.method()),
        tangent,
        0,
        Optional.empty());
    Callee adjoint = nested.callees().adjoint();
    offer(adjoint, calls.adjoint());
    offerDerivatives(call, adjoint);
    if (!call.results().isEmpty() && call.results().get(0).isArray()) {
      Callee jacobian = nested.callees().jacobian();
      offer(jacobian, calls.jacobian());
      offer(matrices.jacobian(jacobian.method(), tangent), jacobian);
    } else if (!call.results().isEmpty()) {
      Callee product = nested.callees().product();
      offer(product, calls.product());
      offer(matrices.product(product.method(), adjointOf(call.ofTangent())), product);
      Callee hessian = nested.callees().hessian();
      offer(hessian, calls.hessian());
      offer(matrices.hessian(hessian.method(), product), hessian);
    }
  }

  /** A method by hand. */
  private void offer(Callee callee, MethodSpec method) {
    copies.offer(nested.method(), Set.of(callee.method()), file -> List.of(method));
  }

  /** The derivatives of a tape that stands for it, where it is called at last. */
  private void offer(Tape tape, Callee callee) {
    Operation.Invoke last =
        new Operation.Invoke(
            List.of(),
            Callee.plain(callee.owner(), callee.method()),
            Callee.Form.PRIMAL,
            tape.parameters(),
            Location.NONE);
    offer(callee.method(), () -> tape, callee, 0, Optional.of(last));
  }

  private void offer(
      String base,
      Supplier<Tape> source,
      Callee callee,
      int before,
      Optional<Operation.Invoke> last) {
    Family.Source tangents =
        file -> {
          Tape tape = source.get();
          Set<Value> active = new LinkedHashSet<>();
          callee
              .derivatives()
              .orElseThrow()
              .active()
              .forEach(i -> active.add(tape.parameters().get(i)));
          return new Tangents(Simplifier.of(tape), new Names(base), active, before, last);
        };
    copies.offer(nested.method(), new Family(base, tangents));
  }

  /** The adjoint of a method, known from now on. */
  private Callee adjointOf(NestedCall method) {
    Callee.Sweeps sweeps = method.callee().derivatives().orElseThrow();
    String owner = nested.callees().adjoint().owner();
    String name = new Names(nameOf(method)).adjoint();
    Callee adjoint =
        Callee.of(
            owner,
            name,
            Optional.of(
                Callee.Sweeps.generated(owner, name, NestedAdjoint.active(method), sweeps.order())
                    .with(Callee.Origin.NESTED)
                    .writing(NestedAdjoint.written(method))));
    if (copies.isNew(name)) {
      copies.offer(
          nested.method(),
          Set.of(name),
          file ->
              Bodies.of(
                  Simplifier.of(new NestedAdjoint(method, adjoint).primal()), Optional.empty()));
      offerDerivatives(method, adjoint);
    }
    return adjoint;
  }

  /** {@code fNestedJvp} for the tangent of {@code f}, wherever that stands. */
  private String nameOf(NestedCall method) {
    String name = nested.base();
    for (int i = 0; i < method.callee().derivatives().orElseThrow().level(); i++) {
      name = new Names(name).jvp();
    }
    return name;
  }

  private void offerDerivatives(NestedCall method, Callee callee) {
    NestedAdjoint adjoint = new NestedAdjoint(method, callee);
    Names names = new Names(callee.method());
    copies.offer(
        nested.method(),
        Set.of(names.forward(), names.reverse()),
        file -> both(adjoint.sweeps(names.forward(), names.reverse())));
    String tangent = names.jvp();
    copies.offer(
        nested.method(),
        Set.of(tangent),
        file -> Bodies.of(Simplifier.of(tangentOf(method, adjoint, tangent)), Optional.empty()));
    offer(
        tangent,
        () -> tangentOf(method, adjoint, tangent),
        callee.ofTangent(),
        1,
        Optional.empty());
  }

  private Tape tangentOf(NestedCall method, NestedAdjoint adjoint, String name) {
    return adjoint.tangent(name, adjointOf(method.ofTangent()));
  }

  private static List<MethodSpec> both(Handover handover) {
    Handover simplified = handover.map(Simplifier::of).packed();
    Emitter.Pair pair =
        Emitter.sweeps(simplified.forward(), simplified.reverse(), simplified.size(), false);
    List<MethodSpec> methods = new ArrayList<>(Bodies.of(pair.forward()));
    methods.addAll(Bodies.of(pair.reverse()));
    return methods;
  }
}
