package org.wengert.processor.model;

import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What a class declares itself. */
public final class DeclaredMembers {
  private DeclaredMembers() {}

  /**
   * As {@link TypeElement#getEnclosedElements}, but harmless where Eclipse's compiler is older than
   * 3.32: once that has listed a record in a class file, it takes the type for an array (issue 1850
   * of eclipse.jdt.core). It shows no components of such a record, and here there are none either;
   * the rest is in the order of its spelling.
   */
  public static List<? extends Element> of(TypeElement type, Elements elements) {
    if (type.getKind() != ElementKind.RECORD || !type.getRecordComponents().isEmpty()) {
      return type.getEnclosedElements();
    }
    return elements.getAllMembers(type).stream()
        .filter(member -> member.getEnclosingElement().equals(type))
        .sorted(Comparator.comparing(Element::toString))
        .toList();
  }
}
