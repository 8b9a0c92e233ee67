package org.wengert.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.ClassName;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.wengert.processor.message.Message;
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
    TypeElement sibling = find(type);
    if (sibling != null
        && SiblingMark.on(sibling)
            .filter(mark -> mark.isOf(type) && mark.isLeftover())
            .isPresent()) {
      DeclarationProblem.on(
              type, Message.SIBLING_LEFT_OVER, sibling.getSimpleName(), type.getSimpleName())
          .report(processingEnv.getMessager());
    }
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::check);
  }

  private TypeElement find(TypeElement owner) {
    String name = Sibling.nameFor(ClassName.get(owner)).canonicalName();
    Elements elements = processingEnv.getElementUtils();
    return elements.getModuleOf(owner) == null
        ? elements.getTypeElement(name)
        : elements.getTypeElement(elements.getModuleOf(owner), name);
  }
}
