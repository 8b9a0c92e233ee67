package org.wengert.processor.sibling;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * What siblings that are compiled apart from each other have to agree upon, written into each: the
 * conventions that all follow, and what every set of sweeps is taken by, which the types of their
 * parameters do not tell.
 */
public final class Conventions {
  /** The number that the runtime knows as {@code Sibling.PROTOCOL}. */
  public static final int PROTOCOL = 1;

  /** The annotation that carries it. */
  public static final ClassName MARK = ClassName.get("org.wengert", "Sibling");

  private static final String HOLDER = "Sweeps";
  private static final String LOOKUP = "of";

  private Conventions() {}

  static AnnotationSpec mark(ClassName owner) {
    return AnnotationSpec.builder(MARK)
        .addMember("of", "$T.class", owner)
        .addMember("protocol", "$L", PROTOCOL)
        .build();
  }

  /** In words, and the same for the same meaning only. */
  static String meaning(String method, List<Integer> active) {
    return active.stream()
        .map(String::valueOf)
        .collect(
            Collectors.joining(
                " and ",
                method + " by parameter" + (active.size() == 1 ? " " : "s "),
                ", protocol " + PROTOCOL));
  }

  /**
   * A class of its own, so that asking it initialises no sibling: two of them may ask each other,
   * in two threads.
   */
  static TypeSpec holder(List<Member> members, boolean isPublic) {
    CodeBlock.Builder cases = CodeBlock.builder().add("return switch ($N) {\n$>", "name");
    for (Member member : members) {
      Signature signature = member.signature();
      cases.add(
          "case $S -> $S;\n",
          signature.base(),
          meaning(signature.method(), signature.activePositions()));
    }
    MethodSpec.Builder lookup =
        MethodSpec.methodBuilder(LOOKUP)
            .addModifiers(Modifier.STATIC)
            .returns(String.class)
            .addParameter(String.class, "name")
            .addCode(cases.add("default -> $S;\n$<};\n", "").build());
    TypeSpec.Builder holder =
        TypeSpec.classBuilder(HOLDER)
            .addJavadoc(
                "What the sweeps above are taken by; generated classes that call them ask whether it"
                    + " has changed\nsince they were compiled. Parameters count from zero.\n")
            .addModifiers(Modifier.STATIC, Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (isPublic) {
      lookup.addModifiers(Modifier.PUBLIC);
      holder.addModifiers(Modifier.PUBLIC);
    }
    return holder.addMethod(lookup.build()).build();
  }

  /** What a holder says of a method. */
  static CodeBlock lookup(ClassName sibling, String base) {
    return CodeBlock.of("$T.$N($S)", sibling.nestedClass(HOLDER), LOOKUP, base);
  }
}
