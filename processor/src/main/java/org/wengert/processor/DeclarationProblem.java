package org.wengert.processor;

import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.wengert.processor.message.Message;

/**
 * Something about a declaration, not about a method's body, that the user must change.
 *
 * @param text a formatted {@link Message}
 * @param element the class, method or parameter in question
 * @param value the annotation element in question, if it is one, with its annotation
 */
record DeclarationProblem(
    String text,
    Element element,
    Optional<AnnotationMirror> annotation,
    Optional<AnnotationValue> value) {

  static DeclarationProblem on(Element element, Message message, Object... arguments) {
    return new DeclarationProblem(
        message.format(arguments), element, Optional.empty(), Optional.empty());
  }

  static DeclarationProblem on(
      Element element,
      AnnotationMirror annotation,
      AnnotationValue value,
      Message message,
      Object... arguments) {
    return new DeclarationProblem(
        message.format(arguments), element, Optional.of(annotation), Optional.of(value));
  }

  void report(Messager messager) {
    if (annotation.isPresent() && value.isPresent()) {
      messager.printMessage(Diagnostic.Kind.ERROR, text, element, annotation.get(), value.get());
    } else {
      messager.printMessage(Diagnostic.Kind.ERROR, text, element);
    }
  }
}
