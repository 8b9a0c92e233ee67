package org.wengert.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.wengert.processor.sibling.Names;
import org.wengert.processor.sibling.Parameter;
import org.wengert.processor.sibling.Sibling;
import org.wengert.processor.sibling.Signature;
import org.wengert.processor.tape.Location;

/**
 * The signatures of annotated methods, the same whether these are being compiled or stand in class
 * files.
 */
final class Signatures {
  private final Elements elements;
  private final Predicate<ExecutableElement> isCompiled;

  /**
   * @param isCompiled whether a method comes from a class file
   */
  Signatures(Elements elements, Predicate<ExecutableElement> isCompiled) {
    this.elements = elements;
    this.isCompiled = isCompiled;
  }

  boolean isCompiled(ExecutableElement method) {
    return isCompiled.test(method);
  }

  /**
   * Empty where something is wrong with the declaration, which is reported at the method, and where
   * the sibling of a method in a class file is missing, or was made for another declaration.
   */
  Optional<Signature> of(ExecutableElement method, Request request) {
    return isCompiled(method) ? compiled(method, request) : declared(method, request);
  }

  private static Optional<Signature> declared(ExecutableElement method, Request request) {
    try {
      return Optional.of(SignatureReader.read(method, request, Location.NONE));
    } catch (DeclarationException e) {
      return Optional.empty();
    }
  }

  private Optional<Signature> compiled(ExecutableElement method, Request request) {
    String forward = new Names(request.base(method)).forward();
    return sibling(method)
        .flatMap(sibling -> sibling.parameters(forward, method.getParameters().size()))
        .map(marked -> compiled(method, request, marked))
        .filter(signature -> isOf(signature, request));
  }

  /** Not where the class has been compiled without the processor, after its annotation changed. */
  private static boolean isOf(Signature signature, Request request) {
    return signature.parameters().stream()
        .allMatch(
            parameter ->
                parameter.active()
                    == (request.names().isEmpty()
                        ? parameter.type().isDifferentiable()
                        : request.names().contains(parameter.name())));
  }

  private static Signature compiled(
      ExecutableElement method, Request request, CompiledSibling.Marked marked) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < marked.names().size(); i++) {
      TypeMirror type = method.getParameters().get(i).asType();
      parameters.add(
          new Parameter(
              marked.names().get(i),
              SourceTypes.of(type).orElseThrow(),
              TypeName.get(type),
              marked.active().contains(i)));
    }
    return new Signature(
        ClassName.get((TypeElement) method.getEnclosingElement()),
        method.getSimpleName().toString(),
        request.base(method),
        parameters,
        SourceTypes.of(method.getReturnType()),
        request.wanted(),
        List.of(),
        method.getModifiers().contains(Modifier.PUBLIC),
        0);
  }

  /** That of the class of a method, where it is in a class file. */
  Optional<CompiledSibling> sibling(ExecutableElement method) {
    ClassName owner = ClassName.get((TypeElement) method.getEnclosingElement());
    return Optional.ofNullable(elements.getTypeElement(Sibling.nameFor(owner).canonicalName()))
        .map(CompiledSibling::new);
  }
}
