package org.wengert.processor.sibling;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * What one sibling takes the derivatives in another for. The other may be compiled again, from
 * another source, without this one.
 *
 * @param sibling where the derivatives stand
 * @param base what their names start with
 * @param meaning what they are
 */
public record Reliance(ClassName sibling, String base, String meaning) {
  private static final ClassName SIBLINGS = ClassName.get("org.wengert", "Siblings");

  /**
   * On the derivatives of a method.
   *
   * @param active the positions of the parameters that they are taken by
   */
  public static Reliance on(ClassName sibling, String base, String method, List<Integer> active) {
    return new Reliance(sibling, base, Conventions.meaning(method, active));
  }

  /** Whether one of these derivatives, or one of a similar name, is called. */
  boolean isIn(CodeBlock code) {
    return code.toString().contains(sibling.canonicalName() + "." + base);
  }

  /** The statement that checks it, for the initialiser of a class. */
  CodeBlock check(ClassName caller) {
    return CodeBlock.builder()
        .addStatement(
            "$T.require($T.class,$W$T.class,$W$S,$W$L)",
            SIBLINGS,
            caller,
            sibling,
            meaning,
            Conventions.lookup(sibling, base))
        .build();
  }
}
