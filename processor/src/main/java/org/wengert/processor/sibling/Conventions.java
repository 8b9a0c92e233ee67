package org.wengert.processor.sibling;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * What generated classes that are compiled apart from each other have to agree upon, written into
 * each: the conventions that all follow, and what every set of sweeps is taken by, which the types
 * of their parameters do not tell.
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

  /** The name by which a sibling tells the names of its results. */
  static String resultsOf(String base) {
    return base + "()";
  }

  /** In words: callers know the components of results by the names of parameters. */
  static String results(String method, List<String> active) {
    return String.join(" and ", active) + " in the results of " + method;
  }

  /** Where a sibling says what its sweeps mean. */
  public static ClassName holder(ClassName sibling) {
    return sibling.nestedClass(HOLDER);
  }

  /**
   * A class of its own, so that asking it initialises no sibling: two of them may ask each other,
   * in two threads.
   *
   * @param promises methods that are there as long as something holds that callers count on
   */
  static TypeSpec holder(List<Member> members, List<MethodSpec> promises, boolean isPublic) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (Member member : members) {
      Signature its = member.signature();
      meanings.put(its.base(), meaning(its.method(), its.activePositions()));
      meanings.put(resultsOf(its.base()), results(its.method(), its.activeNames()));
    }
    return holder(HOLDER, meanings, isPublic)
        .addMethods(promises)
        .addModifiers(Modifier.STATIC)
        .addJavadoc(
            "What the sweeps above are taken by, and what is in results; generated classes that call"
                + " them ask whether it\nhas changed since they were compiled. Parameters count from"
                + " zero.\n")
        .build();
  }

  /** A class that tells meanings by name. */
  static TypeSpec.Builder holder(String name, Map<String, String> meanings, boolean isPublic) {
    CodeBlock.Builder cases = CodeBlock.builder().add("return switch ($N) {\n$>", "name");
    meanings.forEach((key, meaning) -> cases.add("case $S -> $S;\n", key, meaning));
    MethodSpec.Builder lookup =
        MethodSpec.methodBuilder(LOOKUP)
            .addModifiers(Modifier.STATIC)
            .returns(String.class)
            .addParameter(String.class, "name")
            .addCode(cases.add("default -> $S;\n$<};\n", "").build());
    TypeSpec.Builder holder =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (isPublic) {
      lookup.addModifiers(Modifier.PUBLIC);
      holder.addModifiers(Modifier.PUBLIC);
    }
    return holder.addMethod(lookup.build());
  }

  /** What a holder says of a name. */
  static CodeBlock lookup(ClassName holder, String key) {
    return CodeBlock.of("$T.$N($S)", holder, LOOKUP, key);
  }
}
