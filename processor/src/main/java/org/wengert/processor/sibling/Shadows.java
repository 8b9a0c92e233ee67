package org.wengert.processor.sibling;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;

/**
 * The adjoint arrays that a sweep works on in place of those that the derivatives go to, where the
 * method replaces rows: it rearranges them along with its arrays.
 */
final class Shadows {
  private static final ClassName ROWS = ClassName.get("org.wengert", "RowAdjoints");

  private final Context context;
  private final NameAllocator locals;
  private final boolean areNeeded;
  private final String rows;

  /**
   * @param locals the names of the calling method
   */
  Shadows(Context context, NameAllocator locals) {
    this.context = context;
    this.locals = locals;
    this.areNeeded = context.signature().active().stream().anyMatch(this::isNeeded);
    this.rows = areNeeded ? locals.newName("rows") : "";
  }

  private boolean isNeeded(Parameter parameter) {
    return parameter.isActiveArray()
        && context.member().derivatives().rearranged().contains(parameter.type().kind());
  }

  /** What has to stand before the arrays. */
  CodeBlock declaration() {
    return areNeeded ? CodeBlock.of("$1T $2N = new $1T();\n", ROWS, rows) : CodeBlock.of("");
  }

  /**
   * What to pass for the adjoint of a parameter.
   *
   * @param adjoint the variable with the array that the derivatives go to
   */
  CodeBlock of(Parameter parameter, String adjoint, CodeBlock.Builder before) {
    if (!isNeeded(parameter)) {
      return CodeBlock.of("$N", adjoint);
    }
    String shadow = locals.newName(parameter.name() + "Shadow");
    before.addStatement(
        "$T $N = $N.of($N, $N, $S)",
        parameter.javaType(),
        shadow,
        rows,
        parameter.name(),
        adjoint,
        adjoint);
    return CodeBlock.of("$N", shadow);
  }

  /** What has to stand between the sweeps, if the arrays need not be zeros at first. */
  CodeBlock seed() {
    return areNeeded ? CodeBlock.of("$N.seed();\n", rows) : CodeBlock.of("");
  }

  /** What has to stand behind the sweep. */
  CodeBlock handOut() {
    return areNeeded ? CodeBlock.of("$N.handOut();\n", rows) : CodeBlock.of("");
  }
}
