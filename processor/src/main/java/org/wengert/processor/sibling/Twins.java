package org.wengert.processor.sibling;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;

/**
 * New arrays like those that a method is given: zeros for their derivatives, or copies of those
 * that the method writes into. Where that can matter, they share as the arrays do.
 */
final class Twins {
  private static final ClassName TWINS = ClassName.get("org.wengert", "ArrayTwins");

  private final Context context;
  private final boolean copies;
  private final String local;

  private Twins(Context context, boolean copies, String local) {
    this.context = context;
    this.copies = copies;
    this.local = local;
  }

  /** Zeros, by a local variable of that or a similar name. */
  static Twins zeros(Context context, NameAllocator locals) {
    return zeros(context, locals, "zeros");
  }

  static Twins zeros(Context context, NameAllocator locals, String name) {
    return new Twins(context, false, locals.newName(name));
  }

  /** Copies, by a local variable of that or a similar name. */
  static Twins copies(Context context, NameAllocator locals) {
    return new Twins(context, true, locals.newName("copies"));
  }

  /** The declaration of the local variable, where it is needed. */
  CodeBlock declaration() {
    boolean needed =
        context.signature().parameters().stream()
            .filter(parameter -> copies || parameter.active())
            .anyMatch(this::isShared);
    return needed
        ? CodeBlock.of("$1T $2N = $1T.$3L();\n", TWINS, local, copies ? "copies" : "zeros")
        : CodeBlock.of("");
  }

  private boolean isShared(Parameter parameter) {
    return parameter.type().isArray() && context.mayShare(parameter.type().kind());
  }

  /** What to pass for a parameter; the parameter itself where no copy of it is needed. */
  CodeBlock of(Parameter parameter) {
    return of(parameter, parameter.name());
  }

  /** The same where the parameter's value goes by another name. */
  CodeBlock of(Parameter parameter, String variable) {
    if (isShared(parameter)) {
      return CodeBlock.of("$N.of($N)", local, variable);
    }
    if (!copies) {
      return context.shapes().zerosLike(parameter.type(), variable);
    }
    return context.isTouched(parameter)
        ? context.shapes().copy(parameter.type(), variable)
        : CodeBlock.of("$N", variable);
  }
}
