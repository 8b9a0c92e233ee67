package org.wengert.processor;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.wengert.processor.sibling.Conventions;

/** The runtime that generated classes are compiled against. */
final class RuntimeLibrary {
  private RuntimeLibrary() {}

  /** The number of the conventions that it knows; zero where it is from before they had one. */
  static int protocol(Elements elements) {
    TypeElement mark = elements.getTypeElement(Conventions.MARK.canonicalName());
    return Optional.ofNullable(mark).stream()
        .flatMap(type -> ElementFilter.fieldsIn(type.getEnclosedElements()).stream())
        .filter(field -> field.getSimpleName().contentEquals("PROTOCOL"))
        .map(VariableElement::getConstantValue)
        .map(Integer.class::cast)
        .findFirst()
        .orElse(0);
  }
}
