package org.wengert.processor.sibling;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * The class of all derivatives of one class.
 *
 * @param owner the class with the annotated methods
 * @param isPublic whether every package sees the owner
 * @param generatedAnnotation {@code @Generated}, where it can be used
 * @param members the annotated methods, in the order of the source
 * @param copies methods that call themselves, with their derivatives, all private
 * @param hidden private fields that the derivatives read
 * @param demands what siblings in other files must hold so that this one is right
 * @param reliances what siblings of other files may be taken for
 */
public record Sibling(
    ClassName owner,
    boolean isPublic,
    Optional<AnnotationSpec> generatedAnnotation,
    List<Member> members,
    List<MethodSpec> copies,
    List<HiddenField> hidden,
    List<Demand> demands,
    List<Reliance> reliances) {
  /**
   * What Error Prone says of generated code by default, in part as errors: {@code t - t == 0.0} is
   * how it asks whether {@code t} is finite, and it is not worth while to find out which variables
   * and methods nothing uses in the end. Eclipse would warn that it does not know these checks; to
   * {@code all} it listens, and javac does not.
   */
  private static final List<String> SUPPRESSED =
      List.of(
          "all",
          "rawtypes",
          "AlreadyChecked",
          "ArrayRecordComponent",
          "IdentityBinaryExpression",
          "ShortCircuitBoolean",
          "UnusedMethod",
          "UnusedVariable");

  public Sibling {
    members = List.copyOf(members);
    copies = List.copyOf(copies);
    hidden = List.copyOf(hidden);
    demands = List.copyOf(demands);
    reliances = List.copyOf(reliances);
  }

  /** {@code Outer_InnerDerivatives} for {@code Outer.Inner}. */
  public static ClassName nameFor(ClassName owner) {
    return ClassName.get(
        owner.packageName(), String.join("_", owner.simpleNames()) + "Derivatives");
  }

  public ClassName name() {
    return nameFor(owner);
  }

  /**
   * The source of the class.
   *
   * @param origin the owner, on which alone the source depends
   */
  public JavaFile toJavaFile(TypeElement origin) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name())
            .addOriginatingElement(origin)
            .addJavadoc("Derivatives of the annotated methods of {@link $T}.\n", owner)
            .addModifiers(Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    generatedAnnotation.ifPresent(type::addAnnotation);
    type.addAnnotation(Conventions.mark(owner));
    type.addAnnotation(suppressing());
    if (isPublic) {
      type.addModifiers(Modifier.PUBLIC);
    }
    List<Reliance> used = reliances.stream().filter(this::isUsed).toList();
    if (!used.isEmpty() || !demands.isEmpty()) {
      type.addStaticBlock(
          CodeBlock.builder()
              .add(used.stream().map(its -> its.check(name())).collect(CodeBlock.joining("")))
              .add(demands.stream().map(Demand::code).collect(CodeBlock.joining("")))
              .build());
    }
    Helpers helpers = new Helpers();
    List<MethodSpec> promises = new ArrayList<>();
    for (Member member : members) {
      Context context =
          new Context(name(), member, isPublic && member.signature().isPublic(), helpers);
      CalledSweeps.onlyReads(context).ifPresent(promises::add);
      GeneratedMembers generated = new GeneratedMembers(context);
      type.addTypes(generated.records());
      type.addMethods(generated.methods());
    }
    type.addMethods(copies);
    for (HiddenField field : hidden) {
      type.addField(field.getter());
      type.addMethod(field.reader());
    }
    type.addMethods(helpers.methods());
    type.addType(Conventions.holder(members, promises, isPublic));
    return JavaFile.builder(owner.packageName(), type.build()).build();
  }

  private boolean isUsed(Reliance reliance) {
    return Stream.concat(
            members.stream().flatMap(member -> member.derivatives().all()), copies.stream())
        .anyMatch(method -> reliance.isIn(method.code()));
  }

  private static AnnotationSpec suppressing() {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
    SUPPRESSED.forEach(check -> annotation.addMember("value", "$S", check));
    return annotation.build();
  }
}
