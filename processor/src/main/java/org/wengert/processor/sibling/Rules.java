package org.wengert.processor.sibling;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * The class that is generated beside one with derivative rules, and says what these are for.
 *
 * @param owner the class with the rules
 * @param isPublic whether every package sees the owner
 * @param entries the rules, in the order of the source
 */
public record Rules(ClassName owner, boolean isPublic, List<Entry> entries) {
  public Rules {
    entries = List.copyOf(entries);
  }

  /**
   * What one rule is for.
   *
   * @param key its name and the types of its parameters
   * @param meaning in words, and the same for the same meaning only
   */
  public record Entry(String key, String meaning) {}

  /** {@code Outer_InnerDerivativeRules} for {@code Outer.Inner}. */
  public static ClassName nameFor(ClassName owner) {
    return ClassName.get(
        owner.packageName(), String.join("_", owner.simpleNames()) + "DerivativeRules");
  }

  /**
   * The source of the class.
   *
   * @param origin the owner, on which alone the source depends
   * @param generated {@code @Generated}, where it can be used
   */
  public JavaFile toJavaFile(TypeElement origin, Optional<AnnotationSpec> generated) {
    Map<String, String> meanings = new LinkedHashMap<>();
    entries.forEach(entry -> meanings.put(entry.key(), entry.meaning()));
    TypeSpec.Builder type =
        Conventions.holder(nameFor(owner).simpleName(), meanings, isPublic)
            .addOriginatingElement(origin)
            .addJavadoc(
                "What the rules in {@link $T} are for; generated classes that call them ask whether"
                    + " it has changed\nsince they were compiled. Parameters count from zero.\n",
                owner);
    generated.ifPresent(type::addAnnotation);
    type.addAnnotation(Conventions.mark(owner));
    return JavaFile.builder(owner.packageName(), type.build()).build();
  }
}
