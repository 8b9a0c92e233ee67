package org.wengert.processor.sibling;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.wengert.processor.tape.Type;

/**
 * What the parts of a sibling that belong to one annotated method have in common.
 *
 * @param sibling the class they stand in
 * @param isPublic whether callers in every package see them
 * @param helpers the private methods that they share with those of other annotated methods
 */
record Context(ClassName sibling, Member member, boolean isPublic, Helpers helpers) {
  Signature signature() {
    return member.signature();
  }

  Names names() {
    return new Names(signature().base());
  }

  ClassName gradientRecord() {
    return sibling.nestedClass(names().gradientRecord());
  }

  ClassName hvpRecord() {
    return sibling.nestedClass(names().hvpRecord());
  }

  /** A method that callers see. */
  MethodSpec.Builder method(String name, TypeName result) {
    MethodSpec.Builder method = start(name, result);
    return isPublic
        ? method.addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        : method.addModifiers(Modifier.STATIC);
  }

  MethodSpec.Builder privateMethod(String name, TypeName result) {
    return start(name, result).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
  }

  private MethodSpec.Builder start(String name, TypeName result) {
    return MethodSpec.methodBuilder(name).returns(result).addExceptions(signature().exceptions());
  }

  /** The annotated method's own parameters. */
  List<ParameterSpec> parameters(List<Parameter> parameters) {
    return parameters.stream()
        .map(parameter -> ParameterSpec.builder(parameter.javaType(), parameter.name()).build())
        .toList();
  }

  /** Names for local variables beside the annotated method's own parameters. */
  NameAllocator locals() {
    NameAllocator names = new NameAllocator();
    signature().parameters().forEach(parameter -> names.newName(parameter.name()));
    return names;
  }

  Checks checks() {
    return new Checks(helpers);
  }

  Shapes shapes() {
    return new Shapes(helpers);
  }

  /** Whether a caller of the method who wants to keep this array must pass a copy. */
  boolean isTouched(Parameter parameter) {
    return member.derivatives().touched().contains(signature().parameters().indexOf(parameter));
  }

  /**
   * Whether arrays with this kind of scalars may be one array in several places, and the method
   * writes into one of them, so that their derivatives and copies must share as they do.
   */
  boolean mayShare(Type.Kind kind) {
    List<Parameter> arrays = arrays(kind);
    return arrays.stream().anyMatch(this::isTouched)
        && (arrays.size() > 1 || arrays.get(0).type().rank() > 1);
  }

  /** The array parameters with this kind of scalars. */
  List<Parameter> arrays(Type.Kind kind) {
    return signature().parameters().stream()
        .filter(parameter -> parameter.type().isArray() && parameter.type().kind() == kind)
        .toList();
  }

  /** The annotated method's own parameters as arguments. */
  List<CodeBlock> own() {
    return signature().parameters().stream()
        .map(parameter -> CodeBlock.of("$N", parameter.name()))
        .toList();
  }

  /** The number of scalars in these parameters. */
  CodeBlock size(List<Parameter> parameters) {
    long scalars = parameters.stream().filter(parameter -> !parameter.type().isArray()).count();
    List<CodeBlock> terms = new ArrayList<>();
    if (scalars > 0 || parameters.isEmpty()) {
      terms.add(CodeBlock.of("$L", scalars));
    }
    for (Parameter parameter : parameters) {
      if (parameter.type().isArray()) {
        terms.add(shapes().size(parameter.type(), parameter.name()));
      }
    }
    return CodeBlock.join(terms, " + ");
  }

  CodeBlock call(String method, List<CodeBlock> arguments) {
    return CodeBlock.of("$N($L)", method, arguments(arguments));
  }

  /** A call of the annotated method itself. */
  CodeBlock callPrimal(List<CodeBlock> arguments) {
    return CodeBlock.of(
        "$T.$N($L)", signature().owner(), signature().method(), arguments(arguments));
  }

  private static CodeBlock arguments(List<CodeBlock> arguments) {
    return CodeBlock.join(arguments, ", ");
  }
}
