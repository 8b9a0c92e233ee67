package org.wengert.processor.sibling;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * What a sibling takes methods of another file for, which it calls: derivatives, or rules for them.
 * The other file may be compiled again, after a change, without this one.
 *
 * @param callee the class that holds the methods
 * @param start what the names of the methods start with
 * @param holder the class that tells what they mean
 * @param key the name by which it does
 * @param meaning what they mean
 */
public record Reliance(
    ClassName callee, String start, ClassName holder, String key, String meaning) {
  private static final ClassName SIBLINGS = ClassName.get("org.wengert", "Siblings");

  /**
   * On generated derivatives of a method.
   *
   * @param active the positions of the parameters that they are taken by
   */
  public static Reliance onDerivatives(
      ClassName sibling, String base, String method, List<Integer> active) {
    return new Reliance(
        sibling, base, Conventions.holder(sibling), base, Conventions.meaning(method, active));
  }

  /** On the names of what is in results. */
  public static Reliance onResults(ClassName sibling, Signature signature) {
    return new Reliance(
        sibling,
        signature.base(),
        Conventions.holder(sibling),
        Conventions.resultsOf(signature.base()),
        Conventions.results(signature.method(), signature.activeNames()));
  }

  /** On a rule of the user's own. */
  public static Reliance onRule(ClassName owner, String method, Rules.Entry rule) {
    return new Reliance(owner, method, Rules.nameFor(owner), rule.key(), rule.meaning());
  }

  /** Whether one of the methods, or one of a similar name, is called. */
  boolean isIn(CodeBlock code) {
    return code.toString().contains(callee.canonicalName() + "." + start);
  }

  /** The statement that checks it, for the initialiser of a class. */
  CodeBlock check(ClassName caller) {
    return CodeBlock.builder()
        .addStatement(
            "$T.require($T.class, $T.class, $S, $L)",
            SIBLINGS,
            caller,
            callee,
            meaning,
            Conventions.lookup(holder, key))
        .build();
  }
}
