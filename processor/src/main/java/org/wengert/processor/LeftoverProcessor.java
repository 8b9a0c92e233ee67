package org.wengert.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.ClassName;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.wengert.processor.custom.RuleRequest;
import org.wengert.processor.message.Message;
import org.wengert.processor.sibling.Rules;
import org.wengert.processor.sibling.Sibling;

/**
 * Refuses generated classes that are left over after the last annotation was deleted: other classes
 * would go on calling derivatives of what a method once was. Apart from {@link WengertProcessor},
 * since it has to see classes without annotations, and claims none.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes("*")
public final class LeftoverProcessor extends AbstractProcessor {

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ElementFilter.typesIn(round.getRootElements()).forEach(this::check);
    return false;
  }

  private void check(TypeElement type) {
    ClassName name = ClassName.get(type);
    check(type, Sibling.nameFor(name), "@Differentiable", method -> Request.on(method).isPresent());
    check(
        type, Rules.nameFor(name), "@DerivativeRule", method -> RuleRequest.on(method).isPresent());
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::check);
  }

  private void check(
      TypeElement owner, ClassName name, String annotation, Predicate<ExecutableElement> kind) {
    Optional.ofNullable(find(owner, name.canonicalName()))
        .flatMap(SiblingMark::on)
        .filter(mark -> mark.isOf(owner) && mark.isLeftover(kind))
        .ifPresent(
            mark ->
                DeclarationProblem.on(
                        owner,
                        Message.SIBLING_LEFT_OVER,
                        name.simpleName(),
                        owner.getSimpleName(),
                        annotation)
                    .report(processingEnv.getMessager()));
  }

  private TypeElement find(TypeElement owner, String name) {
    Elements elements = processingEnv.getElementUtils();
    return elements.getModuleOf(owner) == null
        ? elements.getTypeElement(name)
        : elements.getTypeElement(elements.getModuleOf(owner), name);
  }
}
