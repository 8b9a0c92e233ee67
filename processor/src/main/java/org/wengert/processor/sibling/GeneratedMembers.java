package org.wengert.processor.sibling;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;

/** Everything that is generated for one annotated method, in the order in which it stands. */
final class GeneratedMembers {
  private final Context context;

  GeneratedMembers(Context context) {
    this.context = context;
  }

  List<TypeSpec> records() {
    List<TypeSpec> records = new ArrayList<>();
    if (context.signature().vjpRecord().isPresent()) {
      records.add(ResultRecords.vjp(context));
    }
    if (context.signature().returnsScalar()) {
      records.add(ResultRecords.gradient(context));
    }
    if (context.signature().hasHessian()) {
      records.add(ResultRecords.hvp(context));
    }
    return records;
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.addAll(Sweeps.jvp(context));
    methods.addAll(Sweeps.vjp(context));
    if (context.signature().returnsScalar()) {
      methods.add(GradientMethod.of(context));
    }
    if (context.signature().hasHessian()) {
      methods.add(HvpMethod.of(context));
      methods.addAll(HvpSweep.of(context));
      methods.addAll(HessianMethods.of(context));
    }
    if (context.signature().returnsArray()) {
      methods.addAll(JacobianMethods.of(context));
    }
    if (context.signature().wanted().taylor()) {
      methods.addAll(TaylorMethod.of(context));
    }
    if (context.member().derivatives().sparse().isPresent()) {
      methods.addAll(SparseMethods.of(context));
    }
    if (FunctionObject.exists(context.signature())) {
      methods.add(FunctionObject.of(context));
    }
    methods.addAll(CalledSweeps.of(context));
    return methods;
  }
}
