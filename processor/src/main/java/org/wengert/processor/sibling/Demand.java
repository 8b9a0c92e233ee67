package org.wengert.processor.sibling;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;

/**
 * That a method of another file leaves the arrays alone that it is given. Its sibling tells the
 * compiler, and later the virtual machine, by a method that is only there if this is so.
 *
 * @param sibling the sibling of the class that declares the method
 * @param base what everything generated for it starts with
 */
public record Demand(ClassName sibling, String base) {
  CodeBlock code() {
    return CodeBlock.builder()
        .add(
            "// Not there if $L may write into an array that it is given, or returns it, or hands\n",
            base)
        .add("// it to a method of another file: its derivatives then have no derivatives here.\n")
        .addStatement("$T.$N()", Conventions.holder(sibling), new Names(base).onlyReads())
        .build();
  }
}
