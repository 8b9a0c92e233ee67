package org.wengert.processor.sibling;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.function.Predicate;
import org.wengert.processor.sibling.SweepParameters.Primal;
import org.wengert.processor.tape.Type;

/**
 * What a sweep checks of its arrays before it writes into any. An array that it writes into cannot
 * be another of its arrays as well, unless both stand for the same thing.
 */
final class SweepChecks {
  private final Context context;
  private final List<Primal> primals;
  private final CodeBlock.Builder code = CodeBlock.builder();

  private SweepChecks(Context context, List<Primal> primals) {
    this.context = context;
    this.primals = primals;
  }

  /**
   * @param isWritten whether the sweep writes into the tangent or adjoint of a parameter
   */
  static CodeBlock of(Context context, SweepParameters parameters, Predicate<Parameter> isWritten) {
    SweepChecks checks = new SweepChecks(context, parameters.primals());
    for (Primal primal : parameters.primals()) {
      if (primal.isPair()) {
        String derivative = primal.derivative().get();
        checks.code.add(context.checks().shape(primal.type(), derivative, primal.name()));
        checks.addDistinct(primal.type(), derivative, isWritten.test(primal.parameter()));
      }
    }
    if (context.signature().returnsArray() && parameters.seed().isPresent()) {
      Type type = context.signature().result().get();
      String seed = parameters.seed().get();
      checks.code.add(context.checks().present(type, seed));
      checks.addDistinct(type, seed, false);
    }
    checks.addAlike();
    checks.addApart();
    return checks.code.build();
  }

  private void addDistinct(Type type, String derivative, boolean isWritten) {
    for (Primal other : primals) {
      if (other.type().equals(type) && (isWritten || context.isTouched(other.parameter()))) {
        code.add(context.checks().distinct(type, derivative, other.name()));
      }
    }
  }

  /** An array that the method writes into cannot be both active and a constant. */
  private void addApart() {
    for (Primal active : primals) {
      for (Primal constant : primals) {
        if (active.isPair()
            && !constant.isPair()
            && active.type().equals(constant.type())
            && (context.isTouched(active.parameter()) || context.isTouched(constant.parameter()))) {
          code.add(context.checks().distinct(active.type(), active.name(), constant.name()));
        }
      }
    }
  }

  /** A parameter that the method writes into may be another one as well: with one adjoint. */
  private void addAlike() {
    List<Primal> pairs = primals.stream().filter(Primal::isPair).toList();
    for (int i = 0; i < pairs.size(); i++) {
      for (int j = i + 1; j < pairs.size(); j++) {
        Primal first = pairs.get(i);
        Primal second = pairs.get(j);
        if (first.type().equals(second.type())
            && (context.isTouched(first.parameter()) || context.isTouched(second.parameter()))) {
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
