package org.wengert.processor.sibling;

import com.palantir.javapoet.MethodSpec;
import java.util.List;

/** The Jacobian of an array-valued method. */
final class JacobianMethods {
  private JacobianMethods() {}

  /** The method that callers see, then its private parts. */
  static List<MethodSpec> of(Context context) {
    if (!context.member().derivatives().rows().isEmpty()) {
      return FewRows.of(context);
    }
    return context.member().derivatives().columns().isEmpty()
        ? SingleColumns.of(context)
        : SeveralColumns.of(context);
  }
}
