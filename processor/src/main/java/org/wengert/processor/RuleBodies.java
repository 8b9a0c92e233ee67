package org.wengert.processor;

import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import org.wengert.processor.differentiate.Handover;
import org.wengert.processor.differentiate.RuleSweeps;
import org.wengert.processor.emit.Emitter;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Signature;
import org.wengert.processor.simplify.Simplifier;
import org.wengert.processor.tape.Callee;
import org.wengert.processor.tape.Tape;

/** The sweeps that follow the user's rules for a method that is called. */
final class RuleBodies {
  private RuleBodies() {}

  static List<MethodSpec> of(RuledCallees.Ruled ruled) {
    ExecutableElement method = ruled.method();
    RuleSweeps sweeps =
        new RuleSweeps(callee(method), ruled.parameters(), SourceTypes.of(method.getReturnType()));
    Names names = new Names(ruled.base());
    List<MethodSpec> methods = new ArrayList<>();
    Handover handover;
    if (ruled.rules().adjoint().isPresent()) {
      Callee adjoint = callee(ruled.rules().adjoint().get());
      handover = sweeps.sweeps(names.forward(), names.reverse(), adjoint);
    } else {
      Map<Integer, Callee> partials = new TreeMap<>();
      ruled.rules().partials().forEach((position, rule) -> partials.put(position, callee(rule)));
      Tape tangent = Simplifier.of(sweeps.tangent(names.jvp(), partials));
      methods.addAll(Bodies.of(tangent, Signature.jvpRecord(tangent)));
      handover = sweeps.sweeps(names.forward(), names.reverse(), partials);
    }
    Handover simplified = handover.map(Simplifier::of).packed();
    Emitter.Pair pair =
        Emitter.sweeps(
            simplified.forward(),
            simplified.reverse(),
            simplified.size(),
            method.getReturnType().getKind() != TypeKind.VOID);
    methods.addAll(Bodies.of(pair.forward()));
    methods.addAll(Bodies.of(pair.reverse()));
    return methods;
  }

  private static Callee callee(ExecutableElement method) {
    return Callee.plain(
        ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString(),
        method.getSimpleName().toString());
  }
}
