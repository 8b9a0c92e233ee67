package org.wengert.processor;

import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.Problem;
import org.wengert.processor.source.SourceFile;
import org.wengert.processor.tape.Location;

/**
 * Something about a declaration, not about a method's body, that the user must change.
 *
 * @param text a formatted {@link Message}
 * @param element the class, method or parameter in question
 * @param value the annotation element in question, if it is one, with its annotation
 * @param at the part of the declaration in question, if it is one that is no element
 */
record DeclarationProblem(
    String text,
    Element element,
    Optional<AnnotationMirror> annotation,
    Optional<AnnotationValue> value,
    Location at) {

  static DeclarationProblem on(Element element, Message message, Object... arguments) {
    return at(Location.NONE, element, message, arguments);
  }

  static DeclarationProblem at(Location at, Element element, Message message, Object... arguments) {
    return new DeclarationProblem(
        message.format(arguments), element, Optional.empty(), Optional.empty(), at);
  }

  static DeclarationProblem on(
      Element element,
      AnnotationMirror annotation,
      AnnotationValue value,
      Message message,
      Object... arguments) {
    return new DeclarationProblem(
        message.format(arguments),
        element,
        Optional.of(annotation),
        Optional.of(value),
        Location.NONE);
  }

  /** Reports what is wrong with a method of a file. */
  void report(Messager messager, SourceFile file, ExecutableElement method) {
    if (at.equals(Location.NONE)) {
      report(messager);
    } else {
      file.report(new Problem(text, at), method);
    }
  }

  void report(Messager messager) {
    if (annotation.isPresent() && value.isPresent()) {
      messager.printMessage(Diagnostic.Kind.ERROR, text, element, annotation.get(), value.get());
    } else {
      messager.printMessage(Diagnostic.Kind.ERROR, text, element);
    }
  }
}
