package org.wengert.processor.sibling;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Optional;
import org.wengert.processor.sibling.SweepParameters.Primal;
import org.wengert.processor.tape.Type;

/**
 * What a sweep checks of its arrays before it writes into any. An array that it writes into cannot
 * be another of its arrays as well, unless both stand for the same thing.
 */
final class SweepChecks {
  private static final ClassName ROLES = ClassName.get("org.wengert", "ArrayRoles");

  /** Up to here, every two arrays are compared on the spot. */
  private static final int FEW = 6;

  private final Context context;
  private final SweepParameters parameters;
  private final Sweep sweep;
  private final CodeBlock.Builder code = CodeBlock.builder();

  /** Which of the two sweeps. */
  enum Sweep {
    /** Writes into the tangents of what the method writes into. */
    FORWARD,
    /** Writes into all adjoints. */
    REVERSE
  }

  private SweepChecks(Context context, SweepParameters parameters, Sweep sweep) {
    this.context = context;
    this.parameters = parameters;
    this.sweep = sweep;
  }

  static CodeBlock of(Context context, SweepParameters parameters, Sweep sweep) {
    SweepChecks checks = new SweepChecks(context, parameters, sweep);
    checks.addShapes();
    checks.addIdentities(Type.Kind.DOUBLE);
    checks.addIdentities(Type.Kind.FLOAT);
    return checks.code.build();
  }

  /** Of a sweep that only reads: all that matters is whether the shapes fit. */
  static CodeBlock ofShapes(Context context, SweepParameters parameters) {
    SweepChecks checks = new SweepChecks(context, parameters, Sweep.FORWARD);
    checks.addShapes();
    return checks.code.build();
  }

  private void addShapes() {
    for (Primal primal : parameters.primals()) {
      if (primal.isPair()) {
        String derivative = primal.derivative().get();
        code.add(context.checks().shape(primal.type(), derivative, primal.name()));
      }
    }
    if (context.signature().returnsArray() && parameters.seed().isPresent()) {
      Type type = context.signature().result().get();
      code.add(context.checks().present(type, parameters.seed().get()));
    }
  }

  /** Which arrays with this kind of scalars may be the same. */
  private void addIdentities(Type.Kind kind) {
    List<Primal> arrays =
        parameters.primals().stream()
            .filter(primal -> primal.type().isArray() && primal.type().kind() == kind)
            .toList();
    boolean touched = arrays.stream().anyMatch(this::isTouched);
    boolean rows = arrays.stream().anyMatch(primal -> primal.type().rank() > 1);
    boolean pairs = arrays.stream().anyMatch(Primal::isPair);
    if (!touched && (!pairs || sweep == Sweep.FORWARD)) {
      return;
    }
    if (arrays.size() > FEW || (touched && rows)) {
      addRoles(arrays, seedOf(kind));
    } else {
      addComparisons(arrays, seedOf(kind));
    }
  }

  private Optional<String> seedOf(Type.Kind kind) {
    return parameters
        .seed()
        .filter(
            seed ->
                context.signature().returnsArray()
                    && context.signature().result().get().kind() == kind);
  }

  private boolean isTouched(Primal primal) {
    return context.isTouched(primal.parameter());
  }

  /** All at once, rows included, by the runtime's table. */
  private void addRoles(List<Primal> arrays, Optional<String> seed) {
    code.add("$T.$L()$>$>", ROLES, sweep == Sweep.FORWARD ? "ofForward" : "ofReverse");
    for (Primal array : arrays) {
      String verb = isTouched(array) ? "written" : "read";
      if (array.isPair()) {
        String derivative = array.derivative().get();
        code.add("\n.$L($N, $S, $N, $S)", verb, array.name(), array.name(), derivative, derivative);
      } else {
        code.add("\n.$LConstant($N, $S)", verb, array.name(), array.name());
      }
    }
    seed.ifPresent(name -> code.add("\n.seed($N, $S)", name, name));
    code.add("\n.done();\n$<$<");
  }

  /** Every two arrays by themselves. */
  private void addComparisons(List<Primal> arrays, Optional<String> seed) {
    for (Primal primal : arrays) {
      if (primal.isPair()) {
        boolean isWritten = sweep == Sweep.REVERSE || isTouched(primal);
        addDistinct(primal.type(), primal.derivative().get(), isWritten, arrays);
      }
    }
    seed.ifPresent(name -> addDistinct(context.signature().result().get(), name, false, arrays));
    addAlike(arrays.stream().filter(Primal::isPair).toList());
    addApart(arrays);
  }

  private void addDistinct(Type type, String derivative, boolean isWritten, List<Primal> arrays) {
    for (Primal other : arrays) {
      if (other.type().equals(type) && (isWritten || isTouched(other))) {
        code.add(context.checks().distinct(type, derivative, other.name()));
      }
    }
  }

  /** An array that the method writes into cannot be both active and a constant. */
  private void addApart(List<Primal> arrays) {
    for (Primal active : arrays) {
      for (Primal constant : arrays) {
        if (active.isPair()
            && !constant.isPair()
            && active.type().equals(constant.type())
            && (isTouched(active) || isTouched(constant))) {
          code.add(context.checks().distinct(active.type(), active.name(), constant.name()));
        }
      }
    }
  }

  /** A parameter that the method writes into may be another one as well: with one adjoint. */
  private void addAlike(List<Primal> pairs) {
    for (int i = 0; i < pairs.size(); i++) {
      for (int j = i + 1; j < pairs.size(); j++) {
        Primal first = pairs.get(i);
        Primal second = pairs.get(j);
        if (first.type().equals(second.type()) && (isTouched(first) || isTouched(second))) {
          code.add(
              Checks.alike(
                  first.name(),
                  first.derivative().get(),
                  second.name(),
                  second.derivative().get()));
        }
      }
    }
  }
}
